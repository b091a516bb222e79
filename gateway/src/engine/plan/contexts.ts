import type { FetchDataRewrite } from '@apollo/query-planner';

/** A variable of a fetch whose value stands above the entity: `@fromContext`. */
export interface ContextValue {
  readonly variable: string;
  /** How many objects above the entity, which is 0 objects above itself. */
  readonly up: number;
  /** From that object: response names, and `... on Type` where its type decides. */
  readonly path: readonly string[];
}

const UP = '..';

/** Reads what the planner says of a value from a context. */
export function contextValue(rewrite: FetchDataRewrite): ContextValue {
  if (rewrite.kind !== 'KeyRenamer') throw new Error('a context sets a value');
  const up = rewrite.path.filter((step) => step === UP).length;
  return { variable: rewrite.renameKeyTo, up, path: rewrite.path.slice(up) };
}
