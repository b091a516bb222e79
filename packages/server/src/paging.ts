import { type PageArgs, type PageRequest, readPage } from '@machshop/db';
import { UserFacingError } from './errors.ts';

/**
 * Relay's arguments, checked.
 * @throws UserFacingError BAD_USER_INPUT
 */
export function pageRequest(args: PageArgs): PageRequest {
  const request = readPage(args);
  if (typeof request === 'string') throw new UserFacingError('BAD_USER_INPUT', request);
  return request;
}

/** The rows in the order of the keys, null where a key has none: what a loader's batch answers. */
export function inOrder<T>(
  keys: readonly string[],
  rows: readonly T[],
  keyOf: (row: T) => string,
): (T | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** The rows of each key, in the order of the keys: what a loader of lists answers. */
export function grouped<T>(keys: readonly string[], rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const byKey = Map.groupBy(rows, keyOf);
  return keys.map((key) => byKey.get(key) ?? []);
}
