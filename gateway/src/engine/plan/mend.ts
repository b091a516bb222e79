import type {
  DeferNode,
  FetchNode,
  PlanNode,
  QueryPlan,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** A fetch that is mended. */
export interface MendedFetch extends FetchNode {
  /** The types of the entities that it is for; undefined for all. */
  readonly only?: ReadonlySet<string>;
}

/** Puts other nodes in the place of a fetch that stands at a path. */
export type MendFetch = (fetch: FetchNode, path: readonly (string | number)[]) => readonly MendedFetch[];

/** A plan with each of its fetches mended; what becomes several goes in parallel. */
export function mendPlan(plan: QueryPlan, mend: MendFetch): QueryPlan {
  const { node } = plan;
  if (!node) return plan;
  const walk = (one: PlanNode, path: readonly (string | number)[]): PlanNode => {
    switch (one.kind) {
      case 'Fetch': {
        const fetches = mend(one, path);
        const [only] = fetches;
        return fetches.length === 1 && only ? only : { kind: 'Parallel', nodes: [...fetches] };
      }
      case 'Flatten':
        return { ...one, node: walk(one.node, [...path, ...one.path]) };
      case 'Sequence':
      case 'Parallel':
        return { ...one, nodes: one.nodes.map((child) => walk(child, path)) };
      case 'Condition':
        return {
          ...one,
          ...(one.ifClause ? { ifClause: walk(one.ifClause, path) } : {}),
          ...(one.elseClause ? { elseClause: walk(one.elseClause, path) } : {}),
        };
      case 'Defer':
        return eachBlock(one, (block) => walk(block, []));
    }
  };
  if (node.kind !== 'Subscription') return { ...plan, node: walk(node, []) };
  const primary = mend(node.primary, [])[0] ?? node.primary;
  return { ...plan, node: { ...node, primary, ...(node.rest ? { rest: walk(node.rest, []) } : {}) } };
}

/** A node of what comes in parts with each of its blocks changed; all their paths begin at the root. */
export function eachBlock(node: DeferNode, change: (block: PlanNode) => PlanNode): DeferNode {
  const { primary, deferred } = node;
  return {
    ...node,
    primary: { ...primary, ...(primary.node ? { node: change(primary.node) } : {}) },
    deferred: deferred.map((one) => ({ ...one, ...(one.node ? { node: change(one.node) } : {}) })),
  };
}

/** A fetch of entities with other top-level fields and another requirement. */
export function narrowed(
  fetch: FetchNode,
  keep: (field: FieldNode, on: string | undefined) => boolean,
  requires: QueryPlanSelectionNode[],
): FetchNode {
  const operation = operationOf(fetch);
  const used = new Set<string>();
  const selectionSet = {
    ...operation.selectionSet,
    selections: operation.selectionSet.selections.map((selection) =>
      selection.kind === Kind.FIELD && selection.selectionSet
        ? { ...selection, selectionSet: filtered(selection.selectionSet, keep, undefined) }
        : selection,
    ),
  };
  visit(selectionSet, { Variable: ({ name }) => void used.add(name.value) });
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ variable }) =>
    used.has(variable.name.value),
  );
  return {
    ...fetch,
    requires,
    operation: stripIgnoredCharacters(print({ ...operation, selectionSet, variableDefinitions })),
    variableUsages: (fetch.variableUsages ?? []).filter((name) => used.has(name)),
  };
}

function filtered(
  set: SelectionSetNode,
  keep: (field: FieldNode, on: string | undefined) => boolean,
  on: string | undefined,
): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection, on) ? [selection] : [];
    if (selection.kind !== Kind.INLINE_FRAGMENT) return [selection];
    const below = filtered(selection.selectionSet, keep, selection.typeCondition?.name.value ?? on);
    return below.selections.length > 0 ? [{ ...selection, selectionSet: below }] : [];
  });
  return { ...set, selections };
}

/** The operation of a fetch. */
export function operationOf({ operation }: FetchNode): OperationDefinitionNode {
  const found = parse(operation, { noLocation: true }).definitions[0];
  if (found?.kind !== Kind.OPERATION_DEFINITION) throw new Error('a fetch of the plan has no operation');
  return found;
}

/** The top-level fields of the entities that a fetch asks for, and the types that they are asked of. */
export function entityFields(fetch: FetchNode): readonly (readonly [FieldNode, string | undefined])[] {
  const found: (readonly [FieldNode, string | undefined])[] = [];
  narrowed(fetch, (field, on) => found.push([field, on]) > 0, fetch.requires ?? []);
  return found;
}
