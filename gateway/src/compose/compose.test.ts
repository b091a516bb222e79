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

test('the labels by which a supergraph moves fields are known, each once', () => {
  expect([...composeSupergraph(override(', label: "percent(10)"')).overrideLabels]).toEqual(['percent(10)']);
  expect([...composeSupergraph(override('')).overrideLabels]).toEqual([]);
});

test('a label that is neither a share nor a name is refused', () => {
  expect(() => composeSupergraph(override(', label: "percent(101)"'))).toThrow(CompositionError);
});
