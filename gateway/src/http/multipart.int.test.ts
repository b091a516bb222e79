import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { freePort } from '@machshop/testing/ports.ts';
import { afterEach, expect, test } from 'vitest';
import type { LaterAnswer } from '../engine-api.ts';
import { Lifetime } from '../lifetime.ts';
import { writeParts } from './multipart.ts';

let server: Server | undefined;
let client: Socket | undefined;
afterEach(() => {
  client?.destroy();
  server?.close();
});

/** More than the buffers between the two hold. */
const LARGE = `{"incremental":[{"path":[],"data":{"text":"${'x'.repeat(16 * 1024 * 1024)}"}}],"hasNext":true}`;

async function* large(told: string[], lifetime: Lifetime): AsyncGenerator<LaterAnswer, void> {
  for (const what of ['first', 'second']) {
    told.push(what);
    yield { body: LARGE, hasNext: true, errors: [], cost: 1 };
  }
  // what the engine does when the time is over
  if (lifetime.ended !== undefined) yield { body: '{"hasNext":false}', hasNext: false, errors: [], cost: 0 };
}

test('a client that reads nothing does not hold an answer in parts beyond its time', async () => {
  const lifetime = new Lifetime();
  const told: string[] = [];
  let over: Promise<void> | undefined;
  server = createServer((_request, response) => {
    response.writeHead(200);
    const answer = { body: '{"data":{},"hasNext":true}', later: large(told, lifetime) };
    over = writeParts(response, answer, lifetime, () => undefined);
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  client = connect(port, '127.0.0.1');
  client.pause();
  client.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n');
  await expect.poll(() => told).toEqual(['first']);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual(['first']);
  lifetime.end('timeout');
  await over;
  expect(told).toEqual(['first', 'second']);
});
