import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import type { TypeConditions } from '../types.ts';
import { Combinations } from './combine.ts';
import { readsContext } from './contexts-last.ts';
import { type CompiledFetch, compileFetch } from './fetch.ts';
import { regroup } from './regroup.ts';

/** A step of a compiled plan. */
export type Step =
  | { readonly kind: 'fetch'; readonly fetch: CompiledFetch }
  | { readonly kind: 'sequence'; readonly steps: readonly Step[] }
  | { readonly kind: 'parallel'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'condition';
      readonly variable: string;
      readonly whenTrue: Step | undefined;
      readonly whenFalse: Step | undefined;
    };

/** A plan, compiled once for all its executions. */
export interface CompiledPlan {
  /** Undefined when nothing is fetched: introspection and `__typename` only. */
  readonly step: Step | undefined;
  /** A subscription's first fetch; `step` is what follows on each event. */
  readonly primary: CompiledFetch | undefined;
  readonly combinations: Combinations;
  /** What comes later than what `step` gives. */
  readonly deferred: readonly DeferredPlan[];
}

/** What is fetched for fields that come later. */
export interface DeferredPlan {
  /** The label of their `@defer`. */
  readonly id: string;
  /** What it begins after: fetches that come earlier. */
  readonly after: readonly CompiledFetch[];
  readonly plan: CompiledPlan;
}

/** Compiles a plan. Throws on a node that is not known, or where it cannot be. */
export function compilePlan(plan: QueryPlan, conditions: TypeConditions): CompiledPlan {
  const named = new Map<string, CompiledFetch[]>();
  // equal paths are one object, so that what was gathered at one can be found by it
  const paths = new Map<string, readonly string[]>();
  const join = (path: readonly string[], more: readonly (string | number)[]): readonly string[] => {
    const joined = [...path, ...more.map(String)];
    const key = joined.join('.');
    const known = paths.get(key) ?? joined;
    paths.set(key, known);
    return known;
  };
  const compile = (node: PlanNode, path: readonly string[]): Step => {
    switch (node.kind) {
      case 'Fetch': {
        const fetch = compileFetch(node, path, conditions);
        const { planId } = fetch;
        // one that was split is several
        if (planId !== undefined) named.set(planId, [...(named.get(planId) ?? []), fetch]);
        return { kind: 'fetch', fetch };
      }
      case 'Flatten':
        return compile(node.node, join(path, node.path));
      case 'Sequence':
        return { kind: 'sequence', steps: node.nodes.map((child) => compile(child, path)) };
      case 'Parallel':
        return { kind: 'parallel', steps: regroup(node.nodes.map((child) => compile(child, path))) };
      case 'Condition':
        return {
          kind: 'condition',
          variable: node.condition,
          whenTrue: node.ifClause && compile(node.ifClause, path),
          whenFalse: node.elseClause && compile(node.elseClause, path),
        };
      default:
        throw new Error(`the plan has a node of kind ${node.kind}, which is not supported`);
    }
  };
  const { node } = plan;
  const combinations = new Combinations();
  const block = (one: PlanNode | undefined): CompiledPlan => {
    if (one?.kind !== 'Defer')
      return { primary: undefined, step: one && compile(one, []), combinations, deferred: [] };
    const step = one.primary.node && compile(one.primary.node, []);
    const deferred = one.deferred.map(({ label, depends, node: later }) => {
      if (label === undefined) throw new Error('what comes later in a plan has no label');
      const after = depends.flatMap(({ id }) => named.get(id) ?? []);
      // the planner does not say which fetch gets the context that another one reads
      if (later && readsContext(later)) throw new Error('what comes later in a plan reads a context');
      return { id: label, after, plan: block(later) };
    });
    return { primary: undefined, step, combinations, deferred };
  };
  if (node?.kind !== 'Subscription') return block(node);
  const primary = compileFetch(node.primary, [], conditions);
  return { primary, step: node.rest && compile(node.rest, []), combinations, deferred: [] };
}

/** The plan of an operation of which nothing is left to ask. */
export function compileEmptyPlan(): CompiledPlan {
  return { step: undefined, primary: undefined, combinations: new Combinations(), deferred: [] };
}
