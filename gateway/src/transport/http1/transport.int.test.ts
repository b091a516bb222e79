import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { Lifetime } from '../../lifetime.ts';
import { ANYONE } from '../../testing/gateway.ts';
import type { SubgraphRequest, SubgraphResponse, TransportError } from '../transport.ts';
import { Http1Transport } from './transport.ts';

let server: Server | undefined;
let transport: Http1Transport | undefined;
afterEach(async () => {
  await transport?.close();
  server?.close();
});

/** A server that sees requests whole and does with each what it is told to. */
async function serve(answer: (socket: Socket, query: string, connection: number) => void): Promise<string[]> {
  const seen: string[] = [];
  let connections = 0;
  server = createServer((socket) => {
    const connection = ++connections;
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      const body = bytes.toString().split('\r\n\r\n')[1] ?? '';
      const { query } = JSON.parse(body) as { query: string };
      seen.push(query);
      answer(socket, query, connection);
    });
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  transport = new Http1Transport(
    new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`),
  );
  return seen;
}

const reply = (socket: Socket, value: unknown) => {
  const body = JSON.stringify({ data: { value } });
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
};

function request(query: string, isRead = true): SubgraphRequest {
  const context = { ...ANYONE, requestId: 'r', headers: {}, lifetime: new Lifetime() };
  return { subgraph: 'parts', isRead, query, variables: {}, context } as unknown as SubgraphRequest;
}

const ask = (query: string, isRead = true): Promise<SubgraphResponse | TransportError> =>
  new Promise((resolve) => transport?.send(request(query, isRead), { answered: resolve, failed: resolve }));

test('requests of one turn are all answered, each with its own answer', async () => {
  await serve((socket, query) => reply(socket, query));
  const queries = Array.from({ length: 50 }, (_, i) => `{ q${i} }`);
  for (let round = 0; round < 3; round++)
    expect(await Promise.all(queries.map((query) => ask(query)))).toEqual(
      queries.map((value) => ({ data: { value } })),
    );
});

test('a request that is taken back in the turn in which it was sent never leaves', async () => {
  const seen = await serve((socket, query) => reply(socket, query));
  await ask('{ first }');
  transport?.send(request('{ unwanted }'), { answered: () => {}, failed: () => {} })();
  await ask('{ last }');
  expect(seen).toEqual(['{ first }', '{ last }']);
});

test('a read on a connection that the server has closed meanwhile is sent on another one', async () => {
  const seen = await serve((socket, query, connection) => {
    if (query === '{ again }' && connection === 1) socket.destroy();
    else reply(socket, query);
  });
  await ask('{ first }');
  expect(await ask('{ again }')).toEqual({ data: { value: '{ again }' } });
  expect(seen).toEqual(['{ first }', '{ again }', '{ again }']);
});

test('a mutation is not: it may have been done', async () => {
  const seen = await serve((socket, query) =>
    query === 'mutation { do }' ? socket.destroy() : reply(socket, query),
  );
  await ask('{ first }');
  expect(await ask('mutation { do }', false)).toMatchObject({ fault: 'unreachable' });
  expect(seen).toEqual(['{ first }', 'mutation { do }']);
});

test('what a server says before it is asked is the answer to nothing', async () => {
  const left: Socket[] = [];
  await serve((socket, query) => {
    reply(socket, query);
    left.push(socket);
  });
  await ask('{ first }');
  reply(left[0] as Socket, 'a lie');
  await sleep(50);
  expect(await ask('{ second }')).toEqual({ data: { value: '{ second }' } });
});
