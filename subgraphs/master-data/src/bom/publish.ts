import type { Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  Refused,
  ruleViolation,
  type UserErrorData,
} from '@machshop/server';
import { z } from 'zod';
import { type PendingChange, saveChanges } from '../history/changes.ts';
import { changing } from '../history/commands.ts';
import { reason } from '../inputs.ts';
import { transition } from '../lifecycle.ts';
import { PartStore } from '../part/store.ts';
import { isEmptyRange, place } from './bom.ts';
import type { Catalog } from './catalog.ts';
import { bomChange } from './changes.ts';
import { findBom, linesAndCatalog, rangeOf } from './commands.ts';
import { cycleOf } from './cycle.ts';
import { type LineContent, unpublishable } from './lines.ts';
import { BomStore } from './store.ts';
import type { BomRow } from './tables.ts';

const publishInput = z.object({
  id: z.uuid(),
  effectiveFrom: z.date().nullish(),
  endPrevious: z.boolean(),
  reason: reason.nullish(),
});

/**
 * Publishes a draft: its revision and all that it lists are published, it closes no cycle, and it has its time for
 * itself; with `endPrevious` the bill before it makes room.
 */
export async function publishBom(ctx: Context, raw: unknown): Promise<BomRow> {
  const input = checkInput(publishInput, raw);
  return changing(ctx, async (tx) => {
    const store = new BomStore(tx, ctx.viewer.tenantId);
    const before = await findBom(store, input.id);
    const decision = transition(before.status, 'PUBLISHED');
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'ILLEGAL_TRANSITION')
      throw new Refused(illegalTransition('the bill', decision.from, decision.to));
    const effectiveFrom = input.effectiveFrom ?? before.effectiveFrom ?? ctx.now();
    const row: BomRow = { ...before, status: 'PUBLISHED', effectiveFrom };
    const range = rangeOf(row, effectiveFrom);
    if (isEmptyRange(range)) {
      throw new Refused(ruleViolation('EFFECTIVITY_EMPTY', 'it would end before it begins', ['input', 'id']));
    }
    const { lines, catalog } = await linesAndCatalog(tx, row);
    const errors = [
      ...(await unpublishedRevision(tx, row)),
      ...unpublishable(lines, catalog, ['input', 'id']),
      ...[await cycleOf(tx, row.tenantId, row.partId, lines, range, ['input', 'id'])].filter(
        (e) => e !== null,
      ),
    ];
    if (errors.length > 0) throw new Refused(...(errors as [UserErrorData, ...UserErrorData[]]));
    const placement = place(await store.publishedOf([row.partRevisionId]), range, input.endPrevious);
    if (placement.kind === 'OVERLAPS') throw new Refused(bomOverlap(placement.bom, ['input', 'id']));
    const changes: PendingChange[] = [];
    for (const { bom, to } of placement.ended) {
      const listed = await linesAndCatalog(tx, bom);
      const ended = endedBom(bom, listed.lines, listed.catalog, to, input.reason);
      await store.update(bom.id, { status: ended.row.status, effectiveTo: to });
      changes.push(ended.change);
    }
    await store.update(row.id, { status: 'PUBLISHED', effectiveFrom });
    const entry = {
      action: 'PUBLISH',
      old: { status: 'DRAFT' },
      new: { status: 'PUBLISHED', effectiveFrom, effectiveTo: row.effectiveTo },
      reason: input.reason,
    } as const;
    changes.push(bomChange(row, lines, catalog, entry));
    await saveChanges(ctx, tx, changes);
    return row;
  });
}

/** Ends a published bill; one that ends where it begins never was in effect, and is retired. */
export function endedBom(
  bom: BomRow,
  lines: readonly LineContent[],
  catalog: Catalog,
  to: Date,
  why: string | null | undefined,
): { row: BomRow; change: PendingChange } {
  const never = bom.effectiveFrom !== null && to <= bom.effectiveFrom;
  const row: BomRow = { ...bom, status: never ? 'RETIRED' : bom.status, effectiveTo: to };
  const change = bomChange(row, lines, catalog, {
    action: 'SUPERSEDE',
    old: { status: bom.status, effectiveTo: bom.effectiveTo },
    new: { status: row.status, effectiveTo: to },
    reason: why,
  });
  return { row, change };
}

async function unpublishedRevision(tx: Tx, bom: BomRow): Promise<UserErrorData[]> {
  const [revision] = await new PartStore(tx, bom.tenantId).revisionsByIds([bom.partRevisionId]);
  if (revision?.status === 'PUBLISHED') return [];
  const message = `revision ${revision?.revision} is ${revision?.status}: its bill cannot be published`;
  return [ruleViolation('REVISION_NOT_PUBLISHED', message, ['input', 'id'])];
}

/** The refusal of a bill whose time another bill of the revision has. */
export const bomOverlap = (
  bom: Pick<BomRow, 'id' | 'effectiveFrom' | 'effectiveTo'>,
  path: readonly string[],
): UserErrorData => ({
  __typename: 'BomOverlapError',
  code: 'BOM_OVERLAPS',
  message: `another bill is in effect from ${bom.effectiveFrom?.toISOString()} to ${bom.effectiveTo?.toISOString() ?? 'further notice'}`,
  path,
  bom,
  effectiveFrom: bom.effectiveFrom,
  effectiveTo: bom.effectiveTo,
});
