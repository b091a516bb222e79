import { afterAll, describe, expect, test } from 'vitest';
import type { Gateway, GatewayOptions } from '../gateway.ts';
import { startGateway } from '../testing/gateway.ts';
import { joined, partsOf } from '../testing/parts.ts';
import { inProcess, type TestSubgraph } from '../testing/subgraphs.ts';
import type { SubgraphRequest } from '../transport/transport.ts';
import type { Grants } from './grants.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@policy"])\n`;

const orders: TestSubgraph = {
  name: 'orders',
  sdl: `${LINK}
    type Query {
      orders: [Order!] @requiresScopes(scopes: [["order:read"]])
      things: [Thing!]! @authenticated
      open: String @policy(policies: [["public"]])
      forgotten: String
    }
    type Mutation {
      release(id: ID!): String @requiresScopes(scopes: [["order:release"]])
      rename(id: ID!): String @requiresScopes(scopes: [["order:change"]])
    }
    union Thing = Order | Tool
    type Order @key(fields: "id") @requiresScopes(scopes: [["order:read"]]) {
      id: ID!
      cost: String @requiresScopes(scopes: [["order:readCost"]])
      secret: String! @requiresScopes(scopes: [["order:readCost", "order:audit"], ["all:read"]])
      part: Part
      owner: String @policy(policies: [["order:audit"], ["owner"]])
    }
    type Tool @authenticated { name: String cost: String @requiresScopes(scopes: [["tool:readCost"]]) }
    type Part @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: {
    Query: {
      orders: () => ORDERS,
      things: () => [
        { __typename: 'Order', ...ORDERS[0] },
        { __typename: 'Tool', name: 'T1', cost: '9' },
      ],
      open: () => 'open',
      forgotten: () => 'forgotten',
    },
    Mutation: { release: () => 'released', rename: () => 'renamed' },
    Order: { __resolveReference: ({ id }: { id: string }) => ORDERS.find((one) => one.id === id) ?? null },
  },
};
const ORDERS = [
  { id: '1', cost: '10', secret: 's1', part: { id: 'a' }, owner: 'me' },
  { id: '2', cost: '20', secret: 's2', part: { id: 'b' }, owner: 'you' },
];
const parts: TestSubgraph = {
  name: 'parts',
  sdl: `${LINK}
    "A part." type Part @key(fields: "id") @requiresScopes(scopes: [["part:read"]]) { id: ID! name: String }
    type Query { part: Part @requiresScopes(scopes: [["part:read"]]) }`,
  resolvers: {
    Query: { part: () => ({ id: 'a', name: 'Bracket' }) },
    Part: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Part ${id}` }) },
  },
};

const gateways: Gateway[] = [];
afterAll(() => Promise.all(gateways.map((gateway) => gateway.close(0))));

async function start(seen?: (request: SubgraphRequest) => void, options: Partial<GatewayOptions> = {}) {
  const grants = new Map<string, Grants>();
  const gateway = await startGateway({
    source: { subgraphs: [inProcess(orders, seen), inProcess(parts, seen)] },
    authenticate: ({ headers }) => {
      const who = String(headers['x-who'] ?? '');
      return { viewer: who, scope: who, forward: {} };
    },
    access: {
      introspection: 'schema:introspect',
      grantsOf: (viewer) => {
        const who = String(viewer);
        let known = grants.get(who);
        if (!known) {
          const permissions = new Set(who.split(' '));
          known = { signedIn: who !== '', administrator: permissions.has('ADMIN'), permissions };
          grants.set(who, known);
        }
        return known;
      },
    },
    ...options,
  });
  gateways.push(gateway);
  return async (who: string, query: string, accept = 'application/graphql-response+json') => {
    const response = await fetch(gateway.address as string, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept,
        ...(who === '' ? {} : { 'x-who': who }),
      },
      body: JSON.stringify({ query }),
    });
    const { data, errors = [] } = (await answerOf(response)) as {
      data?: unknown;
      errors?: { path?: unknown; extensions: { code: string; permission?: string } }[];
    };
    return {
      status: response.status,
      data,
      errors: errors.map(({ path, extensions }) => ({
        path,
        code: extensions.code,
        ...(extensions.permission ? { permission: extensions.permission } : {}),
      })),
    };
  };
}

/** The answer, put together where it comes in parts. */
async function answerOf(response: Response): Promise<unknown> {
  if (!response.headers.get('content-type')?.startsWith('multipart/')) return response.json();
  const parts = partsOf(await response.text());
  expect(parts.length).toBeGreaterThan(1);
  return joined(parts);
}

describe('a root field', () => {
  test('is refused without its permission, and the request with it when nothing else is asked', async () => {
    const asked: string[] = [];
    const ask = await start(({ query }) => void asked.push(query));
    expect(await ask('clerk', '{ orders { id } }')).toEqual({
      status: 403,
      data: undefined,
      errors: [{ path: ['orders'], code: 'FORBIDDEN', permission: 'order:read' }],
    });
    expect(await ask('', '{ mine: orders { id } }')).toEqual({
      status: 401,
      data: undefined,
      errors: [{ path: ['mine'], code: 'UNAUTHENTICATED' }],
    });
    expect(asked).toEqual([]);
    expect((await ask('order:read', '{ orders { id } }')).data).toEqual({
      orders: [{ id: '1' }, { id: '2' }],
    });
  });

  test('beside one that may be seen is null with an error', async () => {
    const ask = await start();
    expect(await ask('clerk', '{ open orders { id } }')).toEqual({
      status: 200,
      data: { open: 'open', orders: null },
      errors: [{ path: ['orders'], code: 'FORBIDDEN', permission: 'order:read' }],
    });
  });

  test('that is public needs no token', async () => {
    expect(await (await start())('', '{ open }')).toMatchObject({ status: 200, data: { open: 'open' } });
  });

  test('without a rule is refused for everyone but administrators', async () => {
    const ask = await start();
    expect((await ask('order:read', '{ forgotten }')).errors).toEqual([
      { path: ['forgotten'], code: 'FORBIDDEN' },
    ]);
    expect((await ask('ADMIN', '{ forgotten }')).data).toEqual({ forgotten: 'forgotten' });
  });

  test('of a mutation takes the others with it: done is done as a whole', async () => {
    const asked: string[] = [];
    const ask = await start(({ query }) => void asked.push(query));
    const both = 'mutation { rename(id: "1") release(id: "1") }';
    expect((await ask('order:change', both)).errors).toEqual([
      { path: ['release'], code: 'FORBIDDEN', permission: 'order:release' },
    ]);
    expect(asked).toEqual([]);
    expect((await ask('order:change order:release', both)).data).toEqual({
      rename: 'renamed',
      release: 'released',
    });
  });
});

describe('a nested field', () => {
  test('is null with one error at its first place, and is not asked of its subgraph', async () => {
    const asked: string[] = [];
    const ask = await start(({ query }) => void asked.push(query));
    expect(await ask('order:read', '{ orders { id cost part { id name } } }')).toEqual({
      status: 200,
      data: {
        orders: [
          { id: '1', cost: null, part: null },
          { id: '2', cost: null, part: null },
        ],
      },
      errors: [
        { path: ['orders', 0, 'cost'], code: 'FORBIDDEN', permission: 'order:readCost' },
        { path: ['orders', 0, 'part'], code: 'FORBIDDEN', permission: 'part:read' },
      ],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).not.toContain('cost');
  });

  test('that may not be null takes its object with it', async () => {
    const ask = await start();
    expect((await ask('order:read', '{ orders { id secret } }')).data).toEqual({ orders: null });
    expect((await ask('order:read order:readCost order:audit', '{ orders { secret } }')).errors).toEqual([]);
    expect((await ask('order:read all:read', '{ orders { secret } }')).errors).toEqual([]);
  });

  test('behind fragments, aliases and unions is refused by the type that it has', async () => {
    const ask = await start();
    const query = `{ things { ...a ... on Tool { price: cost } } }
      fragment a on Thing { __typename ... on Order { id price: cost } ... on Tool { name } }`;
    expect(await ask('order:read tool:readCost', query)).toEqual({
      status: 200,
      data: {
        things: [
          { __typename: 'Order', id: '1', price: null },
          { __typename: 'Tool', name: 'T1', price: '9' },
        ],
      },
      errors: [{ path: ['things', 0, 'price'], code: 'FORBIDDEN', permission: 'order:readCost' }],
    });
  });

  test('that its owner may see is left to the subgraph', async () => {
    const ask = await start();
    expect((await ask('order:read', '{ orders { owner } }')).errors).toEqual([]);
  });

  test('one narrowed plan does not leak to a caller who may see more, nor the other way', async () => {
    const ask = await start();
    const query = '{ orders { id cost } }';
    for (let i = 0; i < 3; i += 1) {
      expect((await ask('order:read', query)).errors).toHaveLength(1);
      expect((await ask('order:read order:readCost', query)).errors).toHaveLength(0);
      expect((await ask('', query)).status).toBe(401);
    }
  });
});

test('introspection needs its permission, __typename does not', async () => {
  const ask = await start();
  expect(await ask('order:read', '{ __schema { queryType { name } } }')).toMatchObject({
    status: 403,
    errors: [{ path: ['__schema'], permission: 'schema:introspect' }],
  });
  expect((await ask('order:read', '{ __typename open __type(name: "Order") { name } }')).data).toEqual({
    __typename: 'Query',
    open: 'open',
    __type: null,
  });
  const query = '{ __schema { queryType { ...n } } } fragment n on __Type { name }';
  expect((await ask('schema:introspect', query)).data).toEqual({
    __schema: { queryType: { name: 'Query' } },
  });
});

test('stock @apollo/gateway serves the same graph, and what asks for too much is refused as a whole', async () => {
  const ask = await start(undefined, { engine: 'apollo' });
  expect((await ask('order:read', '{ orders { id } }')).data).toEqual({ orders: [{ id: '1' }, { id: '2' }] });
  expect(await ask('order:read', '{ orders { id cost } }')).toMatchObject({
    status: 403,
    data: undefined,
    errors: [{ code: 'FORBIDDEN', permission: 'order:readCost' }],
  });
});

test('what is refused of a part that comes later is null there, with its error, and is not asked', async () => {
  const asked: string[] = [];
  const ask = await start(({ query }) => void asked.push(query));
  const query =
    '{ orders { id ... @defer { cost owner } ...Later @defer } } fragment Later on Order { part { name } }';
  expect(await ask('order:read part:read', query, 'multipart/mixed; deferSpec=20220824')).toEqual({
    status: 200,
    data: {
      orders: [
        { id: '1', cost: null, owner: 'me', part: { name: 'Part a' } },
        { id: '2', cost: null, owner: 'you', part: { name: 'Part b' } },
      ],
    },
    errors: [0, 1].map((i) => ({
      path: ['orders', i, 'cost'],
      code: 'FORBIDDEN',
      permission: 'order:readCost',
    })),
  });
  expect(asked.join()).not.toContain('cost');
});
