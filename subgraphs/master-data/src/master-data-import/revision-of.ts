import { notFound, ruleViolation } from '@machshop/server';
import { effectiveAt } from '../part/part.ts';
import type { PartRevisionRow, PartRow } from '../part/tables.ts';
import type { ImportPlan, ImportState } from './plan.ts';
import { lastPublished } from './plan-parts.ts';

/**
 * The published revision that a bill or a routing is for; where the item names none, the current one, or the one that
 * will be. Refuses the item when there is none.
 */
export function revisionOf(
  item: { readonly partNumber: string; readonly revision?: string | null | undefined },
  state: ImportState,
  plan: ImportPlan,
  path: readonly string[],
): { part: PartRow; revision: PartRevisionRow } | null {
  const part = state.parts.get(item.partNumber);
  if (!part) {
    const message = `there is no part ${item.partNumber}`;
    plan.refuse(notFound([...path, 'partNumber'], message, 'PART_UNKNOWN'));
    return null;
  }
  const revisions = state.revisions.get(part.id) ?? [];
  const revision = item.revision
    ? revisions.find((row) => row.revision === item.revision)
    : (effectiveAt(revisions, state.now) ?? lastPublished(revisions));
  if (!revision && item.revision) {
    const message = `${part.number} has no revision ${item.revision}`;
    plan.refuse(notFound([...path, 'revision'], message, 'REVISION_UNKNOWN'));
    return null;
  }
  if (revision?.status !== 'PUBLISHED') {
    const message = revision
      ? `revision ${revision.revision} of ${part.number} is ${revision.status}`
      : `${part.number} has no published revision`;
    plan.refuse(ruleViolation('REVISION_NOT_PUBLISHED', message, [...path, 'revision']));
    return null;
  }
  return { part, revision };
}
