import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../gateway.ts';
import { startGateway } from '../testing/gateway.ts';
import { shop } from '../testing/shop.ts';
import { inProcess } from '../testing/subgraphs.ts';

const GRAPHQL = 'application/graphql-response+json';
const JSON_TYPE = 'application/json';

let gateway: Gateway;
let url: string;

beforeAll(async () => {
  gateway = await startGateway({
    source: { subgraphs: shop().map((subgraph) => inProcess(subgraph)) },
    corsOrigins: ['https://plant.example'],
    maxBodyBytes: 20_000,
    timeoutMs: 400,
  });
  url = gateway.address as string;
});

afterAll(() => gateway.close());

const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': JSON_TYPE, accept: GRAPHQL, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url}?${new URLSearchParams(parameters)}`, { headers: { accept: GRAPHQL, ...headers } });

const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

describe('a well-formed request', () => {
  it('is answered with 200 in the type that is accepted', async () => {
    for (const type of [GRAPHQL, JSON_TYPE]) {
      const response = await post({ query: '{ order(id: "1") { number part { name } } }' }, { accept: type });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
      expect(await response.json()).toEqual({
        data: { order: { number: 'WO-1', part: { name: 'Bracket' } } },
      });
    }
  });

  it('may be sent by GET with variables and an operation name', async () => {
    const query = 'query A { __typename } query B($id: ID!) { order(id: $id) { number } }';
    const response = await get({ query, operationName: 'B', variables: '{"id":"2"}' });
    expect(await response.json()).toEqual({ data: { order: { number: 'WO-2' } } });
  });

  it('has unknown parameters and null ones ignored', async () => {
    const response = await post({
      query: '{ __typename }',
      variables: null,
      operationName: null,
      extensions: null,
      id: 7,
    });
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } });
  });

  it('whose document fails is a 400 in the GraphQL type and a 200 in plain JSON', async () => {
    for (const query of [
      '{',
      '{ nothing }',
      'query A { __typename } query B { __typename }',
      'query ($id: ID!) { order(id: $id) { id } }',
    ]) {
      expect((await post({ query })).status).toBe(400);
      const plain = await post({ query }, { accept: JSON_TYPE });
      expect(plain.status).toBe(200);
      expect(await plain.json()).not.toHaveProperty('data');
    }
  });

  it('with a partial answer is a 200, by the edition of September 2026 a 294', async () => {
    const body = { query: '{ broken order(id: "1") { number } }' };
    expect((await post(body)).status).toBe(200);
    const newer = await startGateway({
      source: { subgraphs: shop().map((one) => inProcess(one)) },
      edition: '2026-09',
    });
    const response = await fetch(newer.address as string, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, accept: GRAPHQL },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(294);
    expect(await response.json()).toMatchObject({ data: { broken: null, order: { number: 'WO-1' } } });
    await newer.close();
  });
});

describe('a request that is not well-formed', () => {
  it.each([
    ['no JSON', 'NONSENSE', 'BAD_REQUEST'],
    ['no query', '{"qeury":"{ __typename }"}', 'BAD_REQUEST'],
    ['a query that is no string', '{"query":7}', 'BAD_REQUEST'],
    ['variables that are a list', '{"query":"{ __typename }","variables":[7]}', 'BAD_REQUEST'],
    ['extensions that are a text', '{"query":"{ __typename }","extensions":"x"}', 'BAD_REQUEST'],
    ['a batch', '[{"query":"{ __typename }"}]', 'BATCHING_NOT_SUPPORTED'],
  ])('with %s is refused with 400', async (_what, body, code) => {
    for (const accept of [GRAPHQL, JSON_TYPE]) {
      const response = await post(body, { accept });
      expect(response.status).toBe(400);
      expect(await codeOf(response)).toBe(code);
    }
  });

  it('is refused with 405 by method, 406 by Accept, 415 by Content-Type, 413 by size', async () => {
    const put = await fetch(url, { method: 'PUT', body: '{}', headers: { 'content-type': JSON_TYPE } });
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, POST, OPTIONS']);
    expect((await post({ query: '{ __typename }' }, { accept: 'image/png' })).status).toBe(406);
    expect((await post({ query: '{ __typename }' }, { accept: `${GRAPHQL};q=0` })).status).toBe(406);
    expect((await post({ query: '{ __typename }' }, { 'content-type': 'text/plain' })).status).toBe(415);
    expect(
      (await post({ query: '{ __typename }' }, { 'content-type': `${JSON_TYPE}; charset=utf-16` })).status,
    ).toBe(415);
    expect((await post({ query: `{ __typename } #${'x'.repeat(30_000)}` })).status).toBe(413);
  });

  it('is refused with 405 for a mutation by GET, which does nothing', async () => {
    const response = await get({ query: 'mutation { renameOrder(id: "1", number: "x") { id } }' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a GET that another site may have forged', () => {
  it.each([{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { cookie: 'a=b' }])(
    'with %o is refused',
    async (headers) => {
      const response = await get({ query: '{ __typename }' }, headers);
      expect(response.status).toBe(400);
      expect(await codeOf(response)).toBe('CSRF_PREVENTION');
    },
  );

  it('passes with a header that forces a preflight, and from the same origin', async () => {
    for (const more of [
      { 'graphql-require-preflight': '1' },
      { 'apollo-require-preflight': '1' },
      { 'content-type': JSON_TYPE },
    ]) {
      expect(
        (await get({ query: '{ __typename }' }, { 'sec-fetch-site': 'cross-site', ...more })).status,
      ).toBe(200);
    }
    expect(
      (await get({ query: '{ __typename }' }, { 'sec-fetch-site': 'same-origin', cookie: 'a=b' })).status,
    ).toBe(200);
  });
});

describe('the HTTP side', () => {
  it('lets only listed origins read answers', async () => {
    const allowed = await post({ query: '{ __typename }' }, { origin: 'https://plant.example' });
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://plant.example');
    const other = await post({ query: '{ __typename }' }, { origin: 'https://evil.example' });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'https://plant.example', 'access-control-request-method': 'POST' },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, POST, OPTIONS',
    ]);
  });

  it('compresses long answers and leaves short ones', async () => {
    const long = `{ ${Array.from({ length: 20 }, (_, i) => `a${i}: orders { id number part { id name mass } }`).join(' ')} }`;
    const { request } = await import('node:http');
    const bytes = await new Promise<{ encoding: string | undefined; body: Buffer }>((resolve, reject) => {
      const outgoing = request(
        url,
        {
          method: 'POST',
          headers: { 'content-type': JSON_TYPE, accept: GRAPHQL, 'accept-encoding': 'gzip' },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) }),
          );
        },
      );
      outgoing.on('error', reject);
      outgoing.end(JSON.stringify({ query: long }));
    });
    expect(bytes.encoding).toBe('gzip');
    expect(Object.keys(JSON.parse(gunzipSync(bytes.body).toString()).data)).toHaveLength(20);
    expect(
      (await post({ query: '{ __typename }' }, { 'accept-encoding': 'gzip' })).headers.get(
        'content-encoding',
      ),
    ).toBeNull();
  });

  it('ends a request that takes too long with 504', async () => {
    const response = await post({ query: '{ slow(ms: 3000) }' });
    expect(response.status).toBe(504);
    expect(await codeOf(response)).toBe('REQUEST_TIMEOUT');
  });

  it('shows GraphiQL to a browser, with nothing fetched from elsewhere', { timeout: 60_000 }, async () => {
    const response = await fetch(url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toContain('Bearer token');
    expect(html).not.toMatch(/<(?:script|link)[^>]+(?:src|href)="https?:/);
  });

  it('tells of its health', async () => {
    const base = url.replace('/graphql', '');
    expect((await fetch(`${base}/health`)).status).toBe(200);
    expect(await (await fetch(`${base}/ready`)).json()).toMatchObject({ status: 'ready' });
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('machshop_gateway_operations_total{');
    expect((await fetch(`${base}/nothing`)).status).toBe(404);
  });
});

describe('a new supergraph', () => {
  const later = () =>
    shop().map((one) =>
      inProcess(
        one.name === 'parts'
          ? { ...one, sdl: one.sdl.replace('mass: Float', 'mass: Float color: String') }
          : one,
      ),
    );

  it('is served at once, and requests under way finish on the old one', async () => {
    const swapped = await startGateway({ source: { subgraphs: shop().map((one) => inProcess(one)) } });
    const ask = async (query: string) =>
      (
        await fetch(swapped.address as string, {
          method: 'POST',
          headers: { 'content-type': JSON_TYPE },
          body: JSON.stringify({ query }),
        })
      ).json();
    const underWay = ask('{ slow(ms: 150) }');
    await ask('{ __typename }');
    await swapped.swap({ subgraphs: later() });
    expect(await ask('{ part(id: "a") { color } }')).toEqual({ data: { part: { color: null } } });
    expect(await underWay).toEqual({ data: { slow: 'done' } });
    await swapped.close();
  });

  it('that does not compose leaves the old one, and /ready says so', async () => {
    const kept = await startGateway({ source: { subgraphs: shop().map((one) => inProcess(one)) } });
    const [orders] = shop();
    await expect(
      kept.swap({ subgraphs: [{ ...inProcess(orders as never), sdl: 'type Query { a: Missing }' }] }),
    ).rejects.toThrow('Missing');
    const answer = await fetch(kept.address as string, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE },
      body: '{"query":"{ order(id: 1) { number } }"}',
    });
    expect(await answer.json()).toEqual({ data: { order: { number: 'WO-1' } } });
    const base = (kept.address as string).replace('/graphql', '');
    expect(await (await fetch(`${base}/ready`)).json()).toMatchObject({
      status: 'degraded',
      checks: { supergraph: expect.stringContaining('Missing') },
    });
    expect(await (await fetch(`${base}/metrics`)).text()).toContain('machshop_gateway_supergraph_broken 1');
    await kept.close();
  });
});
