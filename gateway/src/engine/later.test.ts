import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose/compose.ts';
import type { Executed, GatewayContext } from '../engine-api.ts';
import { Lifetime } from '../lifetime.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';
import { messagesOf, type PartMessage } from '../testing/parts.ts';
import { executeOf, type TestSubgraph, withLink } from '../testing/subgraphs.ts';
import { InProcessTransport } from '../transport/in-process.ts';
import { type SubgraphTransport, TransportError } from '../transport/transport.ts';
import { createMachshopEngine } from './engine.ts';

const orders: TestSubgraph = {
  name: 'orders',
  sdl: withLink(/* GraphQL */ `
    type Query { orders: [Order!]! order(id: ID!): Order lost: Order }
    type Mutation { close(id: ID!): Order }
    type Order @key(fields: "id") { id: ID! number: String! part: Part! note: String bad: String! }
    type Part @key(fields: "id", resolvable: false) { id: ID! }
  `),
  resolvers: {
    Query: {
      orders: () => [order('1'), order('2')],
      order: (_: unknown, { id }: { id: string }) => order(id),
      lost: () => null,
    },
    Mutation: { close: (_: unknown, { id }: { id: string }) => order(id) },
    Order: {
      __resolveReference: ({ id }: { id: string }) => order(id),
      note: () => {
        throw new Error('the note is illegible');
      },
      bad: () => null,
    },
  },
};

const order = (id: string) => ({ id, number: `WO-${id}`, part: { id: `p${id}` } });

const parts: TestSubgraph = {
  name: 'parts',
  sdl: withLink(/* GraphQL */ `
    type Query { part(id: ID!): Part }
    type Part @key(fields: "id") { id: ID! name: String! mass: Float maker: Maker }
    type Maker { name: String! }
  `),
  resolvers: {
    Query: { part: (_: unknown, { id }: { id: string }) => ({ id }) },
    Part: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      name: ({ id }: { id: string }) => (id === 'p2' ? null : `part ${id}`),
      mass: () => 1.5,
      maker: () => ({ name: 'ours' }),
    },
  },
};

interface Asked {
  readonly messages: PartMessage[];
  /** The documents that subgraphs got, in their order. */
  readonly sent: string[];
}

async function ask(
  query: string,
  { variables, replace, lifetime = new Lifetime() }: AskOptions = {},
): Promise<Asked> {
  const sent: string[] = [];
  const transports = new Map<string, SubgraphTransport>(
    [orders, parts].map((one) => [
      one.name,
      (one === parts && replace) ||
        new InProcessTransport(executeOf(one, (request) => sent.push(request.query))),
    ]),
  );
  const engine = createMachshopEngine({
    supergraph: composeSupergraph([orders, parts]),
    transports,
    logger: SILENT,
  });
  const prepared = engine.prepare(query, undefined);
  if (prepared.refused !== undefined) throw new Error(JSON.stringify(prepared.errors));
  const context: GatewayContext = { ...ANYONE, requestId: 'r', headers: {}, lifetime };
  const executed = (await engine.execute(prepared, variables, context, true)) as Executed;
  return { messages: await messagesOf(executed), sent };
}

interface AskOptions {
  readonly variables?: Record<string, unknown>;
  /** In the place of the parts' subgraph. */
  readonly replace?: SubgraphTransport;
  readonly lifetime?: Lifetime;
}

describe('what is deferred', () => {
  it('is not in the first message, and comes with its label and path', async () => {
    const { messages, sent } = await ask(
      '{ order(id: "1") { number ... @defer(label: "slow") { part { name mass } } } }',
    );
    expect(messages).toEqual([
      { data: { order: { number: 'WO-1' } }, hasNext: true },
      {
        incremental: [{ label: 'slow', path: ['order'], data: { part: { name: 'part p1', mass: 1.5 } } }],
        hasNext: false,
      },
    ]);
    expect(sent[0]).not.toContain('part');
  });

  it('of the items of a list comes for each of them, without a label where there is none', async () => {
    const { messages } = await ask('{ orders { id ... @defer { number } } }');
    expect(messages).toEqual([
      { data: { orders: [{ id: '1' }, { id: '2' }] }, hasNext: true },
      {
        incremental: [
          { path: ['orders', 0], data: { number: 'WO-1' } },
          { path: ['orders', 1], data: { number: 'WO-2' } },
        ],
        hasNext: false,
      },
    ]);
  });

  it('in a fragment that is spread twice comes in both places', async () => {
    const { messages } = await ask(
      `{ a: order(id: "1") { ...F } b: order(id: "2") { ...F } } fragment F on Order { id ... @defer(label: "n") { number } }`,
    );
    const said = messages.flatMap(({ incremental }) => incremental ?? []);
    expect(said).toContainEqual({ label: 'n', path: ['a'], data: { number: 'WO-1' } });
    expect(said).toContainEqual({ label: 'n', path: ['b'], data: { number: 'WO-2' } });
    expect(said).toHaveLength(2);
  });

  it('within what is deferred comes after it', async () => {
    const { messages } = await ask(
      '{ order(id: "1") { id ... @defer(label: "part") { part { id ... @defer(label: "name") { name } } } } }',
    );
    expect(messages.map(({ incremental }) => incremental?.map(({ label }) => label))).toEqual([
      undefined,
      ['part'],
      ['name'],
    ]);
    expect(messages.at(-1)).toEqual({
      incremental: [{ label: 'name', path: ['order', 'part'], data: { name: 'part p1' } }],
      hasNext: false,
    });
  });

  it('of the root, and of what a mutation gives, comes as well', async () => {
    const root = await ask('{ order(id: "1") { id } ... @defer { orders { id } } }');
    expect(root.messages[1]).toEqual({
      incremental: [{ path: [], data: { orders: [{ id: '1' }, { id: '2' }] } }],
      hasNext: false,
    });
    const mutation = await ask('mutation { close(id: "2") { id ... @defer { number } } }');
    expect(mutation.messages.map(({ data, incremental }) => data ?? incremental)).toEqual([
      { close: { id: '2' } },
      [{ path: ['close'], data: { number: 'WO-2' } }],
    ]);
  });

  it('of introspection comes too', async () => {
    const { messages } = await ask(
      '{ order(id: "1") { id } ... @defer { __type(name: "Order") { name } lost { id } } }',
    );
    expect(messages.at(-1)).toEqual({
      incremental: [{ path: [], data: { __type: { name: 'Order' }, lost: null } }],
      hasNext: false,
    });
  });

  it('by a condition that does not hold comes at once', async () => {
    const query = 'query ($later: Boolean!) { order(id: "1") { id ... @defer(if: $later) { number } } }';
    const now = await ask(query, { variables: { later: false } });
    expect(now.messages).toEqual([{ data: { order: { id: '1', number: 'WO-1' } } }]);
    const then = await ask(query, { variables: { later: true } });
    expect(then.messages).toHaveLength(2);
    const never = await ask('{ order(id: "1") { id ... @defer(if: false) { number } } }');
    expect(never.messages).toHaveLength(1);
  });

  it('of an object that is not there does not come', async () => {
    const { messages } = await ask('{ lost { id ... @defer { number } } order(id: "1") { id } }');
    expect(messages).toEqual([{ data: { lost: null, order: { id: '1' } } }]);
  });

  it('of an object that a null took away does not come', async () => {
    const { messages } = await ask('{ order(id: "1") { part { id ... @defer { mass } } bad } }');
    expect(messages).toEqual([
      { data: { order: null }, errors: [expect.objectContaining({ path: ['order', 'bad'] })] },
    ]);
  });
});

describe('an error of what is deferred', () => {
  it('stands with its part and not with the first message, wherever it was fetched', async () => {
    const { messages } = await ask('{ order(id: "1") { id ... @defer { note } } }');
    expect(messages).toEqual([
      { data: { order: { id: '1' } }, hasNext: true },
      {
        incremental: [
          {
            path: ['order'],
            data: { note: null },
            errors: [expect.objectContaining({ message: 'the note is illegible', path: ['order', 'note'] })],
          },
        ],
        hasNext: false,
      },
    ]);
  });

  it('that nulls what may not be null nulls its part alone', async () => {
    const { messages } = await ask('{ orders { id part { id ... @defer { name } } } }');
    expect(messages.slice(1)).toEqual([
      {
        incremental: [
          { path: ['orders', 0, 'part'], data: { name: 'part p1' } },
          {
            path: ['orders', 1, 'part'],
            data: null,
            errors: [expect.objectContaining({ path: ['orders', 1, 'part', 'name'] })],
          },
        ],
        hasNext: false,
      },
    ]);
  });

  it('of a subgraph that is down is told once, though many parts miss it', async () => {
    const down: SubgraphTransport = {
      send: (_request, recipient) => {
        queueMicrotask(() => recipient.failed(new TransportError('parts', 'unreachable', 'parts is down')));
        return () => undefined;
      },
      close: async () => undefined,
    };
    const { messages } = await ask('{ orders { id part { id ... @defer { mass } } } }', { replace: down });
    const said = messages.flatMap(({ incremental }) => incremental ?? []);
    expect(said.map(({ data }) => data)).toEqual([{ mass: null }, { mass: null }]);
    expect(said.map(({ errors }) => errors?.map(({ extensions }) => extensions?.code))).toEqual([
      ['SUBGRAPH_UNAVAILABLE'],
      undefined,
    ]);
  });

  it('says that the time was over, for each part that did not come', async () => {
    const lifetime = new Lifetime();
    const slow: SubgraphTransport = {
      send: () => {
        setTimeout(() => lifetime.end('timeout'), 5);
        return () => undefined;
      },
      close: async () => undefined,
    };
    const { messages } = await ask('{ orders { id part { id ... @defer(label: "m") { mass } } } }', {
      replace: slow,
      lifetime,
    });
    expect(messages.slice(1)).toEqual([
      {
        incremental: [0, 1].map((i) => ({
          label: 'm',
          path: ['orders', i, 'part'],
          data: null,
          errors: [
            {
              message: 'The request took too long.',
              path: ['orders', i, 'part'],
              extensions: { code: 'REQUEST_TIMEOUT' },
            },
          ],
        })),
        hasNext: false,
      },
    ]);
  });
});
