import { expect, test } from 'vitest';
import { withLink } from '../testing/subgraphs.ts';
import { CompositionError, composeSupergraph } from './compose.ts';

const override = (argument: string) => [
  {
    name: 'old',
    sdl: withLink(
      'type Query { part: Part total: Int } type Part @key(fields: "id") { id: ID! mass: Float }',
    ),
  },
  {
    name: 'new',
    sdl: withLink(`type Part @key(fields: "id") { id: ID! "overrideLabel: \\"none\\"" mass: Float @override(from: "old"${argument}) }
      type Query { total: Int @override(from: "old"${argument}) }`),
  },
];
const reasonsOf = (argument: string): readonly string[] => {
  try {
    composeSupergraph(override(argument));
    return [];
  } catch (error) {
    if (error instanceof CompositionError) return error.reasons;
    throw error;
  }
};

test('a supergraph that moves fields by a label is refused, with each field and what to do', () => {
  const rest =
    '@override with a label (percent(10)) is not served: leave the label out to move the field at once, or leave out @override until it moves';
  expect([...reasonsOf(', label: "percent(10)"')].sort()).toEqual([
    `Part.mass: ${rest}`,
    `Query.total: ${rest}`,
  ]);
});

test('one that moves them at once is served', () => {
  expect(reasonsOf('')).toEqual([]);
});
