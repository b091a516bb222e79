import fc from 'fast-check';
import { parse } from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import { startGateway } from '../testing/gateway.ts';
import { shop } from '../testing/shop.ts';
import { inProcess, type TestSubgraph } from '../testing/subgraphs.ts';
import { MemoryBuckets } from './buckets.ts';
import { checkDocument, DOCUMENT_LIMITS } from './document-limits.ts';
import { networkOf, RateLimiter } from './rate-limit.ts';

const gateways: Gateway[] = [];
afterAll(() => Promise.all(gateways.map((gateway) => gateway.close(0))));

async function start(options: Partial<GatewayOptions>) {
  const gateway = await startGateway({
    source: { subgraphs: shop().map((one) => inProcess(one)) },
    ...options,
  });
  gateways.push(gateway);
  return async (query: string, headers: Record<string, string> = {}, variables?: object) => {
    const response = await fetch(gateway.address as string, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return {
      status: response.status,
      headers: response.headers,
      data: body.data,
      codes: (body.errors ?? []).map(({ extensions }) => extensions.code),
    };
  };
}

const codeOf = (query: string) => checkDocument(parse(query), DOCUMENT_LIMITS)?.errors[0]?.extensions?.code;

describe('a document', () => {
  test('within the limits passes', () => {
    expect(codeOf('{ a { b { c } } }')).toBeUndefined();
  });

  test('that is too deep, has too many root fields, aliases or fields is refused with a code of its own', () => {
    expect(codeOf('{a'.repeat(26) + '}'.repeat(26))).toBe('OPERATION_TOO_DEEP');
    expect(codeOf(`{${' a'.repeat(51)}}`)).toBe('TOO_MANY_ROOT_FIELDS');
    expect(codeOf(`{a{${Array.from({ length: 201 }, (_, i) => `a${i}:b`).join(' ')}}}`)).toBe(
      'TOO_MANY_ALIASES',
    );
    expect(codeOf(`{a{${' b'.repeat(5_000)}}}`)).toBe('TOO_MANY_FIELDS');
  });

  test('whose fragments double each other or run in a circle is refused without being unfolded', () => {
    const doubling = Array.from(
      { length: 60 },
      (_, i) => `fragment f${i} on T { ...f${i + 1} ...f${i + 1} }`,
    );
    expect(codeOf(`{ a { ...f0 } } ${doubling.join(' ')} fragment f60 on T { x }`)).toBe('TOO_MANY_FIELDS');
    expect(codeOf('{ a { ...f } } fragment f on T { b { ...g } } fragment g on T { ...f }')).toBe(
      'OPERATION_TOO_DEEP',
    );
  });

  test('that nests thousands of levels deep is refused, not a fault', async () => {
    const ask = await start({});
    const deep = await ask(`${'{a'.repeat(9_000)}${'}'.repeat(9_000)}`);
    expect([deep.status, deep.codes]).toEqual([400, ['OPERATION_TOO_DEEP']]);
  });
});

const lists: TestSubgraph = {
  name: 'lists',
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost", "@listSize"])
    type Query {
      orders(first: Int! = 20): Orders @listSize(slicingArguments: ["first"], sizedFields: ["nodes"])
      tags: [String!]
      loose: [Order!]
      dear: Int @cost(weight: 700)
    }
    type Mutation { touch: Order }
    type Orders { nodes: [Order!] total: Int }
    type Order { id: ID! heavy: Heavy next(first: Int): Orders @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) }
    type Heavy @cost(weight: 5) { id: ID }`,
  resolvers: {
    Query: {
      orders: () => ({ nodes: [{ id: '1', heavy: { id: 'h' } }, { id: '2' }], total: 2 }),
      dear: () => 1,
    },
  },
};

describe('the cost of an operation', () => {
  test('is what it may come to at most, and too much is refused before anything is asked', async () => {
    const costs: (number | undefined)[] = [];
    const ask = await start({
      source: { subgraphs: [inProcess(lists)] },
      cost: { max: 1_000, assumedSize: 10 },
      onOperation: ({ cost }) => void costs.push(cost.estimated),
    });
    const of = async (query: string, variables?: object) => {
      const { codes } = await ask(query, {}, variables);
      return [costs.at(-1), ...codes];
    };
    // the connection, and ten objects in it
    expect(await of('{ orders(first: 10) { nodes { id } total } }')).toEqual([11]);
    expect(await of('{ orders { nodes { id } } }')).toEqual([21]);
    expect(await of('query ($n: Int!) { orders(first: $n) { nodes { id } } }', { n: 50 })).toEqual([51]);
    expect(await of('query ($n: Int! = 7) { orders(first: $n) { nodes { id } } }')).toEqual([8]);
    expect(await of('{ orders(first: 10) { nodes { heavy { id } } } }')).toEqual([61]);
    expect(await of('{ tags loose { id } }')).toEqual([10]);
    expect(await of('mutation { touch { id } }')).toEqual([11]);
    expect(await of('{ dear }')).toEqual([700]);
    expect(await of('{ orders(first: 2000) { nodes { id } } }')).toEqual([2_001, 'OPERATION_TOO_COSTLY']);
    const nested = '{ orders(first: 30) { nodes { next(first: 40) { nodes { id } } } } }';
    expect(await of(nested)).toEqual([1 + 30 * (1 + 1 + 40), 'OPERATION_TOO_COSTLY']);
  });

  test('is counted when the answer is written', async () => {
    const costs: (number | undefined)[] = [];
    const ask = await start({
      source: { subgraphs: [inProcess(lists)] },
      onOperation: ({ cost }) => void costs.push(cost.estimated, cost.actual),
    });
    // the connection, two objects in it, one of them with a heavy one
    await ask('{ orders(first: 10) { nodes { heavy { id } } } }');
    await ask('{ dear one: dear }');
    expect(costs).toEqual([61, 1 + 2 + 5, 1_400, 1_400]);
  });
});

describe('a bucket', () => {
  test('gives as many requests as it holds, then as many as a minute gives back', () => {
    let now = 0;
    const buckets = new MemoryBuckets(() => now);
    for (let i = 0; i < 60; i += 1) expect(buckets.take('a', 60).remaining).toBe(59 - i);
    expect(buckets.take('a', 60)).toEqual({
      allowed: false,
      limit: 60,
      remaining: 0,
      resetSeconds: 60,
      retrySeconds: 1,
    });
    expect(buckets.take('b', 60).allowed).toBe(true);
    now += 1_000;
    expect(buckets.take('a', 60).allowed).toBe(true);
    expect(buckets.take('a', 60).allowed).toBe(false);
  });

  test('never allows more than it holds and gets back, however calls are spread', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 300 }),
        (perMinute, pauses) => {
          let now = 0;
          let allowed = 0;
          const buckets = new MemoryBuckets(() => now);
          for (const pause of pauses) {
            now += pause;
            if (buckets.take('a', perMinute).allowed) allowed += 1;
          }
          expect(allowed).toBeLessThanOrEqual(perMinute + (now * perMinute) / 60_000 + 1e-6);
        },
      ),
    );
  });

  test('of an address is that of its network', () => {
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf('2001:db8:0:1::5')).toBe('2001:db8:0:1::/64');
    expect(networkOf('2001:db8::1')).toBe(networkOf('2001:0db8:0:0:ffff::2'));
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(networkOf(undefined)).toBe('unknown');
  });
});

test('a caller is told what is left, and is refused beyond it; users and addresses are counted apart', async () => {
  const limiter = new RateLimiter(new MemoryBuckets(() => 0), { user: 3, anonymous: 1 }, (viewer) =>
    viewer === '' ? undefined : String(viewer),
  );
  const ask = await start({
    rateLimiter: limiter,
    authenticate: ({ headers }) => {
      const who = String(headers['x-who'] ?? '');
      return { viewer: who, scope: who, forward: {} };
    },
  });
  const as = async (who: string) => {
    const { status, headers, codes } = await ask('{ orders { id } }', who === '' ? {} : { 'x-who': who });
    const shown = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset', 'retry-after'];
    return [status, ...shown.map((name) => headers.get(name)), ...codes];
  };
  expect(await as('ann')).toEqual([200, '3', '2', '20', null]);
  expect(await as('ann')).toEqual([200, '3', '1', '40', null]);
  expect(await as('ann')).toEqual([200, '3', '0', '60', null]);
  expect(await as('ann')).toEqual([429, '3', '0', '60', '20', 'RATE_LIMITED']);
  expect(await as('bob')).toEqual([200, '3', '2', '20', null]);
  expect(await as('')).toEqual([200, '1', '0', '60', null]);
  expect(await as('')).toEqual([429, '1', '0', '60', '60', 'RATE_LIMITED']);
});
