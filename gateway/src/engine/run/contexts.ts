import { getOwn, isObject, type Json } from '../own.ts';
import type { ContextValue } from '../plan/contexts.ts';
import type { TypeConditions } from '../types.ts';

const FRAGMENT = '... on ';

/** Entities for which a fetch's variables have the same values. */
export interface ContextGroup {
  /** Equal for equal values. */
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly found: readonly Json[];
  /** Where each of them stands among all entities at the path. */
  readonly positions: readonly number[];
}

/** Groups the entities at a path by what stands above them. */
export function contextGroups(
  root: Json,
  path: readonly string[],
  contexts: readonly ContextValue[],
  conditions: TypeConditions,
): readonly ContextGroup[] {
  const groups = new Map<string, { values: Record<string, unknown>; found: Json[]; positions: number[] }>();
  let position = 0;
  eachWithin(root, path, 0, [], (entity, above) => {
    const values = valuesOf(entity, above, contexts, conditions);
    const key = JSON.stringify(values);
    const group = groups.get(key) ?? { values, found: [], positions: [] };
    groups.set(key, group);
    group.found.push(entity);
    group.positions.push(position);
    position += 1;
  });
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** The objects at a path in the order of `gather`, each with those that it stands in. */
function eachWithin(
  value: unknown,
  path: readonly string[],
  at: number,
  above: readonly Json[],
  tell: (entity: Json, above: readonly Json[]) => void,
): void {
  const step = path[at];
  if (Array.isArray(value)) {
    if (step !== undefined && step !== '@') return;
    const next = step === undefined ? at : at + 1;
    for (const item of value) eachWithin(item, path, next, above, tell);
    return;
  }
  if (!isObject(value) || step === '@') return;
  if (step === undefined) tell(value, above);
  else eachWithin(getOwn(value, step), path, at + 1, [...above, value], tell);
}

/** Several contexts may give one variable: the one whose type is above the entity does. */
function valuesOf(
  entity: Json,
  above: readonly Json[],
  contexts: readonly ContextValue[],
  conditions: TypeConditions,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, up, path } of contexts) {
    if (Object.hasOwn(values, variable)) continue;
    const from = up === 0 ? entity : above[above.length - up];
    const value = read(from, path, 0, conditions);
    if (value !== undefined) values[variable] = value;
  }
  return values;
}

function read(value: unknown, path: readonly string[], at: number, conditions: TypeConditions): unknown {
  const step = path[at];
  if (step === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => read(item, path, at, conditions) ?? null);
  if (!isObject(value)) return undefined;
  if (!step.startsWith(FRAGMENT)) return read(getOwn(value, step), path, at + 1, conditions);
  const typename = value.__typename;
  const covers = typeof typename === 'string' && conditions.covers(step.slice(FRAGMENT.length), typename);
  return covers ? read(value, path, at + 1, conditions) : undefined;
}
