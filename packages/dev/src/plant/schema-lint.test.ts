import { expect, test } from 'vitest';
import { breakingChanges } from './breaking-changes.ts';
import { lintSchema } from './schema-lint.ts';

const GOOD = `
  interface UserError { code: String! }
  type Query { orders(first: Int!): OrderConnection! }
  type OrderConnection { nodes: [Order!]! }
  type Order { id: ID! status: Status! }
  enum Status { IN_PROGRESS }
  type Mutation { releaseOrder(input: ReleaseOrderInput!): ReleaseOrderPayload! }
  input ReleaseOrderInput { id: ID! }
  type ReleaseOrderPayload { order: Order errors: [UserError!]! }
`;

test('a schema in the style of the house passes', () => {
  expect(lintSchema(GOOD)).toEqual([]);
});

test('names, payloads, inputs and connections that stray are found', () => {
  expect(lintSchema(GOOD.replace('IN_PROGRESS', 'inProgress'))).toEqual([
    'Status.inProgress: enum values are in UPPER_CASE',
  ]);
  expect(lintSchema(GOOD.replace('status: Status', 'the_status: Status'))).toEqual([
    'Order.the_status: fields are in camelCase',
  ]);
  expect(lintSchema(GOOD.replace('errors: [UserError!]!', 'errors: [UserError!]'))).toEqual([
    'ReleaseOrderPayload.errors: must be [UserError!]!',
  ]);
  expect(lintSchema(GOOD.replace('orders(first: Int!)', 'orders(first: Int)'))).toEqual([
    'Query.orders: a connection takes first: Int!',
  ]);
  expect(lintSchema(GOOD.replace('(input: ReleaseOrderInput!)', '(id: ID!)'))).toEqual([
    'Mutation.releaseOrder: takes input: ReleaseOrderInput and nothing else',
  ]);
});

test('what would break a client is found; what is only added is not', async () => {
  expect(await breakingChanges(GOOD, GOOD.replace('status: Status!', ''))).toEqual([
    "Field 'status' was removed from object type 'Order'",
  ]);
  expect(
    await breakingChanges(GOOD, GOOD.replace('id: ID! status', 'id: ID! number: String status')),
  ).toEqual([]);
  expect(await breakingChanges(null, GOOD)).toEqual([]);
});
