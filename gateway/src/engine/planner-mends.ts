import { createRequire } from 'node:module';
import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import { composeSupergraph } from '../compose/compose.ts';

/** A group of fields that becomes a fetch, as Apollo's planner has it: what is used of it here. */
interface FetchGroup {
  readonly inputs?: { equals(other: unknown): boolean };
  readonly subgraphAndMergeAtKey: string;
  /** What of the operation it is for that comes later. */
  deferRef?: string;
  parents(): readonly { readonly group: FetchGroup }[];
  isDescendantOf(other: FetchGroup): boolean;
  isParentOf(other: FetchGroup): boolean;
  removeChild(child: FetchGroup): void;
  canMergeChildIn(child: FetchGroup): boolean;
  mergeInWithAllDependencies(other: FetchGroup): void;
}

/** The groups of a plan that is being made. */
interface FetchGraph {
  readonly groups: readonly FetchGroup[];
  readonly deferTracking: { updateSubselection(): void };
  reduce(): void;
  process(...args: unknown[]): unknown;
  mergeFetchesToSameSubgraphAndSameInputs(): void;
}

let mended = false;

/**
 * Mends four faults of Apollo's planner (2.14.4) where its groups of fields are merged, for all planners of this
 * process; gateway/docs/stock-faults.md shows them:
 * - two that ask one subgraph by the same inputs become one, also where one needs the other. It then needs itself, and
 *   the planner runs in this circle until its memory is full.
 * - what a required field itself requires is forgotten where the field comes from the subgraph that the query begins
 *   in: the field is asked for at once, without what it requires.
 * - what a field that comes later requires is not marked as coming later, and neither is what requires it: the planner
 *   gives up.
 * - what of an interface comes later is noted down in a way that fails for some selections; the note is left out, since
 *   we know from the operation what comes when.
 *
 * The classes are not exported: they are taken from the graph of a small query that has more than one plan.
 */
export function mendPlanner(): void {
  if (mended) return;
  mended = true;
  const { graph, group } = specimens();
  Object.getPrototypeOf(graph).mergeFetchesToSameSubgraphAndSameInputs = mergeEqualFetches;
  const graphs = Object.getPrototypeOf(graph) as FetchGraph;
  const { process } = graphs;
  graphs.process = function (...args) {
    laterWithLater(this.groups);
    return process.apply(this, args);
  };
  Object.getPrototypeOf(graph.deferTracking).updateSubselection = () => {};
  const groups = Object.getPrototypeOf(group) as FetchGroup;
  const { canMergeChildIn } = groups;
  groups.canMergeChildIn = function (child) {
    return child.parents().length === 1 && canMergeChildIn.call(this, child);
  };
}

/** A graph of the planner's and one of its groups. */
function specimens(): { readonly graph: FetchGraph; readonly group: FetchGroup } {
  const allPlans = createRequire(import.meta.url)('@apollo/query-planner/dist/generateAllPlans.js') as {
    generateAllPlansAndFindBest(choice: unknown): { readonly best: { readonly graph: FetchGraph } };
  };
  const { generateAllPlansAndFindBest } = allPlans;
  let graph: FetchGraph | undefined;
  allPlans.generateAllPlansAndFindBest = (choice) => {
    const found = generateAllPlansAndFindBest(choice);
    graph ??= found.best.graph;
    return found;
  };
  const sdl =
    'extend schema @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@shareable"]) type Query @shareable { both: Int }';
  const { federated, api } = composeSupergraph([
    { name: 'one', sdl },
    { name: 'other', sdl },
  ]);
  new QueryPlanner(federated).buildQueryPlan(operationFromDocument(api, parse('{ both }')));
  allPlans.generateAllPlansAndFindBest = generateAllPlansAndFindBest;
  const group = graph?.groups[0];
  if (!graph || !group) throw new Error('the planner is another than the one that is mended here');
  return { graph, group };
}

/** What comes after a group that comes later comes later. */
function laterWithLater(groups: readonly FetchGroup[]): void {
  let changed = true;
  while (changed) {
    changed = false;
    for (const group of groups) {
      if (group.deferRef !== undefined) continue;
      const later = group.parents().find((parent) => parent.group.deferRef !== undefined);
      if (!later?.group.deferRef) continue;
      group.deferRef = later.group.deferRef;
      changed = true;
    }
  }
}

function mergeEqualFetches(this: FetchGraph): void {
  const bases: FetchGroup[] = [];
  for (const group of [...this.groups]) {
    if (!group.inputs) continue;
    const at = bases.findIndex((base) => isSame(base, group));
    const base = bases[at];
    if (!base) bases.push(group);
    else if (base.isDescendantOf(group)) bases[at] = merged(group, base);
    else merged(base, group);
  }
  this.reduce();
}

/** A group that takes in another, which does not come before it. */
function merged(base: FetchGroup, other: FetchGroup): FetchGroup {
  base.mergeInWithAllDependencies(other);
  // what needed it is now itself
  if (base.isParentOf(base)) base.removeChild(base);
  return base;
}

const isSame = (one: FetchGroup, other: FetchGroup): boolean =>
  one.subgraphAndMergeAtKey === other.subgraphAndMergeAtKey &&
  one.deferRef === other.deferRef &&
  (one.inputs?.equals(other.inputs) ?? false);
