import { mayUseSite } from '@machshop/auth';
import type { Tx } from '@machshop/db';
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
import { checkMachine } from '../operation-execution/machine.ts';
import { checkSerialCount, distinctSerials } from '../operation-execution/start.ts';
import { ReplicaStore } from '../replica/store.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { OVER, STARTABLE } from '../work-order/work-order.ts';
import { recordEquipmentAssigned, recordOperationEnded, recordSerialsSkipped } from './record.ts';
import { decideSkip, decideSkipSerials } from './skip.ts';
import { OperationStore } from './store.ts';
import type { WorkOrderOperationRow } from './tables.ts';
import { isClosed } from './work-order-operation.ts';

const assignInput = z.object({
  operationId: z.uuid(),
  equipmentId: z.uuid().nullish(),
  equipmentCode: z.string().trim().min(1).max(40).nullish(),
});
const skipInput = z.object({
  operationId: z.uuid(),
  serialNumbers: distinctSerials.nullish(),
  reason: z.string().trim().min(1).max(2_000),
  occurredAt: z.date().nullish(),
});

interface Locked {
  readonly operation: WorkOrderOperationRow;
  readonly order: WorkOrderRow;
}

/** Assigns a machine to an operation, or none. */
export async function assignEquipment(ctx: Context, raw: unknown): Promise<WorkOrderOperationRow> {
  const input = checkInput(assignInput, raw);
  const wanted = {
    equipmentId: input.equipmentId ?? null,
    equipmentCode: input.equipmentCode ?? null,
    at: null,
  };
  return ctx.write(async (tx) => {
    const { operation, order } = await lockVisible(ctx, tx, input.operationId);
    if (OVER.has(order.status) || isClosed(operation.status)) {
      throw new Refused(
        illegalTransition(`operation ${operation.number}`, operation.status, operation.status),
      );
    }
    const named = wanted.equipmentId !== null || wanted.equipmentCode !== null;
    const equipment = named
      ? await new ReplicaStore(tx, ctx.viewer.tenantId).equipment({
          id: wanted.equipmentId,
          code: wanted.equipmentCode,
        })
      : undefined;
    const fault = checkMachine({ operation, order, equipment: equipment ?? null }, wanted);
    if (fault) throw new Refused(fault);
    const equipmentId = equipment?.id ?? null;
    if (operation.equipmentId === equipmentId) return operation;
    const saved = await new OperationStore(tx, ctx.viewer.tenantId).update(operation.id, { equipmentId });
    await recordEquipmentAssigned(ctx, tx, order, saved, {
      from: operation.equipmentId,
      code: equipment?.code ?? null,
      at: ctx.now(),
    });
    return saved;
  });
}

/** Lets an operation go by, whole or for some serials. What was skipped already stays so and is no fault. */
export async function skipOperation(ctx: Context, raw: unknown): Promise<WorkOrderOperationRow> {
  const input = checkInput(skipInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  const { reason } = input;
  const serialNumbers = (input.serialNumbers ?? []).toSorted();
  return ctx.write(async (tx) => {
    const locked = await lockVisible(ctx, tx, input.operationId);
    if (!input.serialNumbers) return skipWhole(ctx, tx, locked, reason, at);
    if (serialNumbers.length === 0 || !locked.order.serialTracked) {
      throw new Refused(
        serialNumbers.length === 0
          ? invalidInput(['input', 'serialNumbers'], 'SERIALS_MISSING', 'name the serials, or leave them out')
          : invalidInput(
              ['input', 'serialNumbers'],
              'SERIALS_NOT_TRACKED',
              'the part is not tracked by serial',
            ),
      );
    }
    return skipSerials(ctx, tx, locked, { serialNumbers, reason, at });
  });
}

async function skipWhole(
  ctx: Context,
  tx: Tx,
  { operation, order }: Locked,
  reason: string,
  at: Date,
): Promise<WorkOrderOperationRow> {
  if (operation.status === 'SKIPPED') return operation;
  const store = new OperationStore(tx, ctx.viewer.tenantId);
  checkOrder(order);
  const running = order.serialTracked
    ? (await store.stepsIn(operation.id, 'IN_PROGRESS')).length > 0
    : operation.openExecutionId !== null;
  const decision = decideSkip(operation, running);
  if (decision.kind === 'REFUSED') throw new Refused(decision.error);
  await enter(ctx, tx, order);
  const rework = await store.stepsIn(operation.id, 'REWORK');
  if (rework.length > 0) {
    const serials = rework.map((step) => step.serialNumber);
    await store.skipSteps(operation, serials, reason, at);
  }
  return end(ctx, tx, { operation, order }, { ...decision, reason, at });
}

async function skipSerials(
  ctx: Context,
  tx: Tx,
  { operation, order }: Locked,
  { serialNumbers, reason, at }: { serialNumbers: readonly string[]; reason: string; at: Date },
): Promise<WorkOrderOperationRow> {
  const { tenantId } = ctx.viewer;
  const store = new OperationStore(tx, tenantId);
  const { steps } = await store.withSteps(order.id, serialNumbers);
  const decision = decideSkipSerials(operation, steps, serialNumbers);
  if (decision.kind === 'UNCHANGED') return operation;
  if (decision.kind === 'REFUSED') throw new Refused(decision.error);
  checkOrder(order);
  const known = new Set(steps.map((step) => step.serialNumber));
  const fresh = decision.serialNumbers.filter((serial) => !known.has(serial));
  if (fresh.length > 0) {
    const introduced = await new WorkOrderStore(tx, tenantId).introduce(order.id, fresh, [...STARTABLE]);
    if (introduced === undefined) refuseState(order);
    checkSerialCount(order, introduced);
  } else {
    await enter(ctx, tx, order);
  }
  await store.skipSteps(operation, decision.serialNumbers, reason, at);
  await recordSerialsSkipped(ctx, tx, order, operation, {
    serialNumbers: decision.serialNumbers,
    reason,
    at,
  });
  if (decision.ends) return end(ctx, tx, { operation, order }, { ...decision, reason, at });
  return store.update(operation.id, { skipped: decision.skipped });
}

async function end(
  ctx: Context,
  tx: Tx,
  { operation, order }: Locked,
  how: { skipped: string; status: 'COMPLETED' | 'SKIPPED'; reason: string; at: Date },
): Promise<WorkOrderOperationRow> {
  const { skipped, status, reason, at } = how;
  const blocked = status === 'COMPLETED' ? await openInspections(ctx, tx, operation) : [];
  if (blocked.length > 0) {
    throw new Refused(
      ruleViolation('INSPECTION_OPEN', `inspection ${blocked.join(', ')} of the operation has not passed`),
    );
  }
  const saved = await new OperationStore(tx, ctx.viewer.tenantId).update(operation.id, {
    skipped,
    status,
    completedAt: at,
    skipReason: reason,
  });
  await recordOperationEnded(ctx, tx, order, saved, { from: operation.status, reason, at });
  return saved;
}

async function openInspections(ctx: Context, tx: Tx, operation: WorkOrderOperationRow): Promise<string[]> {
  const rows = await new ReplicaStore(tx, ctx.viewer.tenantId).notPassed(operation.workOrderId);
  return rows.filter((row) => row.operationId === operation.id).map((row) => row.number);
}

function checkOrder(order: WorkOrderRow): void {
  if (!STARTABLE.has(order.status)) refuseState(order);
}

function refuseState(order: WorkOrderRow): never {
  throw new Refused(illegalTransition(`work order ${order.number}`, order.status, 'IN_PROGRESS'));
}

/** Nobody holds or completes the order from here until the transaction ends. */
async function enter(ctx: Context, tx: Tx, order: WorkOrderRow): Promise<void> {
  const status = await new WorkOrderStore(tx, ctx.viewer.tenantId).share(order.id);
  if (!status || !STARTABLE.has(status)) refuseState({ ...order, status: status ?? order.status });
}

async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<Locked> {
  const locked = await new OperationStore(tx, ctx.viewer.tenantId).lockWithOrder(id);
  if (!locked || !mayUseSite(ctx.viewer, locked.order.siteId)) {
    throw new Refused(notFound(['input', 'operationId'], 'no such operation'));
  }
  return locked;
}
