import { describe, expect, it } from 'vitest';
import { answerOf, enginesOf } from './compare.ts';
import { GRAPHS } from './graphs.ts';
import type { TestGraph } from './test-graph.ts';

interface Fault {
  readonly fault: string;
  readonly graph: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The minimal cases of gateway/docs/stock-faults.md, in its order. */
const FAULTS: readonly Fault[] = [
  {
    fault: 'a condition on a field with @requires takes its neighbours along',
    graph: 'entities',
    query: 'query ($quoted: Boolean!) { parts { inStock quote @include(if: $quoted) } }',
    variables: { quoted: false },
  },
  {
    fault: 'a fragment with __typename on a root type of another name is dropped',
    graph: 'visibility',
    query: '{ ...Fields } fragment Fields on Query { bolts { weight } __typename }',
  },
  {
    fault: 'an interface object’s subgraph overwrites the type of an object',
    graph: 'abstract',
    query: '{ book { failAward __typename } }',
  },
  {
    fault: 'a conditional fragment with __typename below an interface object makes the planner throw',
    graph: 'abstract',
    query:
      'query ($c: Boolean!) { reviews { subject { ... on Movie { ...F @include(if: $c) } } } } fragment F on Covered { __typename }',
    variables: { c: true },
  },
  {
    fault: 'fields of an object that is selected twice come in another order than the specification says',
    graph: 'visibility',
    query: '{ things { ... on Bolt { grade } } things { size ... on Bolt { thread } } }',
  },
  {
    fault: 'an error tells of a field that the operation does not ask of the object',
    graph: 'abstract',
    query: '{ media { maybeRank ... on Movie { failAward } } }',
  },
  {
    fault: 'a required field leads back to a subgraph by a key that it cannot resolve',
    graph: 'keys',
    query: '{ cell { machines { label } } }',
  },
  {
    fault: 'a field that is required with two sets of arguments has one value for both',
    graph: 'calls',
    query: '{ piece { metric imperial } }',
  },
  {
    fault: 'a field under the name of a key takes the key’s place',
    graph: 'requirements',
    query: '{ piece { id: raw made } }',
  },
];

describe('where stock @apollo/gateway is wrong, our engine is right', () => {
  it.each(FAULTS)('$fault', async ({ graph, query, variables = {} }) => {
    const { ours, stock, reference } = await enginesOf(graphNamed(graph), 1);
    const operation = { query, variables };
    const wanted = await reference(operation);
    const got = await answerOf(ours, operation);
    expect(got?.ordered).toBe(wanted.ordered);
    expect(got?.nulled).toEqual(wanted.nulled);
    // when this fails, stock has been mended: take the case out of gateway/docs/stock-faults.md
    const wrong = await answerOf(await stock(), operation).catch((error: unknown) => String(error));
    expect(wrong).not.toMatchObject({ ordered: wanted.ordered, nulled: wanted.nulled });
  });
});

function graphNamed(name: string): TestGraph {
  const graph = GRAPHS.find((one) => one.name === name);
  if (!graph) throw new Error(`no graph is named ${name}`);
  return graph;
}
