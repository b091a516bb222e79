import { type TestSubgraph, withLink } from './subgraphs.ts';

/** Orders and parts over two subgraphs: the smallest graph that needs federation. */
export function shop(): readonly TestSubgraph[] {
  return [orders, parts];
}

const ORDERS = [
  { id: '1', number: 'WO-1', part: { id: 'a' } },
  { id: '2', number: 'WO-2', part: { id: 'b' } },
  { id: '3', number: 'WO-3', part: { id: 'a' } },
];

const PARTS: Record<string, { id: string; name: string; mass: number }> = {
  a: { id: 'a', name: 'Bracket', mass: 1.5 },
  b: { id: 'b', name: 'Cover', mass: 0.25 },
};

const orders: TestSubgraph = {
  name: 'orders',
  sdl: withLink(/* GraphQL */ `
    type Query {
      orders: [Order!]!
      order(id: ID!): Order
      broken: String
      slow(ms: Int!): String
    }
    type Mutation { renameOrder(id: ID!, number: String!): Order }
    type Order @key(fields: "id") { id: ID! number: String! part: Part }
    type Part @key(fields: "id", resolvable: false) { id: ID! }
  `),
  resolvers: {
    Query: {
      orders: () => ORDERS,
      order: (_: unknown, { id }: { id: string }) => ORDERS.find((order) => order.id === id) ?? null,
      broken: () => {
        throw new Error('connection string postgres://secret');
      },
      slow: (_: unknown, { ms }: { ms: number }) =>
        new Promise((resolve) => setTimeout(() => resolve('done'), ms)),
    },
    Mutation: {
      renameOrder: (_: unknown, { id, number }: { id: string; number: string }) => ({
        ...ORDERS.find((order) => order.id === id),
        number,
      }),
    },
  },
};

const parts: TestSubgraph = {
  name: 'parts',
  sdl: withLink(/* GraphQL */ `
    type Query { part(id: ID!): Part }
    type Part @key(fields: "id") { id: ID! name: String! mass: Float }
  `),
  resolvers: {
    Query: { part: (_: unknown, { id }: { id: string }) => PARTS[id] ?? null },
    Part: { __resolveReference: ({ id }: { id: string }) => PARTS[id] ?? null },
  },
};
