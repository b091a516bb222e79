import { getOwn, isObject, type Json } from '../own.ts';

/** The objects at a path of response names (`@` for every item of a list); nulls are left out. */
export function gather(root: Json, path: readonly string[]): Json[] {
  const found: Json[] = [];
  walk(root, path, 0, found);
  return found;
}

function walk(value: unknown, path: readonly string[], at: number, found: Json[]): void {
  if (value === null || value === undefined) return;
  if (at === path.length) {
    if (isObject(value)) found.push(value);
    else if (Array.isArray(value)) for (const item of value) walk(item, path, at, found);
    return;
  }
  const step = path[at] as string;
  if (step === '@') {
    if (Array.isArray(value)) for (let i = 0; i < value.length; i += 1) walk(value[i], path, at + 1, found);
    return;
  }
  if (!isObject(value)) return;
  const below = value[step];
  // a name of the prototype's is looked up with care, which costs: such names are rare
  walk(
    typeof below === 'function' || step === '__proto__' ? getOwn(value, step) : below,
    path,
    at + 1,
    found,
  );
}

/** The response paths of the same objects in the same order as {@link gather}; only errors need them. */
export function gatherPaths(root: Json, path: readonly string[]): (string | number)[][] {
  const found: (string | number)[][] = [];
  const visit = (value: unknown, at: number, trail: (string | number)[]): void => {
    if (value === null || value === undefined) return;
    if (at === path.length) {
      if (isObject(value)) found.push(trail);
      else if (Array.isArray(value))
        for (const [index, item] of value.entries()) visit(item, at, [...trail, index]);
      return;
    }
    const step = path[at] as string;
    if (step === '@') {
      if (Array.isArray(value))
        for (const [index, item] of value.entries()) visit(item, at + 1, [...trail, index]);
    } else if (isObject(value)) visit(getOwn(value, step), at + 1, [...trail, step]);
  };
  visit(root, 0, []);
  return found;
}
