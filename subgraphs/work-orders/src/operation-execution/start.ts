import { mayUseSite } from '@machshop/auth';
import { constraintOf, Decimal, newId, type Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { onQualityHold } from '../quality-hold/quality-hold.ts';
import { recordOrder } from '../work-order/record.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { recordOperationStarted } from '../work-order-operation/record.ts';
import { OperationStore } from '../work-order-operation/store.ts';
import { checkMachine } from './machine.ts';
import { decideStart } from './operation-execution.ts';
import { recordRun } from './record.ts';
import { ExecutionStore, type StartRows } from './store.ts';
import type { OperationExecutionRow } from './tables.ts';

/** The most serials of one run. */
export const MAX_SERIALS_OF_RUN = 200;

export const serialNumber = z.string().trim().min(1).max(100);
export const distinctSerials = z
  .array(serialNumber)
  .max(MAX_SERIALS_OF_RUN)
  .refine((serials) => new Set(serials).size === serials.length, {
    message: 'names a serial twice',
    params: { code: 'SERIAL_TWICE' },
  });
const startInput = z.object({
  id: z.uuid().nullish(),
  operationId: z.uuid(),
  equipmentId: z.uuid().nullish(),
  equipmentCode: z.string().trim().min(1).max(40).nullish(),
  serialNumbers: distinctSerials.nullish(),
  occurredAt: z.date().nullish(),
});

interface Start {
  readonly id: string;
  readonly operationId: string;
  readonly equipmentId: string | null;
  readonly equipmentCode: string | null;
  readonly serialNumbers: readonly string[];
  readonly at: Date;
  readonly atGiven: boolean;
}

/** Begins a run. The same id with the same content again changes nothing. */
export async function startOperation(ctx: Context, raw: unknown): Promise<OperationExecutionRow> {
  const input = checkInput(startInput, raw);
  const start: Start = {
    id: input.id ?? newId(),
    operationId: input.operationId,
    equipmentId: input.equipmentId ?? null,
    equipmentCode: input.equipmentCode ?? null,
    // sorted: two who start the same serials wait for each other in the same order
    serialNumbers: (input.serialNumbers ?? []).toSorted(),
    at: occurredAtOf(ctx, input.occurredAt),
    atGiven: input.occurredAt != null,
  };
  try {
    return await ctx.write((tx) => begin(ctx, tx, start));
  } catch (error) {
    if (constraintOf(error) !== 'operation_executions_pkey') throw error;
    throw new Refused(idTaken);
  }
}

const idTaken = invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another run');

async function begin(ctx: Context, tx: Tx, start: Start): Promise<OperationExecutionRow> {
  const store = new ExecutionStore(tx, ctx.viewer.tenantId);
  const wanted = { id: start.equipmentId, code: start.equipmentCode };
  const rows = await store.lockForStart(start.operationId, start.id, wanted, start.serialNumbers);
  if (!rows || !mayUseSite(ctx.viewer, rows.order.siteId)) {
    throw new Refused(notFound(['input', 'operationId'], 'no such operation'));
  }
  if (rows.execution) return sameRun(rows.execution, start);
  const { operation, order, equipment } = rows;
  const facts = await new OperationStore(tx, ctx.viewer.tenantId).withSteps(order.id, start.serialNumbers);
  const decision = decideStart(
    { order, operation, siblings: facts.operations, steps: facts.steps },
    start.serialNumbers,
    start.at,
  );
  if (decision.kind === 'REFUSED') throw new Refused(decision.error);
  if (decision.kind === 'TAKEN') return taken(store, decision.executionId, start);
  const [held] = rows.holds;
  if (held) {
    throw new Refused(onQualityHold(held.serialNumber, held, ['input', 'serialNumbers']));
  }
  const fault = checkMachine({ operation, order, equipment }, start);
  if (fault) throw new Refused(fault);
  const entered = await enter(ctx, tx, order, decision.fresh, start.at);
  const run = runOf(ctx, rows, start);
  await store.start(run);
  if (entered.first) {
    const change = {
      old: { status: 'RELEASED' },
      new: { status: 'IN_PROGRESS' },
      reason: null,
      at: start.at,
    };
    await recordOrder(ctx, tx, 'work-order.started', entered.order, change);
  }
  if (operation.status === 'PENDING') {
    await recordOperationStarted(ctx, tx, entered.order, { ...operation, status: 'IN_PROGRESS' }, start.at);
  }
  const said = { startedAt: start.at.toISOString(), equipmentCode: run.equipmentCode };
  await recordRun(ctx, tx, 'operation-execution.started', {
    order: entered.order,
    operation,
    run,
    serials: rows.serials,
    old: null,
    new: { ...said, operationNumber: operation.number, serialNumbers: run.serialNumbers },
    at: start.at,
  });
  return run;
}

/**
 * Enters the order: nobody holds or completes it from here until the transaction ends. Runs of other
 * operations share it, unless the order itself changes: its first run, serials new to it, an earlier begin.
 */
async function enter(
  ctx: Context,
  tx: Tx,
  order: WorkOrderRow,
  fresh: readonly string[],
  at: Date,
): Promise<{ first: boolean; order: WorkOrderRow }> {
  const store = new WorkOrderStore(tx, ctx.viewer.tenantId);
  const earlier = order.status === 'RELEASED' || !order.actualStartAt || at < order.actualStartAt;
  let current = order;
  let first = false;
  if (earlier) {
    const locked = await store.lock(order.id);
    if (!locked || (locked.status !== 'RELEASED' && locked.status !== 'IN_PROGRESS'))
      refuseState(order, locked);
    first = locked.status === 'RELEASED';
    const begun = locked.actualStartAt && locked.actualStartAt < at ? locked.actualStartAt : at;
    current = await store.update(order.id, { status: 'IN_PROGRESS', actualStartAt: begun });
  }
  if (fresh.length > 0) {
    const introduced = await store.introduce(order.id, fresh, ['IN_PROGRESS']);
    if (introduced === undefined) refuseState(order, (await store.byIds([order.id]))[0]);
    checkSerialCount(order, introduced);
  } else if (!earlier && (await store.share(order.id)) !== 'IN_PROGRESS') {
    refuseState(order, (await store.byIds([order.id]))[0]);
  }
  return { first, order: current };
}

function refuseState(order: WorkOrderRow, now: WorkOrderRow | undefined): never {
  throw new Refused(
    illegalTransition(`work order ${order.number}`, now?.status ?? order.status, 'IN_PROGRESS'),
  );
}

/** An order has as many serials as pieces. */
export function checkSerialCount(order: WorkOrderRow, introduced: number): void {
  if (new Decimal(introduced).lte(order.quantity)) return;
  throw new Refused(
    ruleViolation(
      'MORE_SERIALS_THAN_ORDERED',
      `work order ${order.number} is for ${order.quantity} and has as many serials already`,
      ['input', 'serialNumbers'],
    ),
  );
}

function runOf(ctx: Context, { operation, equipment }: StartRows, start: Start): OperationExecutionRow {
  return {
    id: start.id,
    tenantId: ctx.viewer.tenantId,
    siteId: operation.siteId,
    workOrderId: operation.workOrderId,
    operationId: operation.id,
    equipmentId: equipment?.id ?? null,
    equipmentCode: equipment?.code ?? null,
    serialNumbers: [...start.serialNumbers],
    operatorId: ctx.viewer.userId,
    operatorKind: ctx.viewer.kind,
    operatorName: ctx.viewer.username,
    good: '0',
    scrap: '0',
    rework: '0',
    startedAt: start.at,
    completedAt: null,
    completedBy: null,
    recordedAt: ctx.now(),
    completionRecordedAt: null,
  };
}

function sameRun(run: OperationExecutionRow, start: Start): OperationExecutionRow {
  const same =
    run.operationId === start.operationId &&
    (start.equipmentId === null || start.equipmentId === run.equipmentId) &&
    (start.equipmentCode === null || start.equipmentCode === run.equipmentCode) &&
    run.serialNumbers.length === start.serialNumbers.length &&
    run.serialNumbers.every((serial, i) => serial === start.serialNumbers[i]) &&
    (!start.atGiven || start.at.getTime() === run.startedAt.getTime());
  if (!same) throw new Refused(idTaken);
  return run;
}

async function taken(store: ExecutionStore, id: string, start: Start): Promise<OperationExecutionRow> {
  const [run] = await store.byIds([id]);
  if (!run) throw new Error(`run ${id} is open and not there`);
  // the same request twice at once: the other one made it
  if (run.id === start.id) return sameRun(run, start);
  throw new Refused({
    __typename: 'AlreadyStartedError',
    code: 'ALREADY_STARTED',
    message: `${run.operatorName} started it at ${run.startedAt.toISOString()}`,
    path: [],
    startedBy: run.operatorName,
    startedAt: run.startedAt,
    executionId: run.id,
  });
}
