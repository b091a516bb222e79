import { composeSupergraph } from '@machshop/gateway';
import { expect, test } from 'vitest';
import { lintOwnership } from './ownership-lint.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])';

/** The faults of two subgraphs, of which the second adds `field` to the first one's orders. */
function faults(field: string, more = '', others: readonly string[] = []): string[] {
  const orders = `${LINK}
    type Query { order(id: ID!): Order }
    type Order @key(fields: "id") @key(fields: "number") { id: ID! number: String! customer: String! lines: [Line!]! }
    type Line { amount: Int! }`;
  const messages = `${LINK}
    type Query { message(id: ID!): Message }
    type Message @key(fields: "id") { id: ID! text: String! ${more} }
    union Subject = Order | Message
    type Order @key(fields: "id") { id: ID! ${field} }`;
  const supergraph = composeSupergraph([
    { name: 'orders', sdl: orders, events: undefined, url: 'http://orders' },
    { name: 'messages', sdl: messages, events: undefined, url: 'http://messages' },
    ...others.map((sdl, i) => ({
      name: `other-${i}`,
      sdl: `${LINK}${sdl}`,
      events: undefined,
      url: `http://${i}`,
    })),
  ]);
  return lintOwnership(supergraph.sdl);
}

test('a field that a subgraph adds to another one’s entity is nullable', () => {
  expect(faults('messages: [Message!]')).toEqual([]);
  const sentence = "Order.messages: MESSAGES adds it to ORDERS's Order, so it must be nullable";
  expect(faults('messages: [Message!]!')).toEqual([sentence]);
});

test('a key is added by nobody who names an entity by it, whichever key that is', () => {
  const bill = `type Query { bill: Bill } type Bill { order: Order }
    type Order @key(fields: "number", resolvable: false) { number: String! }`;
  expect(faults('messages: [Message!]', '', [bill])).toEqual([]);
});

test('a field that leads to another one’s entity is nullable, alone, in a list or through a union', () => {
  const field = 'messages: [Message!]';
  expect(faults(field, 'order: Order orders: [Order!] subject: Subject reply: Message!')).toEqual([]);
  expect(faults(field, 'order: Order!')).toEqual([
    "Message.order: leads to ORDERS's Order, so it must be nullable",
  ]);
  expect(faults(field, 'orders: [Order!]!')).toHaveLength(1);
  expect(faults(field, 'subject: Subject!')).toEqual([
    "Message.subject: leads to ORDERS's Order, so it must be nullable",
  ]);
});

test('an entity of which two have as much is nobody’s', () => {
  expect(faults('messages: [Message!] first: Message last: Message')).toEqual([
    'Order: no subgraph has more of its fields than every other, so none owns it',
  ]);
});
