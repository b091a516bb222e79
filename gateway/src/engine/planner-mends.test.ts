import { operationFromDocument } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from '../compose/compose.ts';
import { answerOf, enginesOf } from '../differential/compare.ts';
import { GRAPHS } from '../differential/graphs.ts';
import { mendPlanner } from './planner-mends.ts';

const graph = (name: string) => {
  const found = GRAPHS.find((one) => one.name === name);
  if (!found) throw new Error(`there is no graph ${name}`);
  return composeSupergraph(found.subgraphs);
};

/** The fetches of a plan as `subgraph: operation`, in their order. */
function fetches(name: string, query: string): string[] {
  const { federated, api } = graph(name);
  const planner = new QueryPlanner(federated, { incrementalDelivery: { enableDefer: true } });
  const { node } = planner.buildQueryPlan(operationFromDocument(api, parse(query)));
  const all: string[] = [];
  const walk = (one: PlanNode): void => {
    if (one.kind === 'Fetch') all.push(`${one.serviceName}: ${one.operation}`);
    else if (one.kind === 'Flatten') walk(one.node);
    else if (one.kind === 'Sequence' || one.kind === 'Parallel') one.nodes.forEach(walk);
    else if (one.kind === 'Defer')
      for (const block of [one.primary, ...one.deferred]) if (block.node) walk(block.node);
  };
  if (node && node.kind !== 'Subscription') walk(node);
  return all;
}

/** Something deferred that requires something; something deferred of an interface's object. */
const REQUIRES = '{ cells { id ... @defer(label: "a") { machines { label } } } }';
const ABSTRACT = '{ nut { id ... on Thing @defer(label: "a") { ... on Nut { size } } } }';

test('the planner as it comes gives up where something deferred requires something or is of an interface', () => {
  // when it does no more, the mends have had their day
  expect(() => fetches('keys', REQUIRES)).toThrow(/cannot have a top-level deferRef/);
  expect(() => fetches('visibility', ABSTRACT)).toThrow(/Cannot add selection of field/);
});

test('what a required field requires is fetched before it, also where the query begins in its subgraph', () => {
  // the planner as it comes asks for the label at once: when it does no more, the mend has had its day
  expect(fetches('rounds', '{ feed { title } }')[0]).toBe('x: {feed{__typename id label}}');
  mendPlanner();
  expect(fetches('rounds', '{ feed { title } }').map((one) => one.replace(/.*\.\.\./, '...'))).toEqual([
    'x: {feed{__typename id}}',
    '...on Post{stars}}}',
    '...on Post{label}}}',
    '...on Post{title}}}',
  ]);
});

test('fetches by the same inputs of which one needs the other are merged without a circle', () => {
  mendPlanner();
  // the planner as it comes runs here until its memory is full
  const query = '{ entries { by { adult ... on Robot { handle } } } }';
  expect(fetches('objects', query).map((one) => one.slice(0, 6))).toEqual([
    'audit:',
    'people',
    'social',
    'social',
  ]);
});

test.each([
  ['keys', REQUIRES],
  ['visibility', ABSTRACT],
  // a fragment on the root's name in the supergraph, which a subgraph calls otherwise
  ['visibility', '{ nut { size } ... on Query @defer { things { size } } }'],
])('over the supergraph %s what is deferred comes later: %s', async (name, query) => {
  const graph = GRAPHS.find((one) => one.name === name);
  if (!graph) throw new Error(`there is no graph ${name}`);
  const { ours } = await enginesOf(graph, 1);
  const operation = { query, variables: {} };
  let messages = 0;
  const parts = await answerOf(ours, operation, (count) => {
    messages = count;
  });
  expect(messages).toBe(2);
  expect(parts).toEqual({ ...(await answerOf(ours, operation)), ordered: parts?.ordered });
});
