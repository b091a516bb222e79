import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import type { TypeConditions } from '../types.ts';
import { Combinations } from './combine.ts';
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
  readonly fetches: readonly CompiledFetch[];
  readonly combinations: Combinations;
}

/** Compiles a plan. Throws on a node that is not known. */
export function compilePlan(plan: QueryPlan, conditions: TypeConditions): CompiledPlan {
  const fetches: CompiledFetch[] = [];
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
        fetches.push(fetch);
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
  if (node?.kind === 'Subscription') {
    const primary = compileFetch(node.primary, [], conditions);
    return {
      primary,
      step: node.rest && compile(node.rest, []),
      fetches: [primary, ...fetches],
      combinations,
    };
  }
  return { primary: undefined, step: node && compile(node, []), fetches, combinations };
}

/** The plan of an operation of which nothing is left to ask. */
export function compileEmptyPlan(): CompiledPlan {
  return { step: undefined, primary: undefined, fetches: [], combinations: new Combinations() };
}
