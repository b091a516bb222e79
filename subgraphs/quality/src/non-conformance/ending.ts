import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { type Context, checkInput, Refused, ruleViolation, type UserErrorData } from '@machshop/server';
import { z } from 'zod';
import { CorrectiveActionStore } from '../corrective-action/store.ts';
import { fallsOnReopen } from '../disposition/disposition.ts';
import { DispositionStore } from '../disposition/store.ts';
import type { DispositionRow } from '../disposition/tables.ts';
import { type CloseObstacle, type Discipline, obstacle } from '../eight-d/eight-d.ts';
import { EightDStore } from '../eight-d/store.ts';
import { text } from '../inputs.ts';
import { follow, lockCase } from './case.ts';
import { decide } from './commands.ts';
import { addHistory, changeOf, ncrFacts, recordNcr } from './record.ts';
import { NonConformanceStore } from './store.ts';
import type { NonConformanceRow } from './tables.ts';

const closeInput = z.object({ id: z.uuid() });
const reasonedInput = z.object({ id: z.uuid(), reason: text });

/** Closes it: cause, disciplines and actions are through. */
export async function closeNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id } = checkInput(closeInput, raw);
  return ctx.write(async (tx) => {
    const { row, items } = await lockCase(ctx, tx, id);
    const to = decide(row, 'CLOSE');
    if (!to) return row;
    const [steps, actions] = await Promise.all([
      new EightDStore(tx, ctx.viewer.tenantId).steps([id]),
      new CorrectiveActionStore(tx, ctx.viewer).byNonConformances([id]),
    ]);
    const completed = new Set(steps.filter((step) => step.completedAt).map((step) => step.discipline));
    const { severity, cause, causeCategory } = row;
    const fault = obstacle({ severity, completed, hasCause: cause !== null, actions });
    if (fault || !cause || !causeCategory)
      throw new Refused(refusalOf(row, fault ?? { kind: 'ROOT_CAUSE_MISSING' }));
    const saved = await new NonConformanceStore(tx, ctx.viewer).update(id, {
      status: to,
      closedAt: ctx.now(),
      closedById: ctx.viewer.userId,
      closedByKind: ctx.viewer.kind,
      closedByName: ctx.viewer.username,
    });
    const change = { old: { status: row.status }, new: { status: to }, reason: null };
    await addHistory(ctx, tx, 'ncr.closed', saved, change);
    await ctx.record(tx, qualityEvents['ncr.closed'], {
      id,
      siteId: saved.siteId,
      data: { ...ncrFacts(saved, items), causeCategory, cause, change: changeOf(saved, change) },
    });
    return saved;
  });
}

/** It came back: before the board again; what is still here is held again, and the disciplines are open. */
export async function reopenNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id, reason } = checkInput(reasonedInput, raw);
  return ctx.write(async (tx) => {
    const { row, items, dispositions } = await lockCase(ctx, tx, id);
    const to = decide(row, 'REOPEN');
    if (!to) return row;
    const { tenantId } = ctx.viewer;
    const fallen = dispositions.filter(fallsOnReopen).map((disposition) => disposition.id);
    await new DispositionStore(tx, tenantId).supersede(fallen);
    await new EightDStore(tx, tenantId).reopen(id);
    const nobody = { closedAt: null, closedById: null, closedByKind: null, closedByName: null };
    const saved = await new NonConformanceStore(tx, ctx.viewer).update(id, { status: to, ...nobody });
    await recordNcr(ctx, tx, 'ncr.reopened', saved, items, {
      old: { status: row.status },
      new: { status: to },
      reason,
    });
    return (await follow(ctx, tx, { row: saved, items, dispositions: superseded(dispositions, fallen) })).row;
  });
}

/** It was none: what it held is free. */
export async function cancelNonConformance(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { id, reason } = checkInput(reasonedInput, raw);
  return ctx.write(async (tx) => {
    const { row, items, dispositions } = await lockCase(ctx, tx, id);
    const to = decide(row, 'CANCEL');
    if (!to) return row;
    if (dispositions.some(({ status }) => status === 'APPROVED' || status === 'CARRIED_OUT')) {
      throw new Refused(
        ruleViolation('DISPOSITIONED_ALREADY', `a disposition of ${row.number} is approved already`),
      );
    }
    // nobody decides any more what was proposed
    const fallen = dispositions.filter(({ status }) => status === 'PROPOSED').map((one) => one.id);
    await new DispositionStore(tx, ctx.viewer.tenantId).supersede(fallen);
    const saved = await new NonConformanceStore(tx, ctx.viewer).update(id, {
      status: to,
      cancelReason: reason,
    });
    await recordNcr(ctx, tx, 'ncr.cancelled', saved, items, {
      old: { status: row.status },
      new: { status: to },
      reason,
    });
    return (await follow(ctx, tx, { row: saved, items, dispositions: superseded(dispositions, fallen) })).row;
  });
}

const superseded = (dispositions: readonly DispositionRow[], fallen: readonly string[]): DispositionRow[] =>
  dispositions.map((one) => (fallen.includes(one.id) ? { ...one, status: 'SUPERSEDED' } : one));

function refusalOf(row: NonConformanceRow, fault: CloseObstacle): UserErrorData {
  switch (fault.kind) {
    case 'ROOT_CAUSE_MISSING':
      return ruleViolation(fault.kind, `the root cause of ${row.number} is not known`);
    case 'DISCIPLINES_INCOMPLETE':
      return disciplinesIncomplete(fault.disciplines, `${row.number} is ${row.severity} and needs`);
    case 'ACTIONS_NOT_VERIFIED':
      return ruleViolation(fault.kind, `not every action of ${row.number} is verified`);
  }
}

/** The refusal because of disciplines that are not complete. */
export const disciplinesIncomplete = (
  disciplines: readonly Discipline[],
  because: string,
): UserErrorData => ({
  __typename: 'DisciplinesIncompleteError',
  code: 'DISCIPLINES_INCOMPLETE',
  message: `${because} ${disciplines.join(', ')}`,
  path: [],
  disciplines,
});
