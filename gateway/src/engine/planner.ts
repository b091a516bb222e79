import { operationFromDocument } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { Supergraph } from '../compose/compose.ts';
import type { PreparedOperation } from '../engine-api.ts';
import { withResolvableKeys } from './resolvable-keys.ts';

/** Makes plans. Apollo's planner is one; another can be measured against it behind this interface. */
export interface Planner {
  /** Throws when it cannot plan the operation. */
  plan(operation: Pick<PreparedOperation, 'document' | 'operation'>): QueryPlan;
}

/** Apollo's planner. */
export function createApolloPlanner(supergraph: Supergraph): Planner {
  // named fragments would have to be renamed when fetches are merged, and shorten only what is sent once
  const planner = new QueryPlanner(withResolvableKeys(supergraph), {
    reuseQueryFragments: false,
    generateQueryFragments: false,
  });
  return {
    plan(operation) {
      const name = operation.operation.name?.value;
      const parsed = operationFromDocument(
        supergraph.api,
        operation.document,
        name === undefined ? {} : { operationName: name },
      );
      return planner.buildQueryPlan(parsed);
    },
  };
}
