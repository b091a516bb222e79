import type { Viewer } from '@machshop/auth';
import type { PlannedSubscription, PreparedOperation } from '../engine-api.ts';
import { audienceOf } from './viewer.ts';

/** Types of which everybody may see their own: what selects them is not shared between users. */
export const PERSONAL_TYPES: ReadonlySet<string> = new Set(['User', 'Session', 'Viewer', 'ApiClient']);

/** Subscriptions with equal keys get the same messages. */
export function groupKey(
  prepared: PreparedOperation,
  planned: PlannedSubscription,
  variables: Readonly<Record<string, unknown>> | undefined,
  viewer: Viewer,
): string {
  const personal = [...planned.types].some((type) => PERSONAL_TYPES.has(type)) ? viewer.userId : '';
  return [prepared.key, canonical(variables ?? {}), audienceOf(viewer), personal].join('\0');
}

/** JSON with the names of objects in order: the same for equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
