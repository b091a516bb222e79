import { buildSchema, type ExecutionResult, GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import { compiler } from './compiled.ts';

const schema = buildSchema(`
  type Query { echo(order: OrderInput, texts: [String!]): String }
  type Mutation { make(input: OrdersInput!): String }
  enum Sequencing { SEQUENTIAL PARALLEL }
  input OrdersInput { orders: [OrderInput!]! }
  input OrderInput { number: String!, sequencing: Sequencing! = SEQUENTIAL }
`);
const echo = (given: unknown) => JSON.stringify(given);
for (const type of [schema.getQueryType(), schema.getMutationType()])
  for (const field of Object.values(type?.getFields() ?? {})) field.resolve = (_, given) => echo(given);

const run = (text: string, variables: Record<string, unknown>): Promise<ExecutionResult> =>
  compiler(schema)(parse(text))(undefined, {}, variables);

test('a default of an input field counts where a variable leaves it out, in lists too', async () => {
  const made = await run('mutation ($input: OrdersInput!) { make(input: $input) }', {
    input: { orders: [{ number: '1' }, { number: '2', sequencing: 'PARALLEL' }] },
  });
  const orders = [
    { number: '1', sequencing: 'SEQUENTIAL' },
    { number: '2', sequencing: 'PARALLEL' },
  ];
  expect(made).toEqual({ data: { make: echo({ input: { orders } }) } });
  const asked = await run('query ($order: OrderInput) { echo(order: $order) }', { order: { number: '1' } });
  expect(asked.data).toEqual({ echo: echo({ order: orders[0] }) });
});

test('a variable of the wrong type is an error that can be told, with a code or without', async () => {
  const { errors } = await run('query ($texts: [String!]) { echo(texts: $texts) }', { texts: [1] });
  expect(errors?.[0]).toBeInstanceOf(GraphQLError);
  expect(errors?.[0]?.message).toContain('$texts');
  expect(errors?.[0]?.extensions).toEqual({});
});
