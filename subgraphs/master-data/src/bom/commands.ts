import { newId, type Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  Refused,
  ruleViolation,
  type UserErrorData,
} from '@machshop/server';
import { z } from 'zod';
import { differences, saveChanges } from '../history/changes.ts';
import { changing, idTaken } from '../history/commands.ts';
import { hashOf, reason } from '../inputs.ts';
import { transition } from '../lifecycle.ts';
import { PartStore } from '../part/store.ts';
import type { PartRevisionRow } from '../part/tables.ts';
import { type Effectivity, overlap } from './bom.ts';
import { type Catalog, loadCatalog } from './catalog.ts';
import { bomChange, bomDraftChange } from './changes.ts';
import { cycleOf } from './cycle.ts';
import { describedLines, type LineContent, type LineInput, linesInput, resolveLines } from './lines.ts';
import { BomStore } from './store.ts';
import type { BomLineRow, BomRow } from './tables.ts';

const effectivity = { effectiveFrom: z.date().nullish(), effectiveTo: z.date().nullish() };
const createInput = z.object({
  id: z.uuid().nullish(),
  partRevisionId: z.uuid(),
  ...effectivity,
  lines: linesInput,
});
const changeInput = z.object({
  id: z.uuid(),
  ...effectivity,
  lines: linesInput.nullish(),
  reason: reason.nullish(),
});
const retireInput = z.object({ id: z.uuid(), reason });

/** Drafts a bill of a revision. The same id with the same content again changes nothing. */
export async function createBom(ctx: Context, raw: unknown): Promise<BomRow> {
  const input = checkInput(createInput, raw);
  const { tenantId } = ctx.viewer;
  return changing(ctx, async (tx) => {
    const store = new BomStore(tx, tenantId);
    const requestHash = hashOf(input);
    const [same] = input.id ? await store.byIds([input.id]) : [];
    if (same?.requestHash === requestHash) return same;
    if (same) throw new Refused(idTaken());
    const [revision] = await new PartStore(tx, tenantId).revisionsByIds([input.partRevisionId]);
    if (!revision) throw new Refused(notFound(['input', 'partRevisionId'], 'no such revision'));
    if (revision.status === 'RETIRED') throw new Refused(retiredRevision(revision));
    const row: BomRow = {
      id: input.id ?? newId(),
      tenantId,
      partId: revision.partId,
      partRevisionId: revision.id,
      status: 'DRAFT',
      effectiveFrom: input.effectiveFrom ?? null,
      effectiveTo: input.effectiveTo ?? null,
      requestHash,
      recordedAt: ctx.now(),
    };
    checkRange(row);
    const { catalog, content } = await checkLines(ctx, tx, row, input.lines);
    await store.insert([row]);
    await store.insertLines(lineRows(row.id, content));
    await saveChanges(ctx, tx, [
      bomDraftChange(row, { action: 'CREATE', old: null, new: described(row, content, catalog) }),
    ]);
    return row;
  });
}

/** Changes a draft; a field left out stays. */
export async function changeBom(ctx: Context, raw: unknown): Promise<BomRow> {
  const input = checkInput(changeInput, raw);
  return changing(ctx, async (tx) => {
    const store = new BomStore(tx, ctx.viewer.tenantId);
    const before = await findBom(store, input.id);
    if (before.status !== 'DRAFT') {
      const message = `this bill is ${before.status}: draft another one`;
      throw new Refused(ruleViolation('NOT_A_DRAFT', message, ['input', 'id']));
    }
    const dates = differences(before, {
      effectiveFrom: input.effectiveFrom ?? undefined,
      effectiveTo: input.effectiveTo ?? undefined,
    });
    const row = { ...before, ...dates?.new };
    checkRange(row);
    const old: Record<string, unknown> = { ...dates?.old };
    const changed: Record<string, unknown> = { ...dates?.new };
    if (input.lines) {
      const { catalog, content } = await checkLines(ctx, tx, row, input.lines);
      const { lines, catalog: oldCatalog } = await linesAndCatalog(tx, before);
      const [was, is] = [describedLines(lines, oldCatalog), describedLines(content, catalog)];
      if (hashOf(was) !== hashOf(is)) {
        Object.assign(old, { lines: was });
        Object.assign(changed, { lines: is });
        await store.deleteLines(before.id);
        await store.insertLines(lineRows(before.id, content));
      }
    }
    if (Object.keys(changed).length === 0) return before;
    if (dates) await store.update(before.id, dates.new);
    await saveChanges(ctx, tx, [
      bomDraftChange(row, { action: 'CHANGE', old, new: changed, reason: input.reason }),
    ]);
    return row;
  });
}

/** Retires a bill: it is in effect until now; one that is not in effect yet, or a draft, never will be. */
export async function retireBom(ctx: Context, raw: unknown): Promise<BomRow> {
  const input = checkInput(retireInput, raw);
  return changing(ctx, async (tx) => {
    const store = new BomStore(tx, ctx.viewer.tenantId);
    const before = await findBom(store, input.id);
    const decision = transition(before.status, 'RETIRED');
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'ILLEGAL_TRANSITION')
      throw new Refused(illegalTransition('the bill', decision.from, decision.to));
    const now = ctx.now();
    const from = before.effectiveFrom && before.effectiveFrom < now ? before.effectiveFrom : null;
    const to = before.effectiveTo && before.effectiveTo < now ? before.effectiveTo : now;
    const never = before.effectiveFrom ?? now;
    const changes = {
      status: 'RETIRED',
      effectiveFrom: from && before.status === 'PUBLISHED' ? from : never,
      effectiveTo: from && before.status === 'PUBLISHED' ? to : never,
    } as const;
    await store.update(before.id, changes);
    const row = { ...before, ...changes };
    const { status, effectiveTo } = before;
    const old = { status, effectiveTo };
    const entry = {
      action: 'RETIRE',
      old,
      new: { status: 'RETIRED', effectiveTo: row.effectiveTo },
      reason: input.reason,
    } as const;
    const { lines, catalog } = await linesAndCatalog(tx, row);
    await saveChanges(ctx, tx, [
      status === 'DRAFT' ? bomDraftChange(row, entry) : bomChange(row, lines, catalog, entry),
    ]);
    return row;
  });
}

/** A bill's lines, and what they list. */
export async function linesAndCatalog(
  tx: Tx,
  bom: BomRow,
): Promise<{ lines: BomLineRow[]; catalog: Catalog }> {
  const lines = await new BomStore(tx, bom.tenantId).linesOf([bom.id]);
  const catalog = await loadCatalog(tx, bom.tenantId, {
    partIds: lines.flatMap((line) => line.componentPartId ?? []),
    materialIds: lines.flatMap((line) => line.componentMaterialId ?? []),
  });
  return { lines, catalog };
}

async function checkLines(ctx: Context, tx: Tx, bom: BomRow, lines: readonly LineInput[]) {
  const catalog = await loadCatalog(tx, bom.tenantId, {
    partNumbers: [...new Set(lines.flatMap((line) => line.partNumber ?? []))],
    materialCodes: [...new Set(lines.flatMap((line) => line.materialCode ?? []))],
  });
  const { content, errors } = resolveLines(lines, catalog, ['input']);
  if (errors.length > 0) throw new Refused(...(errors as [UserErrorData, ...UserErrorData[]]));
  const range = rangeOf(bom, ctx.now());
  const cycle = await cycleOf(tx, bom.tenantId, bom.partId, content, range, ['input', 'lines']);
  if (cycle) throw new Refused(cycle);
  return { catalog, content };
}

/** When a draft would be in effect were it published now. */
export const rangeOf = (bom: Pick<BomRow, 'effectiveFrom' | 'effectiveTo'>, now: Date): Effectivity => ({
  from: bom.effectiveFrom ?? now,
  to: bom.effectiveTo,
});

function checkRange({ effectiveFrom: from, effectiveTo: to }: BomRow): void {
  if (!from || !to || overlap({ from, to }, { from, to })) return;
  throw new Refused(
    invalidInput(['input', 'effectiveTo'], 'EFFECTIVITY_EMPTY', 'effectiveTo must be after effectiveFrom'),
  );
}

export async function findBom(store: BomStore, id: string): Promise<BomRow> {
  const [row] = await store.byIds([id]);
  if (!row) throw new Refused(notFound(['input', 'id'], 'no such bill of material'));
  return row;
}

export const retiredRevision = (revision: PartRevisionRow) =>
  ruleViolation('REVISION_RETIRED', `revision ${revision.revision} is retired`, ['input', 'partRevisionId']);

/** Lines as rows of a bill. */
export const lineRows = (bomId: string, lines: readonly LineContent[]): Omit<BomLineRow, 'tenantId'>[] =>
  lines.map((line) => ({ ...line, id: newId(), bomId }));

/** A bill as the history shows it. */
export const described = (
  bom: Omit<BomRow, 'tenantId'>,
  lines: readonly LineContent[],
  catalog: Catalog,
) => ({
  status: bom.status,
  effectiveFrom: bom.effectiveFrom,
  effectiveTo: bom.effectiveTo,
  lines: describedLines(lines, catalog),
});
