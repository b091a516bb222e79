import { createClient } from 'graphql-ws';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { composeSupergraph } from '../compose/compose.ts';
import type { PreparedOperation } from '../engine-api.ts';
import type { Gateway } from '../gateway.ts';
import { GatewayMetrics } from '../metrics.ts';
import { SILENT, startGateway } from '../testing/gateway.ts';
import { shop } from '../testing/shop.ts';
import { inProcess } from '../testing/subgraphs.ts';
import { Documents } from './documents.ts';
import { planTrusted, readManifest, sha256, trusting } from './trusted.ts';

const ORDER = 'query Order($id: ID!) { order(id: $id) { number } }';
const WRONG = 'query Wrong { thereIsNoSuchField }';

let gateway: Gateway;
let url: string;
const complaints: object[] = [];

beforeAll(async () => {
  gateway = await startGateway({
    source: { subgraphs: shop().map((subgraph) => inProcess(subgraph)) },
    trusted: new Map([ORDER, WRONG].map((text) => [sha256(text), text])),
    trustedOnly: (viewer) => viewer === 'partner',
    authenticate: ({ headers }) => ({
      viewer: headers.authorization,
      scope: `${headers.authorization}`,
      forward: {},
    }),
    logger: { ...SILENT, error: (fields) => complaints.push(fields) },
  });
  url = gateway.address as string;
});
afterAll(() => gateway.close());

const post = async (body: object, authorization = 'staff') => {
  const headers = { 'content-type': 'application/json', authorization };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] };
};
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${url}?${new URLSearchParams(parameters)}`, { headers: { accept: 'application/json', ...headers } });

const variables = { id: '1' };
const ANSWER = { data: { order: { number: 'WO-1' } } };
const REFUSED = [expect.objectContaining({ extensions: { code: 'TRUSTED_OPERATIONS_ONLY' } })];

describe('a trusted operation', () => {
  test('runs by its id, as the specification or Apollo’s clients say it', async () => {
    const id = sha256(ORDER);
    expect(await post({ documentId: id, variables })).toEqual(ANSWER);
    expect(await post({ documentId: `sha256:${id}`, variables })).toEqual(ANSWER);
    expect(await post({ extensions: { persistedQuery: { version: 1, sha256Hash: id } }, variables })).toEqual(
      ANSWER,
    );
    const response = await get({ documentId: id, variables: JSON.stringify(variables) });
    expect(await response.json()).toEqual(ANSWER);
  });

  test('runs over a WebSocket by its id', async () => {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
    });
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(ORDER) } };
    for (const payload of [{ query: `sha256:${sha256(ORDER)}` }, { query: '', extensions }]) {
      const results = client.iterate({ ...payload, variables });
      expect((await results.next()).value).toEqual(ANSWER);
      expect((await results.next()).done).toBe(true);
    }
    await client.dispose();
  });

  test('that nobody knows is refused, and what is no id as well', async () => {
    expect((await post({ documentId: sha256('{ other }') })).errors).toEqual([
      expect.objectContaining({ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }),
    ]);
    for (const documentId of ['', 'sha256:', 'A'.repeat(64), '__proto__', 7, {}])
      expect((await post({ documentId })).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    expect((await post({ variables })).errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
  });

  test('that does not fit the graph is told of at the start, and stops nothing', async () => {
    expect(complaints).toEqual([
      { id: sha256(WRONG), reason: 'Cannot query field "thereIsNoSuchField" on type "Query".' },
    ]);
    expect((await post({ documentId: sha256(WRONG) })).errors?.[0]?.extensions.code).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('by GET may be kept, and asked again whether it still holds', async () => {
    const parameters = { documentId: sha256(ORDER), variables: JSON.stringify(variables) };
    const first = await get(parameters);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag') as string;
    const again = await get(parameters, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const other = await get({ ...parameters, variables: '{"id":"2"}' }, { 'if-none-match': etag });
    expect(other.status).toBe(200);
    const byText = await get({ query: ORDER, variables: JSON.stringify(variables) });
    expect(byText.headers.get('cache-control')).toBe('no-store');
  });
});

describe('who is bound to trusted operations', () => {
  test('runs those and nothing else, not even their text', async () => {
    expect(await post({ documentId: sha256(ORDER), variables }, 'partner')).toEqual(ANSWER);
    for (const query of [ORDER, '{ order(id: "1") { number } }', '{ __typename }', '{ thereIsNone }', '{'])
      expect((await post({ query, variables }, 'partner')).errors).toEqual(REFUSED);
    expect(await post({ query: ORDER, variables })).toEqual(ANSWER);
  });

  test('over a WebSocket as well', async () => {
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: 'partner' },
    });
    await expect(client.iterate({ query: ORDER, variables }).next()).rejects.toEqual(REFUSED);
    const query = `sha256:${sha256(ORDER)}`;
    expect((await client.iterate({ query, variables }).next()).value).toEqual(ANSWER);
    await client.dispose();
  });
});

describe('a manifest', () => {
  const operation = { id: sha256(ORDER), name: 'Order', type: 'query', body: ORDER };
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [operation] };

  test('gives texts by id', () => {
    expect(readManifest(JSON.stringify(manifest))).toEqual(new Map([[sha256(ORDER), ORDER]]));
  });

  test.each([
    ['another format', { ...manifest, format: 'relay' }],
    ['another version', { ...manifest, version: 2 }],
    ['no operations', { ...manifest, operations: {} }],
    ['a text that was changed', { ...manifest, operations: [{ ...operation, body: '{ secrets }' }] }],
  ])('with %s is refused', (_, wrong) => {
    expect(() => readManifest(JSON.stringify(wrong))).toThrow(/manifest|another id/);
  });
});

test('trusted operations are planned before somebody sends them, all but those that do not fit', async () => {
  const planned: string[] = [];
  const faults: object[] = [];
  const engine = {
    prepare: prepareOf(),
    warm: (operation: PreparedOperation) => {
      planned.push(String(operation.name));
      if (operation.name === 'Faulty') throw new Error('there is no plan');
    },
  };
  const texts = [ORDER, 'query Faulty { orders { id } }', WRONG, 'query Last { orders { number } }'];
  const trusted = new Map(texts.map((text) => [sha256(text), text]));
  const logger = { ...SILENT, error: (fields: object) => faults.push(fields) };
  planTrusted(engine.warm, trusting(engine.prepare, trusted), trusted, logger, () =>
    planned.includes('Last'),
  );
  expect(planned).toEqual([]);
  await expect.poll(() => planned).toEqual(['Order', 'Faulty', 'Last']);
  expect(faults).toEqual([expect.objectContaining({ id: sha256(texts[1] as string) })]);
});

test('the first who sends a trusted operation finds its plan', async () => {
  const metrics = new GatewayMetrics(new Registry());
  const other = await startGateway({
    source: { subgraphs: shop().map((subgraph) => inProcess(subgraph)) },
    trusted: new Map([[sha256(ORDER), ORDER]]),
    metrics,
  });
  try {
    // the plan is made in the turn after the gateway was made
    await new Promise((resolve) => setTimeout(resolve, 20));
    const asked = await fetch(
      `${other.address}?${new URLSearchParams({ documentId: sha256(ORDER), variables: JSON.stringify(variables) })}`,
      { headers: { accept: 'application/json' } },
    );
    expect(await asked.json()).toEqual(ANSWER);
    const scraped = await metrics.registry.metrics();
    expect(scraped).toContain('machshop_gateway_plans_total{cache="hit"} 1');
    expect(scraped).not.toContain('cache="miss"');
  } finally {
    await other.close();
  }
});

function prepareOf() {
  const documents = new Documents(composeSupergraph(shop()).apiSchema);
  return (query: string, name: string | undefined) => documents.prepare(query, name);
}
