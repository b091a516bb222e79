import { mayUseSite } from '@machshop/auth';
import { constraintOf, Decimal, isDecimal, newId, type Tx } from '@machshop/db';
import { type Context, checkInput, invalidInput, notFound, occurredAtOf, Refused } from '@machshop/server';
import { z } from 'zod';
import { recordOperationEnded } from '../work-order-operation/record.ts';
import { OperationStore } from '../work-order-operation/store.ts';
import type { WorkOrderOperationRow } from '../work-order-operation/tables.ts';
import { type CompleteCommand, decideComplete, decideReport, type RunFacts } from './completion.ts';
import { type Made, madeOf, plus } from './operation-execution.ts';
import { recordRun } from './record.ts';
import { distinctSerials } from './start.ts';
import { ExecutionStore, type RunRows } from './store.ts';
import type { OperationExecutionRow, OperationReportRow } from './tables.ts';

const amount = z
  .string()
  .refine((text) => isDecimal(text) && new Decimal(text).gte(0), { message: 'must not be negative' })
  .nullish();
const made = { good: amount, scrap: amount, rework: amount, occurredAt: z.date().nullish() };
const reportInput = z.object({ id: z.uuid().nullish(), executionId: z.uuid(), ...made });
const completeInput = z.object({
  executionId: z.uuid(),
  scrapSerialNumbers: distinctSerials.nullish(),
  reworkSerialNumbers: distinctSerials.nullish(),
  ...made,
});

/** Adds to what a run made. The same id with the same content again changes nothing. */
export async function reportOperation(ctx: Context, raw: unknown): Promise<OperationExecutionRow> {
  const input = checkInput(reportInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  const said = {
    good: input.good ?? '0',
    scrap: input.scrap ?? '0',
    rework: input.rework ?? '0',
  };
  const added = madeOf(said);
  if (added.good.plus(added.scrap).plus(added.rework).isZero()) {
    throw new Refused(invalidInput(['input'], 'NOTHING_REPORTED', 'a report says good, scrap or rework'));
  }
  const report = { id: input.id ?? newId(), executionId: input.executionId, ...said };
  try {
    return await ctx.write(async (tx) => {
      const store = new ExecutionStore(tx, ctx.viewer.tenantId);
      const rows = await lockRun(ctx, tx, input.executionId, added.scrap.gt(0));
      const before = await store.reportById(report.id);
      if (before) return sameReport(before, report, rows.execution);
      const decision = decideReport(factsOf(rows), added, at);
      if (decision.kind === 'REFUSED') throw new Refused(decision.error);
      const run = { ...rows.execution, ...textOf(plus(madeOf(rows.execution), added)) };
      const operation = decision.counts
        ? { ...rows.operation, ...textOf(plus(madeOf(rows.operation), added)) }
        : rows.operation;
      await store.save(run, operation, []);
      await store.addReport({
        ...report,
        operatorId: ctx.viewer.userId,
        operatorKind: ctx.viewer.kind,
        operatorName: ctx.viewer.username,
        occurredAt: at,
        recordedAt: ctx.now(),
      });
      const scrap = decision.counts ? added.scrap : new Decimal(0);
      await loseScrap(ctx, tx, { ...rows, operation }, scrap, [], at);
      await recordRun(ctx, tx, 'operation-execution.reported', {
        ...rows,
        operation,
        run,
        old: textOf(madeOf(rows.execution)),
        new: textOf(madeOf(run)),
        at,
      });
      return run;
    });
  } catch (error) {
    if (constraintOf(error) !== 'operation_reports_pkey') throw error;
    throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another report'));
  }
}

/** Ends a run; the operation is complete with it when its whole quantity is through. */
export async function completeOperation(ctx: Context, raw: unknown): Promise<OperationExecutionRow> {
  const input = checkInput(completeInput, raw);
  const command: CompleteCommand = {
    good: input.good ?? null,
    scrap: input.scrap ?? null,
    rework: input.rework ?? null,
    scrapSerialNumbers: input.scrapSerialNumbers ?? [],
    reworkSerialNumbers: input.reworkSerialNumbers ?? [],
    at: occurredAtOf(ctx, input.occurredAt),
    atGiven: input.occurredAt != null,
    by: ctx.viewer.userId,
  };
  const mayScrap =
    command.scrapSerialNumbers.length > 0 || (command.scrap !== null && new Decimal(command.scrap).gt(0));
  return ctx.write(async (tx) => {
    const rows = await lockRun(ctx, tx, input.executionId, mayScrap);
    const decision = decideComplete(factsOf(rows), command);
    if (decision.kind === 'UNCHANGED') return rows.execution;
    if (decision.kind === 'REFUSED') throw new Refused(decision.error);
    const { at } = command;
    const run: OperationExecutionRow = {
      ...rows.execution,
      ...textOf(decision.made),
      completedAt: at,
      completedBy: ctx.viewer.userId,
      completionRecordedAt: ctx.now(),
    };
    const operation: WorkOrderOperationRow = {
      ...rows.operation,
      ...textOf(plus(madeOf(rows.operation), decision.delta)),
      openExecutionId: null,
      ...(decision.closesOperation ? { status: 'COMPLETED', completedAt: at } : {}),
    };
    await new ExecutionStore(tx, ctx.viewer.tenantId).save(run, operation, decision.steps);
    await recordRun(ctx, tx, 'operation-execution.completed', {
      ...rows,
      operation,
      run,
      old: { completedAt: null },
      new: { completedAt: at.toISOString(), ...textOf(decision.made) },
      at,
    });
    if (decision.closesOperation) {
      const ended = { from: rows.operation.status, reason: null, at };
      await recordOperationEnded(ctx, tx, rows.order, operation, ended);
    }
    const scrapped = decision.steps.filter((step) => step.status === 'SCRAPPED');
    const serials = scrapped.map((step) => step.serialNumber);
    await loseScrap(ctx, tx, { ...rows, operation }, decision.delta.scrap, serials, at);
    return run;
  });
}

/** Locks a run; with it every operation of its order when the others may lose something. */
async function lockRun(ctx: Context, tx: Tx, id: string, all: boolean): Promise<RunRows> {
  const store = new ExecutionStore(tx, ctx.viewer.tenantId);
  if (all) await new OperationStore(tx, ctx.viewer.tenantId).lockAll(store.orderOf(id));
  const rows = await store.lockRun(id);
  if (!rows || !mayUseSite(ctx.viewer, rows.order.siteId)) {
    throw new Refused(notFound(['input', 'executionId'], 'no such run of an operation'));
  }
  return rows;
}

async function loseScrap(
  ctx: Context,
  tx: Tx,
  { order, operation }: Pick<RunRows, 'order' | 'operation'>,
  scrap: Decimal,
  serialNumbers: readonly string[],
  at: Date,
): Promise<void> {
  if (scrap.lte(0)) return;
  const store = new OperationStore(tx, ctx.viewer.tenantId);
  for (const ended of await store.lose(operation, scrap.toFixed(), serialNumbers, at)) {
    const from = ended.startedAt ? 'IN_PROGRESS' : 'PENDING';
    await recordOperationEnded(ctx, tx, order, ended, { from, reason: ended.skipReason, at });
  }
}

const factsOf = ({ order, operation, execution, inspections }: RunRows): RunFacts => ({
  serialTracked: order.serialTracked,
  operation,
  execution,
  inspections,
});

const textOf = ({ good, scrap, rework }: Made) => ({
  good: good.toFixed(),
  scrap: scrap.toFixed(),
  rework: rework.toFixed(),
});

function sameReport(
  before: OperationReportRow,
  report: { executionId: string; good: string; scrap: string; rework: string },
  run: OperationExecutionRow,
): OperationExecutionRow {
  const equal = (['good', 'scrap', 'rework'] as const).every((key) =>
    new Decimal(before[key]).eq(report[key]),
  );
  if (before.executionId === report.executionId && equal) return run;
  throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another report'));
}
