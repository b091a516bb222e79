import { newId } from '@machshop/db';
import { invalidInput, ruleViolation } from '@machshop/server';
import { differences } from '../history/changes.ts';
import { hashOf } from '../inputs.ts';
import { describedRevision, revisionChange } from '../part/changes.ts';
import { MAX_REVISIONS, nextRevision, otherUnit } from '../part/part.ts';
import type { PartRevisionRow, PartRow } from '../part/tables.ts';
import type { MasterDataDocument } from './document.ts';
import type { ImportOutcome, ImportPlan, ImportResult, ImportState } from './plan.ts';

type PartItem = MasterDataDocument['parts'][number];
type Planned = { readonly outcome: ImportOutcome; readonly partRevision: PartRevisionRow };

/** Plans the parts: a new revision is published; a published one stays as it is, and another content is refused. */
export function planParts(
  { parts }: MasterDataDocument,
  state: ImportState,
  plan: ImportPlan,
): ImportResult['parts'] {
  return parts.flatMap((item, index) => {
    const planned = planPart(item, state, plan, ['input', 'parts', String(index)]);
    const part = state.parts.get(item.number);
    if (!planned || !part) return [];
    const { unit } = planned.partRevision;
    state.catalog.add({ kind: 'Part', id: part.id, number: part.number, unit, published: true });
    return [planned];
  });
}

function planPart(item: PartItem, state: ImportState, plan: ImportPlan, path: string[]): Planned | null {
  const part = state.parts.get(item.number);
  const siblings = part ? (state.revisions.get(part.id) ?? []) : [];
  const other = otherUnit(siblings, item.unit);
  if (other) {
    const message = `${item.number} is counted in ${other}: that never changes`;
    plan.refuse(invalidInput([...path, 'unit'], 'UNIT_CHANGED', message));
    return null;
  }
  if (item.revision) return planRevision(item, item.revision, siblings, state, plan, path);
  const last = lastPublished(siblings);
  if (!last) return planRevision(item, siblings.at(-1)?.revision ?? 'A', siblings, state, plan, path);
  if (!changeOfRevision(item, last)) return { outcome: 'UNCHANGED', partRevision: last };
  const next = nextRevision(last.revision);
  if (next) return planRevision(item, next, siblings, state, plan, path);
  const message = `say which revision comes after ${last.revision}`;
  plan.refuse(invalidInput([...path, 'revision'], 'REVISION_MISSING', message));
  return null;
}

/** Plans the item as this revision. */
function planRevision(
  item: PartItem,
  revision: string,
  siblings: readonly PartRevisionRow[],
  state: ImportState,
  plan: ImportPlan,
  path: string[],
): Planned | null {
  const before = siblings.find((row) => row.revision === revision);
  const at = [...path, 'revision'];
  if (before?.status === 'RETIRED') {
    const message = `revision ${revision} of ${item.number} is retired`;
    plan.refuse(ruleViolation('REVISION_RETIRED', message, at));
    return null;
  }
  if (before?.status === 'PUBLISHED') {
    const change = changeOfRevision(item, before);
    if (!change) return { outcome: 'UNCHANGED', partRevision: before };
    const fields = Object.keys(change.new).join(', ');
    const message = `revision ${revision} of ${item.number} is published with another ${fields}: give the next revision`;
    plan.refuse(ruleViolation('REVISION_PUBLISHED', message, at));
    return null;
  }
  if (before) return publishDraft(item, before, state, plan);
  if (siblings.length >= MAX_REVISIONS) {
    plan.refuse(ruleViolation('TOO_MANY_REVISIONS', `a part has at most ${MAX_REVISIONS} revisions`, at));
    return null;
  }
  return newRevision(item, revision, siblings.length === 0, state, plan);
}

/** What an item would change of a revision; what it does not say stays. */
const changeOfRevision = (item: PartItem, before: PartRevisionRow) =>
  differences<PartRevisionRow>(before, {
    name: item.name,
    description: item.description ?? undefined,
    tracking: item.tracking,
    critical: item.critical,
    effectiveFrom: item.effectiveFrom ?? undefined,
  });

function newRevision(
  item: PartItem,
  revision: string,
  isFirst: boolean,
  state: ImportState,
  plan: ImportPlan,
): Planned {
  const part = state.parts.get(item.number) ?? newPart(item, state, plan);
  const { name, description = null, unit, tracking, critical } = item;
  const row: PartRevisionRow = {
    id: newId(),
    tenantId: state.tenantId,
    partId: part.id,
    revision,
    status: 'PUBLISHED',
    name,
    description,
    unit,
    tracking,
    critical,
    effectiveFrom: item.effectiveFrom ?? state.now,
    publishedAt: state.now,
    retiredAt: null,
    requestHash: hashOf(item),
    recordedAt: state.now,
  };
  plan.newRevisions.push(row);
  const entry = {
    action: 'CREATE',
    old: null,
    new: describedRevision(part, row),
    reason: state.reason,
  } as const;
  plan.changes.push(revisionChange(part, row, 'published', entry));
  state.revisions.set(part.id, [...(state.revisions.get(part.id) ?? []), row]);
  return { outcome: isFirst ? 'CREATED' : 'CHANGED', partRevision: row };
}

function newPart(item: PartItem, state: ImportState, plan: ImportPlan): PartRow {
  const { tenantId, now } = state;
  const part = { id: newId(), tenantId, number: item.number, requestHash: hashOf(item), recordedAt: now };
  plan.newParts.push(part);
  state.parts.set(part.number, part);
  return part;
}

function publishDraft(
  item: PartItem,
  before: PartRevisionRow,
  state: ImportState,
  plan: ImportPlan,
): Planned {
  const part = state.parts.get(item.number);
  if (!part) throw new Error(`revision ${before.id} has no part`);
  const change = differences<PartRevisionRow>(before, {
    name: item.name,
    description: item.description ?? undefined,
    tracking: item.tracking,
    critical: item.critical,
    status: 'PUBLISHED',
    publishedAt: state.now,
    effectiveFrom: item.effectiveFrom ?? state.now,
  });
  const row = { ...before, ...change?.new };
  plan.changedRevisions.push(row);
  const entry = {
    action: 'PUBLISH',
    old: change?.old ?? {},
    new: change?.new ?? {},
    reason: state.reason,
  } as const;
  plan.changes.push(revisionChange(part, row, 'published', entry));
  const siblings = state.revisions.get(part.id) ?? [];
  state.revisions.set(
    part.id,
    siblings.map((other) => (other.id === row.id ? row : other)),
  );
  return { outcome: 'CHANGED', partRevision: row };
}

/** The published revision that takes effect last. */
export function lastPublished(revisions: readonly PartRevisionRow[]): PartRevisionRow | null {
  const published = revisions.filter((row) => row.status === 'PUBLISHED');
  const time = (row: PartRevisionRow) => row.effectiveFrom?.getTime() ?? 0;
  return published.toSorted((a, b) => time(a) - time(b) || (a.id < b.id ? -1 : 1)).at(-1) ?? null;
}
