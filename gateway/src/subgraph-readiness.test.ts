import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '@machshop/testing/ports.ts';
import { expect, test } from 'vitest';
import { subgraphChecks } from './subgraph-readiness.ts';

async function reasonFor(status: number, body: string): Promise<string | undefined> {
  const server = createServer((request, response) =>
    response.writeHead(request.url === '/ready' ? status : 500).end(body),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await subgraphChecks([{ name: 'parts', url: `http://127.0.0.1:${port}/graphql` }]).parts?.();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a subgraph that says ready is, and so is one of another make that only answers', async () => {
  expect(await reasonFor(200, '{"status":"ready","database":true,"nats":true}')).toBeUndefined();
  for (const status of [400, 403, 404, 405]) expect(await reasonFor(status, 'no such path')).toBeUndefined();
});

test('one that is not ready says what it misses, and one that is gone why nothing came', async () => {
  expect(await reasonFor(503, '{"status":"not ready","database":false,"nats":false}')).toBe(
    'no answer from database and nats',
  );
  expect(await reasonFor(502, '<html>')).toBe('answers with status 502');
  const url = `http://127.0.0.1:${await freePort()}/graphql`;
  expect(await subgraphChecks([{ name: 'parts', url }]).parts?.()).toBe('no answer (ECONNREFUSED)');
});
