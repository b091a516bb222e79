import { mayUseSite } from '@machshop/auth';
import { type Context, grouped, inOrder } from '@machshop/server';
import { CorrectiveActionStore } from './corrective-action/store.ts';
import type { CorrectiveActionRow } from './corrective-action/tables.ts';
import { type Hold, strictest } from './disposition/disposition.ts';
import { DispositionStore } from './disposition/store.ts';
import type { DispositionApprovalRow, DispositionRow } from './disposition/tables.ts';
import { EightDStore } from './eight-d/store.ts';
import type { EightDMemberRow, EightDStepRow } from './eight-d/tables.ts';
import { isUuid } from './inputs.ts';
import { NonConformanceStore, type Of } from './non-conformance/store.ts';
import type { AffectedItemRow, NonConformanceRow } from './non-conformance/tables.ts';

/** What is at a site where the viewer does not work does not exist for the viewer. */
const visible = <Row extends { siteId: string }>(ctx: Context, rows: readonly Row[]): Row[] =>
  rows.filter((row) => mayUseSite(ctx.viewer, row.siteId));

export const nonConformanceById = (ctx: Context) =>
  ctx.loader<string, NonConformanceRow | null>('nonConformanceById', async (tx, ids) =>
    inOrder(ids, visible(ctx, await new NonConformanceStore(tx, ctx.viewer).byIds(ids)), (row) => row.id),
  );

export const nonConformanceByNumber = (ctx: Context) =>
  ctx.loader<string, NonConformanceRow | null>('nonConformanceByNumber', async (tx, numbers) => {
    const rows = await new NonConformanceStore(tx, ctx.viewer).byNumbers(numbers);
    return inOrder(numbers, visible(ctx, rows), (row) => row.number);
  });

/** The newest of each order, piece, lot or machine: one more than asked for, so that it is seen whether there are more. */
export const newestOf = (ctx: Context, kind: Of, first: number) =>
  ctx.loader<string, NonConformanceRow[]>(`newestOf ${kind} ${first}`, async (tx, ids) => {
    const found = await new NonConformanceStore(tx, ctx.viewer).newestOf(kind, ids.filter(isUuid), first + 1);
    return grouped(ids, found, ({ of }) => of).map((list) => list.map(({ row }) => row));
  });

export const itemsOfNonConformance = (ctx: Context) =>
  ctx.loader<string, AffectedItemRow[]>('itemsOfNonConformance', async (tx, ids) =>
    grouped(ids, await new NonConformanceStore(tx, ctx.viewer).itemsOf(ids), (row) => row.nonConformanceId),
  );

/** What may be done with a piece, a lot or an order; the strictest of all holds on it. */
export const holdOfEntity = (ctx: Context) =>
  ctx.loader<string, Hold>('holdOfEntity', async (tx, ids) => {
    const holds = await new NonConformanceStore(tx, ctx.viewer).holdsOf(ids);
    return grouped(ids, holds, (row) => row.entityId).map((rows) => strictest(rows.map(({ hold }) => hold)));
  });

/** Not fenced to sites: whoever shows one asks for its non-conformance first. */
export const dispositionById = (ctx: Context) =>
  ctx.loader<string, DispositionRow | null>('dispositionById', async (tx, ids) =>
    inOrder(ids, await new DispositionStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const dispositionsOfNonConformance = (ctx: Context) =>
  ctx.loader<string, DispositionRow[]>('dispositionsOfNonConformance', async (tx, ids) => {
    const rows = await new DispositionStore(tx, ctx.viewer.tenantId).byNonConformances(ids);
    return grouped(ids, rows, (row) => row.nonConformanceId);
  });

export const approvalsOfDisposition = (ctx: Context) =>
  ctx.loader<string, DispositionApprovalRow[]>('approvalsOfDisposition', async (tx, ids) => {
    const rows = await new DispositionStore(tx, ctx.viewer.tenantId).approvalsOf(ids);
    return grouped(ids, rows, (row) => row.dispositionId);
  });

export const stepsOfNonConformance = (ctx: Context) =>
  ctx.loader<string, EightDStepRow[]>('stepsOfNonConformance', async (tx, ids) =>
    grouped(ids, await new EightDStore(tx, ctx.viewer.tenantId).steps(ids), (row) => row.nonConformanceId),
  );

export const membersOfNonConformance = (ctx: Context) =>
  ctx.loader<string, EightDMemberRow[]>('membersOfNonConformance', async (tx, ids) =>
    grouped(ids, await new EightDStore(tx, ctx.viewer.tenantId).members(ids), (row) => row.nonConformanceId),
  );

export const correctiveActionById = (ctx: Context) =>
  ctx.loader<string, CorrectiveActionRow | null>('correctiveActionById', async (tx, ids) =>
    inOrder(ids, visible(ctx, await new CorrectiveActionStore(tx, ctx.viewer).byIds(ids)), (row) => row.id),
  );

export const actionsOfNonConformance = (ctx: Context) =>
  ctx.loader<string, CorrectiveActionRow[]>('actionsOfNonConformance', async (tx, ids) => {
    const rows = await new CorrectiveActionStore(tx, ctx.viewer).byNonConformances(ids);
    return grouped(ids, rows, (row) => row.nonConformanceId);
  });
