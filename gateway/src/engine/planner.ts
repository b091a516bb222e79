import { operationFromDocument } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import type { Supergraph } from '../compose/compose.ts';
import type { PreparedOperation } from '../engine-api.ts';
import { contextsLast } from './plan/contexts-last.ts';
import { mendPlan } from './plan/mend.ts';
import { withoutRootFragments } from './plan/root-fragments.ts';
import { withRealFields } from './plan/split-by-requirement.ts';
import { splitByType } from './plan/split-by-type.ts';
import { mendPlanner } from './planner-mends.ts';
import { plannerSupergraph } from './planner-supergraph.ts';
import { TypeConditions } from './types.ts';
import { within } from './within.ts';

/** Makes plans. Apollo's planner is one; another can be measured against it behind this interface. */
export interface Planner {
  /**
   * Throws when it cannot plan the operation.
   * @param overrides whether each label of `@override` holds
   */
  plan(
    operation: Pick<PreparedOperation, 'document' | 'operation'>,
    overrides?: ReadonlyMap<string, boolean>,
  ): QueryPlan;
}

/**
 * How long one plan may take. A plan of a large operation takes tens of milliseconds; while one is made the gateway
 * does nothing else, and there may be operations that the planner does not come to an end with.
 */
const PLANNING_LIMIT_MS = 5_000;

/** How many plans of one operation are weighed; the planner's own 10,000 can take many seconds. */
const MAX_PLANS = 500;

/** Apollo's planner, with what it does wrong mended before and after. */
export function createApolloPlanner(supergraph: Supergraph): Planner {
  mendPlanner();
  const { federated, fields } = plannerSupergraph(supergraph);
  // named fragments would have to be renamed when fetches are merged, and shorten only what is sent once
  const planner = new QueryPlanner(federated, {
    reuseQueryFragments: false,
    generateQueryFragments: false,
    debug: { maxEvaluatedPlans: MAX_PLANS },
    incrementalDelivery: { enableDefer: true },
  });
  const schema = supergraph.fullSchema;
  const conditions = new TypeConditions(schema);
  const rootTypes = new Set(
    [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type?.name ?? []),
  );
  return {
    plan({ operation, document }, overrides) {
      const name = operation.name?.value;
      const parsed = operationFromDocument(
        supergraph.api,
        document,
        name === undefined ? {} : { operationName: name },
      );
      const options = overrides ? { overrideConditions: new Map(overrides) } : {};
      const planned = within(PLANNING_LIMIT_MS, () => planner.buildQueryPlan(parsed, options));
      const made = contextsLast(withoutRootFragments(planned, rootTypes));
      const real = fields ? mendPlan(made, (fetch) => withRealFields(fetch, fields)) : made;
      return splitByType(real, { operation, document, schema, conditions });
    },
  };
}
