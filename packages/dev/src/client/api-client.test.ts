import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { ApiClient, ApiError, ApiUnreachable, ensure } from './api-client.ts';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'hang up';
interface Seen {
  readonly authorization: string | undefined;
  readonly body: { query: string; variables: unknown };
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function bodyOf(request: IncomingMessage): Promise<Seen['body']> {
  return JSON.parse(await text(request)) as Seen['body'];
}

/** A server that answers with the next of these; the last one again and again. */
async function serve(...answers: Answer[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  server = createServer(async (request, response) => {
    seen.push({ authorization: request.headers.authorization, body: await bodyOf(request) });
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (!answer || answer === 'hang up') return request.socket.destroy();
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, seen };
}

function client(url: string, slept: number[] = []) {
  let logins = 0;
  return new ApiClient<'operator' | 'planner'>({
    url,
    attempts: 3,
    delayMs: 10,
    signIn: async (role) => ({ token: `${role}-${++logins}`, expiresAtMs: Date.now() + 3_600_000 }),
    sleep: async (ms) => {
      slept.push(ms);
    },
  });
}

const ok = { body: { data: { done: true } } };
const failure = (code: string) => ({ body: { errors: [{ message: 'No', extensions: { code } }] } });

describe('the client', () => {
  test('logs a role in once and sends its token', async () => {
    const { url, seen } = await serve(ok);
    const api = client(url);
    expect(await api.send('operator', '{ done }')).toEqual({ done: true });
    await api.send('operator', '{ done }', { a: 1 });
    await api.send('planner', '{ done }');
    expect(seen.map((one) => one.authorization)).toEqual([
      'Bearer operator-1',
      'Bearer operator-1',
      'Bearer planner-2',
    ]);
    expect(seen[1]?.body).toEqual({ query: '{ done }', variables: { a: 1 } });
  });

  test('sends again what nobody answered, or what it is asked to send later', async () => {
    const { url, seen } = await serve('hang up', { status: 503, headers: { 'retry-after': '2' } }, ok);
    const slept: number[] = [];
    expect(await client(url, slept).send('operator', '{ done }')).toEqual({ done: true });
    expect(seen).toHaveLength(3);
    expect(slept).toEqual([10, 2_000]);
  });

  test('gives up after its tries and says what happened last', async () => {
    const { url, seen } = await serve('hang up');
    await expect(client(url).send('operator', '{ done }')).rejects.toBeInstanceOf(ApiUnreachable);
    expect(seen).toHaveLength(3);
  });

  test('does not send again what was answered with a refusal', async () => {
    const { url, seen } = await serve(failure('FORBIDDEN'));
    await expect(client(url).send('operator', '{ done }')).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'No',
    });
    expect(seen).toHaveLength(1);
  });

  test('logs in anew when its token is no longer taken, but only once', async () => {
    const { url, seen } = await serve(failure('UNAUTHENTICATED'), ok);
    expect(await client(url).send('operator', '{ done }')).toEqual({ done: true });
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer operator-1', 'Bearer operator-2']);
    server?.close();
    const refusing = await serve({ status: 401 });
    await expect(client(refusing.url).send('operator', '{ done }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    expect(refusing.seen).toHaveLength(2);
  });

  test('makes its log-in through the same server, without a token', async () => {
    const { url, seen } = await serve({ body: { data: { token: 'fresh' } } }, ok);
    const api = new ApiClient<'operator'>({
      url,
      signIn: async (role, send) => {
        const data = (await send('mutation { login }', { role })) as { token: string };
        return { token: data.token, expiresAtMs: Date.now() + 3_600_000 };
      },
    });
    await api.send('operator', '{ done }');
    expect(seen.map((one) => one.authorization)).toEqual([undefined, 'Bearer fresh']);
  });

  test('renews a token that is about to expire', async () => {
    const { url, seen } = await serve(ok);
    let nowMs = 0;
    let logins = 0;
    const api = new ApiClient<'operator'>({
      url,
      now: () => nowMs,
      signIn: async () => ({ token: `t${++logins}`, expiresAtMs: nowMs + 60_000 }),
    });
    await api.send('operator', '{ done }');
    nowMs = 29_000;
    await api.send('operator', '{ done }');
    nowMs = 31_000;
    await api.send('operator', '{ done }');
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
  });

  test.each([
    ['a page that is no JSON', { body: '<html>' }, 'NOT_GRAPHQL'],
    ['an answer without data', { body: { data: null } }, 'NO_DATA'],
  ])('refuses %s', async (_, answer, code) => {
    const { url } = await serve(answer);
    await expect(client(url).send('operator', '{ done }')).rejects.toMatchObject({ code });
  });
});

describe('ensure', () => {
  test('makes what is not there and finds what is', async () => {
    let there: string | null = null;
    const make = async () => {
      there = 'lot';
      return 'lot';
    };
    expect(await ensure(async () => there, make)).toEqual({ value: 'lot', made: true });
    expect(await ensure(async () => there, make)).toEqual({ value: 'lot', made: false });
  });

  test('takes what is there although making it failed', async () => {
    let looks = 0;
    const find = async () => (looks++ === 0 ? null : 'lot');
    const make = async () => {
      throw new ApiError('NUMBER_TAKEN', 'No');
    };
    expect(await ensure(find, make)).toEqual({ value: 'lot', made: false });
  });

  test('passes the failure on when it is still not there', async () => {
    const make = async (): Promise<string> => {
      throw new ApiError('FORBIDDEN', 'No');
    };
    await expect(ensure(async () => null, make)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
