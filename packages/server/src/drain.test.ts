import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Drain, drainable } from './drain.ts';

const GRACE_MS = 5_000;

async function serve(handler: RequestListener): Promise<{ server: Server; drain: Drain; port: number }> {
  const server = createServer({ keepAliveTimeout: 60_000 }, handler);
  const drain = drainable(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, drain, port: (server.address() as AddressInfo).port };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

test('a request under way is answered, and its kept connection holds nobody up', async () => {
  const { drain, port } = await serve((_, response) => setTimeout(() => response.end('done'), 200));
  const answer = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  await sleep(100);
  expect(await timeOf(() => drain(GRACE_MS))).toBeLessThan(GRACE_MS / 2);
  expect(await answer).toBe('done');
});

test('a connection that never asked for anything is cut at once', async () => {
  const { drain, port } = await serve((_, response) => response.end());
  const unused = connect(port, '127.0.0.1');
  await once(unused, 'connect');
  unused.on('error', () => {});
  expect(await timeOf(() => drain(GRACE_MS))).toBeLessThan(GRACE_MS / 2);
});

test('what takes longer than the grace is told of and cut', async () => {
  const { drain, port } = await serve(() => {});
  const answer = fetch(`http://127.0.0.1:${port}/`).catch(() => 'cut');
  await sleep(100);
  let late = false;
  await drain(100, () => {
    late = true;
  });
  expect(late).toBe(true);
  expect(await answer).toBe('cut');
});
