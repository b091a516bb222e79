import { type TestSubgraph, withLink } from '../../testing/subgraphs.ts';

/** Every operator watches this. */
export const TENANT = '01900000-0000-7000-8000-000000000001';

/** An order with its part and its machine: three subgraphs, the first fed by events. */
export const EVENTS = /* GraphQL */ `
  extend type Subscription {
    orderChanged(status: [String!]): OrderEvent!
      @eventSource(subject: "mes.{tenant}.orders.order.>", permission: "workOrder:read")
  }
  type OrderEvent { event: String sentAt: Float order: Order }
`;

export const SUBSCRIPTION = `subscription ($status: [String!]) {
  orderChanged(status: $status) {
    sentAt event
    order { id number status good part { number name revision } machine { code name status } }
  }
}`;

const orders: TestSubgraph = {
  name: 'orders',
  sdl: withLink(/* GraphQL */ `
    type Query { order(id: ID!): Order }
    type Order @key(fields: "id") { id: ID! number: String! status: String good: Int part: Part machine: Machine }
    type Part @key(fields: "id", resolvable: false) { id: ID! }
    type Machine @key(fields: "id", resolvable: false) { id: ID! }
  `),
  resolvers: {
    Query: { order: (_: unknown, { id }: { id: string }) => orderOf(id) },
    Order: { __resolveReference: ({ id }: { id: string }) => orderOf(id) },
  },
};

const orderOf = (id: string) => ({
  id,
  number: `WO-${id}`,
  status: 'IN_PROGRESS',
  good: 12,
  part: { id: 'p1' },
  machine: { id: 'm1' },
});

const parts: TestSubgraph = {
  name: 'parts',
  sdl: withLink(/* GraphQL */ `
    type Part @key(fields: "id") { id: ID! number: String! name: String! revision: String! }
  `),
  resolvers: {
    Part: {
      __resolveReference: ({ id }: { id: string }) => ({
        id,
        number: 'BLADE-TF39-001',
        name: 'High pressure turbine blade',
        revision: 'C',
      }),
    },
  },
};

const machines: TestSubgraph = {
  name: 'machines',
  sdl: withLink(/* GraphQL */ `
    type Machine @key(fields: "id") { id: ID! code: String! name: String! status: String! }
  `),
  resolvers: {
    Machine: {
      __resolveReference: ({ id }: { id: string }) => ({
        id,
        code: 'HURCO-02',
        name: 'Five axis mill',
        status: 'IN_USE',
      }),
    },
  },
};

export const SUBGRAPHS: readonly TestSubgraph[] = [orders, parts, machines];
