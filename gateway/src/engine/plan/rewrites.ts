import type { FetchDataRewrite } from '@apollo/query-planner';
import { getOwn, isObject, type Json, setOwn } from '../own.ts';
import type { TypeConditions } from '../types.ts';

const FRAGMENT = '... on ';

/** Applies a plan's rewrites (renamed keys, set values) to data in place. */
export function applyRewrites(
  rewrites: readonly FetchDataRewrite[],
  data: Json,
  conditions: TypeConditions,
): void {
  for (const rewrite of rewrites) {
    const last = rewrite.path.at(-1);
    if (last === undefined) continue;
    visit(data, rewrite.path, 0, conditions, (object) => {
      if (rewrite.kind === 'ValueSetter') {
        setOwn(object, last, rewrite.setValueTo);
        return;
      }
      const value = getOwn(object, last);
      if (value === undefined) return;
      setOwn(object, rewrite.renameKeyTo, value);
      delete object[last];
    });
  }
}

function visit(
  value: unknown,
  path: readonly string[],
  at: number,
  conditions: TypeConditions,
  apply: (object: Json) => void,
): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, path, at, conditions, apply);
    return;
  }
  if (!isObject(value)) return;
  if (at === path.length - 1) {
    apply(value);
    return;
  }
  const step = path[at] as string;
  if (!step.startsWith(FRAGMENT)) {
    visit(getOwn(value, step), path, at + 1, conditions, apply);
    return;
  }
  // not every object carries its type here; the plan counts on the rewrite being applied then
  const typename = value.__typename;
  if (typeof typename !== 'string' || conditions.covers(step.slice(FRAGMENT.length), typename)) {
    visit(value, path, at + 1, conditions, apply);
  }
}

/** Renames in an error's path what the data's rewrites rename. */
export function rewriteErrorPath(
  rewrites: readonly FetchDataRewrite[],
  path: readonly (string | number)[],
): readonly (string | number)[] {
  let result = path;
  for (const rewrite of rewrites) {
    if (rewrite.kind !== 'KeyRenamer') continue;
    const steps = rewrite.path.filter((step) => !step.startsWith(FRAGMENT));
    let matched = 0;
    for (let i = 0; i < result.length && matched < steps.length; i += 1) {
      const element = result[i];
      if (typeof element === 'number') continue;
      if (element !== steps[matched]) break;
      matched += 1;
      if (matched === steps.length)
        result = [...result.slice(0, i), rewrite.renameKeyTo, ...result.slice(i + 1)];
    }
  }
  return result;
}
