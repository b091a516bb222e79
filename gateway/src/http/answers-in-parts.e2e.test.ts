import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Gateway } from '../gateway.ts';
import { startGateway } from '../testing/gateway.ts';
import { shop } from '../testing/shop.ts';
import { inProcess } from '../testing/subgraphs.ts';

const GRAPHQL = 'application/graphql-response+json';

let gateway: Gateway;
beforeAll(async () => {
  gateway = await startGateway({ source: { subgraphs: shop().map((subgraph) => inProcess(subgraph)) } });
});
afterAll(() => gateway.close());

const post = (query: string, accept: string) =>
  fetch(gateway.address as string, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });

describe('a request for an answer in parts', () => {
  const MULTIPART = 'multipart/mixed; deferSpec=20220824';

  it.each([
    ['defer', '{ order(id: "1") { id ... @defer(label: "later") { number } } }'],
    ['stream', '{ order(id: "1") { id number @stream(initialCount: 1) } }'],
  ])('by @%s is refused with what to do instead', async (directive, query) => {
    const response = await post(query, `${MULTIPART}, ${GRAPHQL}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe(`${GRAPHQL}; charset=utf-8`);
    expect(await response.json()).toEqual({
      errors: [
        {
          message: `Unknown directive "@${directive}". Answers come whole here: leave it out, and ask for what is slow in an operation of its own.`,
          locations: [expect.anything()],
          extensions: { code: 'INCREMENTAL_DELIVERY_UNSUPPORTED' },
        },
      ],
    });
    const alone = await post(query, MULTIPART);
    expect(alone.status).toBe(406);
  });

  it('that accepts it but has no such directive is answered whole', async () => {
    const response = await post('{ order(id: "1") { number } }', `${MULTIPART}, application/json`);
    expect(await response.json()).toEqual({ data: { order: { number: 'WO-1' } } });
  });
});
