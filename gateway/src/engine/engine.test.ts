import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose/compose.ts';
import type { Executed, GatewayContext } from '../engine-api.ts';
import { Lifetime } from '../lifetime.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';
import { executeOf, type TestSubgraph, withLink } from '../testing/subgraphs.ts';
import { InProcessTransport } from '../transport/in-process.ts';
import {
  type SubgraphExecute,
  type SubgraphRequest,
  type SubgraphTransport,
  TransportError,
} from '../transport/transport.ts';
import { createMachshopEngine } from './engine.ts';

const orders: TestSubgraph = {
  name: 'orders',
  sdl: withLink(/* GraphQL */ `
    type Query { orders: [Order!]! latest: Order first: Order constructor: String }
    type Mutation { close(id: ID!): Order reopen(id: ID!): Order }
    type Order @key(fields: "id") { id: ID! part: Part spare: Part toString: String }
    type Part @key(fields: "id", resolvable: false) { id: ID! }
  `),
  resolvers: {
    Query: {
      orders: () => ['1', '2', '3', '4'].map((id) => order(id)),
      latest: () => order('4'),
      first: () => order('1'),
      constructor: () => 'own',
    },
    Mutation: {
      close: (_: unknown, { id }: { id: string }) => order(id),
      reopen: (_: unknown, { id }: { id: string }) => order(id),
    },
  },
};

const order = (id: string) => ({
  id,
  toString: `order ${id}`,
  part: { id: id === '3' ? 'lost' : 'a' },
  spare: { id: 'b' },
});

const parts: TestSubgraph = {
  name: 'parts',
  sdl: withLink(
    /* GraphQL */ `type Part @key(fields: "id") { id: ID! name: String! maker: Maker weight: Float } type Maker { name: String }`,
  ),
  resolvers: {
    Part: {
      __resolveReference: ({ id }: { id: string }) =>
        id === 'lost' ? null : { id, name: `part ${id}`, maker: { name: 'ours' } },
      weight: ({ id }: { id: string }) => {
        throw new Error(`nobody weighed ${id}`);
      },
    },
  },
};

interface Bench {
  readonly requests: SubgraphRequest[];
  run(
    query: string,
    more?: { variables?: Record<string, unknown>; scope?: string; lifetime?: Lifetime },
  ): Promise<{ data?: unknown; errors?: unknown[] }>;
}

function bench(replace: Readonly<Record<string, SubgraphTransport>> = {}): Bench {
  const requests: SubgraphRequest[] = [];
  const supergraph = composeSupergraph([orders, parts]);
  const transports = new Map<string, SubgraphTransport>(
    [orders, parts].map((one) => [
      one.name,
      replace[one.name] ?? new InProcessTransport(executeOf(one, (request) => requests.push(request))),
    ]),
  );
  const engine = createMachshopEngine({ supergraph, transports, logger: SILENT });
  return {
    requests,
    async run(query, { variables, scope = 'anyone', lifetime = new Lifetime() } = {}) {
      const prepared = engine.prepare(query, undefined);
      if (prepared.refused !== undefined) return { errors: [...prepared.errors] };
      const context: GatewayContext = { ...ANYONE, scope, requestId: 'r', headers: {}, lifetime };
      const outcome = await engine.execute(prepared, variables, context);
      return JSON.parse(String((outcome as Executed).body ?? JSON.stringify({ errors: outcome.errors })));
    },
  };
}

const down = (fault: TransportError): SubgraphTransport => ({
  send: (_request, recipient) => {
    queueMicrotask(() => recipient.failed(fault));
    return () => undefined;
  },
  close: async () => undefined,
});

describe('fetches of entities', () => {
  it('send equal representations once and fetch siblings in one request', async () => {
    const { run, requests } = bench();
    const { data } = await run(
      '{ orders { part { name } spare { name maker { name } } } latest { spare { name } } }',
    );
    expect(data).toMatchObject({
      orders: [{ part: { name: 'part a' }, spare: { name: 'part b', maker: { name: 'ours' } } }, {}, {}, {}],
      latest: { spare: { name: 'part b' } },
    });
    expect(requests.map(({ subgraph }) => subgraph)).toEqual(['orders', 'parts']);
    const sent = Object.values(requests[1]?.variables ?? {}).flat();
    expect(sent).toHaveLength(new Set(sent.map((one) => JSON.stringify(one))).size + 1);
  });

  it('that fail for one entity tell where, with the paths of all places that show it', async () => {
    const { run } = bench();
    const { data, errors } = await run('{ orders { part { id weight } } }');
    expect(data).toEqual({
      orders: [
        { part: { id: 'a', weight: null } },
        { part: { id: 'a', weight: null } },
        { part: { id: 'lost', weight: null } },
        { part: { id: 'a', weight: null } },
      ],
    });
    expect(errors).toEqual(
      [0, 1, 3].map((i) =>
        expect.objectContaining({ message: 'nobody weighed a', path: ['orders', i, 'part', 'weight'] }),
      ),
    );
  });

  it('that find nothing null the next place that may be null, with an error that says so', async () => {
    const { run } = bench();
    const { data, errors } = await run('{ orders { id part { name } } }');
    expect(data).toMatchObject({ orders: [{ part: { name: 'part a' } }, {}, { id: '3', part: null }, {}] });
    expect(errors).toEqual([
      {
        message: 'Cannot return null for non-nullable field Part.name.',
        path: ['orders', 2, 'part', 'name'],
        extensions: { code: 'INVALID_GRAPHQL' },
      },
    ]);
  });

  it('go one by one when a merged request is nulled as a whole', async () => {
    const whole = executeOf(parts);
    let calls = 0;
    const picky: SubgraphExecute = async (request) => {
      calls += 1;
      return request.query.includes('_0')
        ? { data: null, errors: [{ message: 'too much at once' }] }
        : whole(request);
    };
    const { run } = bench({ parts: new InProcessTransport(picky) });
    const { data, errors } = await run('{ latest { part { name } spare { name maker { name } } } }');
    expect(data).toEqual({
      latest: { part: { name: 'part a' }, spare: { name: 'part b', maker: { name: 'ours' } } },
    });
    expect([errors, calls]).toEqual([undefined, 3]);
  });

  it('do not wait for one that has nothing to ask when a merged request is nulled as a whole', async () => {
    const whole = executeOf(parts);
    const picky: SubgraphExecute = async (request) =>
      request.query.includes('_0') ? { data: null, errors: [{ message: 'too much' }] } : whole(request);
    const unknown = { __typename: 'Part' };
    const known = { __typename: 'Part', id: 'a' };
    const latest = { __typename: 'Order', part: known, spare: { ...known, id: 'b' } };
    const some: SubgraphExecute = async () => ({
      data: { latest, first: { __typename: 'Order', part: unknown } },
    });
    const { run } = bench({ orders: new InProcessTransport(some), parts: new InProcessTransport(picky) });
    const { data } = await run(
      '{ latest { part { name } spare { maker { name } } } first { part { name maker { name } } } }',
    );
    expect(data).toEqual({
      latest: { part: { name: 'part a' }, spare: { maker: { name: 'ours' } } },
      first: { part: null },
    });
  });
});

describe('a subgraph that is down', () => {
  it('leaves the rest of the answer, and its address and cause unsaid', async () => {
    const fault = new TransportError('parts', 'unreachable', 'connect ECONNREFUSED 10.0.0.7:4001', {
      cause: new Error('secret'),
    });
    const { data, errors } = await bench({ parts: down(fault) }).run(
      '{ latest { id spare { id maker { name } } } }',
    );
    expect(data).toEqual({ latest: { id: '4', spare: { id: 'b', maker: null } } });
    expect(errors).toEqual([
      {
        message: 'The parts service is not available.',
        path: ['latest', 'spare'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName: 'parts' },
      },
    ]);
  });

  it('that answers nonsense is one that is not available', async () => {
    const nonsense = new InProcessTransport(async () => ({ data: { _entities: [] } }));
    const { data, errors } = await bench({ parts: nonsense }).run('{ latest { spare { name } } }');
    expect(data).toEqual({ latest: { spare: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
  });
});

describe('equal reads under way at the same time', () => {
  const query = '{ latest { id } }';

  it('share one request within a viewer’s scope and not beyond it', async () => {
    const { run, requests } = bench();
    const answers = await Promise.all([run(query), run(query), run(query, { scope: 'someone else' })]);
    expect(answers).toEqual(Array(3).fill({ data: { latest: { id: '4' } } }));
    expect(requests).toHaveLength(2);
  });

  it('are not joined by one that follows a mutation', async () => {
    const { run, requests } = bench();
    const early = run(query);
    await run('mutation { close(id: "4") { id } }');
    await Promise.all([early, run(query)]);
    expect(requests.filter(({ isRead }) => isRead)).toHaveLength(2);
  });

  it('go on when the one who asked first leaves', async () => {
    const { run } = bench();
    const lifetime = new Lifetime();
    const first = run(query, { lifetime });
    const second = run(query);
    lifetime.end('disconnect');
    expect(await second).toEqual({ data: { latest: { id: '4' } } });
    await first;
  });
});

describe('an operation', () => {
  it('may name fields and aliases like members of every object', async () => {
    const { run } = bench();
    const { data } = await run(
      '{ constructor __proto__: constructor latest { toString valueOf: id hasOwnProperty: part { __proto__: name } } }',
    );
    expect(JSON.stringify(data)).toBe(
      '{"constructor":"own","__proto__":"own","latest":{"toString":"order 4","valueOf":"4","hasOwnProperty":{"__proto__":"part a"}}}',
    );
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it('that introspects is answered beside its data', async () => {
    const { run } = bench();
    const { data } = await run(
      'query ($n: String!) { __type(name: $n) { name } latest { id } __schema { queryType { name } } t: __typename }',
      { variables: { n: 'Part' } },
    );
    expect(data).toEqual({
      __type: { name: 'Part' },
      latest: { id: '4' },
      __schema: { queryType: { name: 'Query' } },
      t: 'Query',
    });
  });

  it('whose variables do not fit is refused with a code', async () => {
    const { errors } = await bench().run('query ($n: String!) { __type(name: $n) { name } }');
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('"$n"'),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    ]);
  });

  it('does mutations one after the other', async () => {
    const { run, requests } = bench();
    const { data } = await run(
      'mutation { a: close(id: "1") { id spare { name } } b: reopen(id: "2") { id } }',
    );
    expect(data).toEqual({ a: { id: '1', spare: { name: 'part b' } }, b: { id: '2' } });
    expect(requests[0]?.isRead).toBe(false);
  });

  it('that the planner gives up on is an error, not an answer without data', async () => {
    const supergraph = composeSupergraph([orders, parts]);
    let asked = 0;
    const engine = createMachshopEngine({
      supergraph,
      transports: new Map(),
      logger: SILENT,
      planner: {
        plan: () => {
          asked += 1;
          return { kind: 'QueryPlan' };
        },
      },
    });
    const prepared = engine.prepare('{ latest { id } }', undefined);
    if (prepared.refused !== undefined) throw new Error('the operation is valid');
    const context = { ...ANYONE, requestId: 'r', headers: {}, lifetime: new Lifetime() };
    for (let time = 0; time < 2; time++)
      expect(await engine.execute(prepared, undefined, context)).toMatchObject({
        refused: 'internal',
        errors: [{ extensions: { code: 'QUERY_PLANNING_FAILED' } }],
      });
    // it is not asked again for what it could not do: that may take long
    expect(asked).toBe(1);
  });
});
