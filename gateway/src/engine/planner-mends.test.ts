import { operationFromDocument } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSupergraph } from '../compose/compose.ts';
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
  const { node } = new QueryPlanner(federated).buildQueryPlan(operationFromDocument(api, parse(query)));
  const all: string[] = [];
  const walk = (one: PlanNode): void => {
    if (one.kind === 'Fetch') all.push(`${one.serviceName}: ${one.operation}`);
    else if (one.kind === 'Flatten') walk(one.node);
    else if (one.kind === 'Sequence' || one.kind === 'Parallel') one.nodes.forEach(walk);
  };
  if (node && node.kind !== 'Subscription') walk(node);
  return all;
}

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
