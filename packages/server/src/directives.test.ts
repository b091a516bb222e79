import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { printDirectives } from './directives.ts';
import { needs, needsUnlessOwn, publicAccess, signedIn } from './guard.ts';

const { rule } = createRequire(import.meta.url)('graphql-shield') as typeof import('graphql-shield');
const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

test('root fields and described types carry their rules, values that of what leads to them', () => {
  const sdl = `${LINK}type Query { order(id: ID!): Order "Signs in." login: LoginPayload }
"An order." type Order @key(fields: "id") { id: ID! cost: Int @deprecated total: Int } type LoginPayload { ok: Boolean }`;
  const read = needs('workOrder:read');
  expect(
    printDirectives('orders', sdl, {
      Query: { order: read, login: publicAccess },
      Order: { '*': read, cost: needs('workOrder:readCost') },
    }),
  ).toBe(
    `${LINK.replace('["@key"]', '["@key", "@policy", "@requiresScopes"]')}type Query { order(id: ID!): Order @requiresScopes(scopes: [["workOrder:read"]]) "Signs in." login: LoginPayload @policy(policies: [["public"]]) }
"An order." type Order @key(fields: "id") @requiresScopes(scopes: [["workOrder:read"]]) { id: ID! cost: Int @deprecated @requiresScopes(scopes: [["workOrder:readCost"]]) total: Int } type LoginPayload @policy(policies: [["parent"]]) { ok: Boolean }`,
  );
});

test('a stub carries rules on the fields that it adds, not on its keys and not as a whole', () => {
  const sdl = `${LINK}type Order @key(fields: "id") @key(fields: "plant { number }") { id: ID! plant: Plant lots: [Int] mine: Int }`;
  const own = needsUnlessOwn<{ id: string }>('user:read', ({ id }, viewer) => id === viewer.userId);
  expect(printDirectives('lots', sdl, { Order: { '*': signedIn, mine: own } })).toContain(
    '{ id: ID! plant: Plant lots: [Int] @authenticated mine: Int @policy(policies: [["user:read"], ["owner"]]) }',
  );
});

test('a connection says how many it has', () => {
  const sdl = `${LINK}type Query { orders(first: Int!, after: String): OrderConnection! }
type OrderConnection { edges: [Int!]! nodes: [Int] totalCount: Int }`;
  expect(printDirectives('orders', sdl, { Query: { orders: signedIn } })).toContain(
    'OrderConnection! @authenticated @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"]) }',
  );
});

test('a rule that a gateway cannot be told is refused', () => {
  const own = rule('own')(() => true);
  expect(() => printDirectives('orders', `${LINK}type Query { a: Int }`, { Query: { a: own } })).toThrow(
    'the rule of Query.a',
  );
});
