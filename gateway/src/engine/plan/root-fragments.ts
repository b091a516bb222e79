import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import { Kind, print, type SelectionNode, stripIgnoredCharacters } from 'graphql';
import { mendPlan, operationOf } from './mend.ts';

/**
 * What comes later of the root the planner asks for in a fragment on the root type by its name in the supergraph, which
 * in a subgraph may be another. Of the root there is no other type, so the fields are asked for without it.
 */
export function withoutRootFragments(plan: QueryPlan, rootTypes: ReadonlySet<string>): QueryPlan {
  if (plan.node?.kind !== 'Defer') return plan;
  return mendPlan(plan, (fetch) => [fetch.requires ? fetch : unwrapped(fetch, rootTypes)]);
}

function unwrapped(fetch: FetchNode, rootTypes: ReadonlySet<string>): FetchNode {
  const operation = operationOf(fetch);
  const flat = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((one) => {
      if (one.kind !== Kind.INLINE_FRAGMENT || (one.directives ?? []).length > 0) return [one];
      const on = one.typeCondition?.name.value;
      return on === undefined || rootTypes.has(on) ? flat(one.selectionSet.selections) : [one];
    });
  const selectionSet = { ...operation.selectionSet, selections: flat(operation.selectionSet.selections) };
  return { ...fetch, operation: stripIgnoredCharacters(print({ ...operation, selectionSet })) };
}
