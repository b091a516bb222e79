import { newId } from '@machshop/db';
import { invalidInput } from '@machshop/server';
import { bomAt, type Effectivity, isEmptyRange, place } from '../bom/bom.ts';
import { bomChange } from '../bom/changes.ts';
import { described, lineRows } from '../bom/commands.ts';
import { describedLines, type LineContent, resolveLines, unpublishable } from '../bom/lines.ts';
import { bomOverlap, endedBom } from '../bom/publish.ts';
import type { BomRow } from '../bom/tables.ts';
import { hashOf } from '../inputs.ts';
import type { PartRevisionRow } from '../part/tables.ts';
import type { MasterDataDocument } from './document.ts';
import type { ImportPlan, ImportResult, ImportState } from './plan.ts';
import { revisionOf } from './revision-of.ts';

type BomItem = MasterDataDocument['boms'][number];

/** Plans the bills: a changed one ends the one before it, and is published. */
export function planBoms(
  { boms }: MasterDataDocument,
  state: ImportState,
  plan: ImportPlan,
): ImportResult['boms'] {
  return boms.flatMap((item, index) => {
    const path = ['input', 'boms', String(index)];
    const found = revisionOf(item, state, plan, path);
    const { content, errors } = resolveLines(item.lines, state.catalog, path);
    errors.push(...unpublishable(content, state.catalog, path));
    for (const error of errors) plan.refuse(error);
    if (!found || errors.length > 0) return [];
    const planned = planBom(item, found.revision, content, state, plan, path);
    return planned ? [planned] : [];
  });
}

function planBom(
  item: BomItem,
  revision: PartRevisionRow,
  content: readonly LineContent[],
  state: ImportState,
  plan: ImportPlan,
  path: string[],
): ImportResult['boms'][number] | null {
  const others = state.boms.get(revision.id) ?? [];
  const before = counterpart(item, others, state.now);
  const toSame = !item.effectiveTo || item.effectiveTo.getTime() === before?.effectiveTo?.getTime();
  if (before && toSame && sameLines(before, content, state)) return { outcome: 'UNCHANGED', bom: before };

  const range: Effectivity = {
    // the first bill of a revision is there as long as the revision
    from: item.effectiveFrom ?? (before ? state.now : (revision.effectiveFrom ?? state.now)),
    // one that corrects a bill of the same beginning has its end too
    to: item.effectiveTo ?? (item.effectiveFrom ? (before?.effectiveTo ?? null) : null),
  };
  if (isEmptyRange(range)) {
    const message = `must be after ${range.from.toISOString()}`;
    plan.refuse(invalidInput([...path, 'effectiveTo'], 'EFFECTIVITY_EMPTY', message));
    return null;
  }
  const placement = place(others, range, true);
  if (placement.kind === 'OVERLAPS') {
    plan.refuse(bomOverlap(placement.bom, [...path, 'effectiveFrom']));
    return null;
  }
  const ended = placement.ended.map(({ bom, to }) => {
    const { row, change } = endedBom(bom, state.lines.get(bom.id) ?? [], state.catalog, to, state.reason);
    plan.endedBoms.push(row);
    plan.changes.push(change);
    return row;
  });
  const bom = newBom(item, revision, range, content, state, plan, path);
  const rest = others.map((other) => ended.find((row) => row.id === other.id) ?? other);
  state.boms.set(revision.id, [...rest, bom]);
  return { outcome: before ? 'CHANGED' : 'CREATED', bom };
}

function newBom(
  item: BomItem,
  revision: PartRevisionRow,
  range: Effectivity,
  content: readonly LineContent[],
  state: ImportState,
  plan: ImportPlan,
  path: string[],
): BomRow {
  const { tenantId, now, catalog, reason } = state;
  const bom: BomRow = {
    id: newId(),
    tenantId,
    partId: revision.partId,
    partRevisionId: revision.id,
    status: 'PUBLISHED',
    effectiveFrom: range.from,
    effectiveTo: range.to,
    requestHash: hashOf(item),
    recordedAt: now,
  };
  const lines = lineRows(bom.id, content);
  plan.newBoms.push({ bom, lines, path });
  state.lines.set(
    bom.id,
    lines.map((line) => ({ ...line, tenantId })),
  );
  const entry = { action: 'CREATE', old: null, new: described(bom, content, catalog), reason } as const;
  plan.changes.push(bomChange(bom, content, catalog, entry));
  return bom;
}

/** The bill that the item says again: of the same beginning, or the one in effect, or the last one. */
function counterpart(item: BomItem, others: readonly BomRow[], now: Date): BomRow | null {
  const published = others.filter((bom) => bom.status === 'PUBLISHED');
  const from = item.effectiveFrom?.getTime();
  if (from !== undefined) return published.find((bom) => bom.effectiveFrom?.getTime() === from) ?? null;
  return bomAt(published, now) ?? published.at(-1) ?? null;
}

const sameLines = (before: BomRow, content: readonly LineContent[], state: ImportState): boolean =>
  hashOf(describedLines(state.lines.get(before.id) ?? [], state.catalog)) ===
  hashOf(describedLines(content, state.catalog));
