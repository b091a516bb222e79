import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import type { Credentials } from './credentials.ts';
import { accepted, PlantUnreachable, Refused } from './errors.ts';
import { CreateWorkOrderDocument, WorkOrderDocument } from './generated/operations.ts';
import { connect, type PlantOptions } from './plant.ts';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> } | 'hang up';
interface Seen {
  readonly authorization: string | undefined;
  /** Empty where the operation came by its id. */
  readonly query: string;
  readonly documentId?: string;
  readonly variables: unknown;
}

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers a sign-in with the next token, all else with the next of these; the last one again and again. */
async function serve(...answers: Answer[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  let signIns = 0;
  server = createServer(async (request, response) => {
    const { query = '', documentId, variables } = await bodyOf(request);
    const signIn = /login\(|clientLogin\(/.exec(query)?.[0].slice(0, -1);
    if (signIn) {
      const accessTokenExpiresAt = new Date(signedInAt + 60_000).toISOString();
      const payload = { accessToken: `t${++signIns}`, accessTokenExpiresAt, errors: [] };
      response.end(JSON.stringify({ data: { [signIn]: payload } }));
      return;
    }
    const { authorization } = request.headers;
    seen.push({ authorization, query, variables, ...(documentId ? { documentId } : {}) });
    const answer = answers[Math.min(seen.length, answers.length) - 1];
    if (!answer || answer === 'hang up') return request.socket.destroy();
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}));
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, seen };
}

async function bodyOf(request: IncomingMessage) {
  return JSON.parse(await text(request)) as { query?: string; documentId?: string; variables: unknown };
}

let signedInAt = Date.now();
const PERSON: Credentials = { username: 'operator', password: 'secret' };

function plantAt(url: string, slept: number[] = [], options: Partial<PlantOptions> = {}) {
  const sleep = async (ms: number) => {
    slept.push(ms);
  };
  return connect({ url, credentials: PERSON, attempts: 3, delayMs: 10, sleep, ...options });
}

const ok = { body: { data: { done: true } } };
const failure = (code: string) => ({ body: { errors: [{ message: 'No', extensions: { code } }] } });

describe('a request', () => {
  test('is sent with the token of one sign-in', async () => {
    const { url, seen } = await serve(ok);
    const plant = plantAt(url);
    expect(await plant.run('{ done }')).toEqual({ done: true });
    await plant.run('{ done }', { a: 1 });
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer t1', 'Bearer t1']);
    expect(seen[1]).toMatchObject({ query: '{ done }', variables: { a: 1 } });
  });

  test('of a program is sent with the token of its own sign-in', async () => {
    const { url, seen } = await serve(ok);
    const credentials = { clientId: 'erp', clientSecret: 'secret' };
    await plantAt(url, [], { credentials }).run('{ done }');
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer t1']);
  });

  test('of a typed document carries its text and its fragments', async () => {
    const { url, seen } = await serve({ body: { data: { workOrderByNumber: null } } });
    const { workOrderByNumber } = await plantAt(url).run(WorkOrderDocument, { number: 'WO-1' });
    expect(workOrderByNumber?.operations).toBeUndefined();
    expect(seen[0]?.query).toContain('fragment OperationFacts on WorkOrderOperation');
    expect(seen[0]?.variables).toEqual({ number: 'WO-1' });
  });

  test('is sent by its id where the plant knows its operation', async () => {
    const { url, seen } = await serve(ok);
    await plantAt(url, [], { byId: true, credentials: { token: 'mine' } }).run('{ done }');
    expect(seen[0]).toMatchObject({
      documentId: 'sha256:e4cf6cf431cc59c3279a4f40f7461af3c4cdbdb08bbb7f6bad55afbcfa6bdb38',
      query: '',
    });
  });

  test('is sent again when nobody answered, or after the time that the plant asks for', async () => {
    const { url, seen } = await serve('hang up', { status: 503, headers: { 'retry-after': '2' } }, ok);
    const slept: number[] = [];
    expect(await plantAt(url, slept).run('{ done }')).toEqual({ done: true });
    expect(seen).toHaveLength(3);
    expect(slept).toEqual([10, 2_000]);
  });

  test('that is aborted does not wait for its next try', async () => {
    const { url } = await serve({ status: 503, headers: { 'retry-after': '60' } });
    const plant = connect({ url, maxDelayMs: 60_000 });
    const given = AbortSignal.timeout(100);
    await expect(plant.run('{ done }', {}, { signal: given })).rejects.toThrow(/timeout|aborted/);
  });

  test('that nobody ever answers fails, with what happened last', async () => {
    const { url, seen } = await serve('hang up');
    await expect(plantAt(url).run('{ done }')).rejects.toBeInstanceOf(PlantUnreachable);
    expect(seen).toHaveLength(3);
  });

  test('that a part of the plant never answers gives what the others said', async () => {
    const extensions = { code: 'SUBGRAPH_UNAVAILABLE' };
    const partial = {
      data: { done: true, late: null },
      errors: [{ message: 'No', path: ['late'], extensions }],
    };
    const { url, seen } = await serve({ body: partial });
    const plant = plantAt(url);
    expect(await plant.answer('{ done late }')).toEqual(partial);
    expect(seen).toHaveLength(3);
    await expect(plant.run('mutation { done late }')).rejects.toMatchObject({
      code: 'SUBGRAPH_UNAVAILABLE',
      data: partial.data,
    });
    expect(seen).toHaveLength(4);
  });

  test.each([
    'mutation { done }',
    'fragment A on B { c } mutation X { done }',
    String(CreateWorkOrderDocument),
  ])('that changes something is not sent again when it may have arrived', async (mutation) => {
    const { url, seen } = await serve('hang up');
    await expect(plantAt(url).run(mutation)).rejects.toBeInstanceOf(PlantUnreachable);
    expect(seen).toHaveLength(1);
  });

  test('that changes something is sent again when its caller says that it may arrive twice', async () => {
    const { url, seen } = await serve('hang up', ok);
    await plantAt(url).run('mutation { done }', {}, { repeatable: true });
    expect(seen).toHaveLength(2);
  });

  test('that changes something is sent again when it was not taken', async () => {
    const { url, seen } = await serve({ status: 429, headers: { 'retry-after': '1' } }, ok);
    const slept: number[] = [];
    await plantAt(url, slept).run('mutation { done }');
    expect(seen).toHaveLength(2);
    expect(slept).toEqual([1_000]);
  });

  test('that is refused is not sent again', async () => {
    const { url, seen } = await serve(failure('FORBIDDEN'));
    await expect(plantAt(url).run('{ done }')).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'No' });
    expect(seen).toHaveLength(1);
  });

  test('signs in anew when its token is no longer taken, but only once', async () => {
    const { url, seen } = await serve(failure('UNAUTHENTICATED'), ok);
    expect(await plantAt(url).run('{ done }')).toEqual({ done: true });
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
    server?.close();
    const refusing = await serve({ status: 401 });
    await expect(plantAt(refusing.url).run('{ done }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(refusing.seen).toHaveLength(2);
  });

  test('with a token of the caller is not tried twice', async () => {
    const { url, seen } = await serve({ status: 401 });
    const plant = plantAt(url, [], { credentials: { token: 'mine' } });
    await expect(plant.run('{ done }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer mine']);
  });

  test('renews a token that is about to expire', async () => {
    signedInAt = 0;
    const { url, seen } = await serve(ok);
    let nowMs = 0;
    const plant = plantAt(url, [], { now: () => nowMs });
    await plant.run('{ done }');
    nowMs = 29_000;
    await plant.run('{ done }');
    nowMs = 31_000;
    await plant.run('{ done }');
    expect(seen.map((one) => one.authorization)).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
    signedInAt = Date.now();
  });

  test.each([
    ['a page that is no JSON', { body: '<html>' }, 'NOT_GRAPHQL'],
    ['an answer without data', { body: { data: null } }, 'NO_DATA'],
  ])('refuses %s', async (_, answer, code) => {
    const { url } = await serve(answer);
    await expect(plantAt(url).run('{ done }')).rejects.toMatchObject({ code });
  });

  test('whose answer is partial throws with the data in it, or gives both', async () => {
    const body = {
      data: { a: 1, b: null },
      errors: [{ message: 'down', path: ['b'], extensions: { code: 'X' } }],
    };
    const { url } = await serve({ body });
    await expect(plantAt(url).run('{ a b }')).rejects.toMatchObject({ code: 'X', data: { a: 1, b: null } });
    expect(await plantAt(url).answer('{ a b }')).toEqual(body);
  });

  test('is broken off by its signal, and not sent again', async () => {
    const { url, seen } = await serve('hang up');
    const broken = AbortSignal.abort(new Error('enough'));
    await expect(plantAt(url).run('{ done }', {}, { signal: broken })).rejects.toThrow('enough');
    expect(seen).toHaveLength(0);
  });
});

test('a payload with refusals is thrown, one without is given', () => {
  const payload = { workOrder: { id: '1' }, errors: [] };
  expect(accepted(payload)).toBe(payload);
  const refusal = { code: 'NUMBER_TAKEN', message: 'There is one', path: ['input', 'number'] };
  expect(() => accepted({ errors: [refusal] }, 'creating')).toThrow('creating: NUMBER_TAKEN: There is one');
  expect(() => accepted({ errors: [refusal] })).toThrow(Refused);
});
