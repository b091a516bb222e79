import type { Tx } from '@machshop/db';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { type Actor, type Change, changeOf, historyEntry, operationFacts } from '../work-order/record.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import type { WorkOrderOperationRow } from './tables.ts';

/** Records that the first run of an operation started. */
export async function recordOperationStarted(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  operation: WorkOrderOperationRow,
  at: Date,
): Promise<void> {
  const facts = operationFacts(order, operation);
  const change = { old: { status: 'PENDING' }, new: { status: 'IN_PROGRESS' }, reason: null, at };
  await addHistory(actor, tx, 'OPERATION_STARTED', operation, change);
  await actor.record(tx, workOrderEvents['operation.started'], {
    id: operation.id,
    siteId: order.siteId,
    occurredAt: at,
    data: { ...facts, startedAt: at.toISOString(), change: changeOf(facts.operation, change) },
  });
}

/** Records that nothing remains to be done at an operation: it is complete, or was skipped. */
export async function recordOperationEnded(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  operation: WorkOrderOperationRow,
  { from, reason, at }: { from: string; reason: string | null; at: Date },
): Promise<void> {
  const facts = operationFacts(order, operation);
  const change = { old: { status: from }, new: { status: operation.status }, reason, at };
  const about = { id: operation.id, siteId: order.siteId, occurredAt: at };
  await addHistory(actor, tx, `OPERATION_${operation.status}`, operation, change);
  if (operation.status === 'SKIPPED') {
    await actor.record(tx, workOrderEvents['operation.skipped'], {
      ...about,
      data: {
        ...facts,
        reason: reason ?? operation.skipReason ?? '',
        change: changeOf(facts.operation, change),
      },
    });
    return;
  }
  const { good, scrap, rework } = operation;
  const change_ = changeOf(facts.operation, change);
  await actor.record(tx, workOrderEvents['operation.completed'], {
    ...about,
    data: { ...facts, completedAt: at.toISOString(), good, scrap, rework, change: change_ },
  });
}

/** Records that serials go on without the operation. */
export async function recordSerialsSkipped(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  operation: WorkOrderOperationRow,
  { serialNumbers, reason, at }: { serialNumbers: readonly string[]; reason: string; at: Date },
): Promise<void> {
  const facts = operationFacts(order, operation);
  const change = { old: {}, new: { skippedSerialNumbers: serialNumbers }, reason, at };
  await addHistory(actor, tx, 'SERIALS_SKIPPED', operation, change);
  await actor.record(tx, workOrderEvents['operation.serials-skipped'], {
    id: operation.id,
    siteId: order.siteId,
    occurredAt: at,
    data: {
      ...facts,
      serialNumbers: [...serialNumbers],
      reason,
      change: changeOf(facts.operation, change),
    },
  });
}

/** Records which machine an operation is assigned to. */
export async function recordEquipmentAssigned(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  operation: WorkOrderOperationRow,
  { from, code, at }: { from: string | null; code: string | null; at: Date },
): Promise<void> {
  const facts = operationFacts(order, operation);
  const { equipmentId } = operation;
  const change = { old: { equipmentId: from }, new: { equipmentId, equipmentCode: code }, reason: null, at };
  await addHistory(actor, tx, 'EQUIPMENT_ASSIGNED', operation, change);
  await actor.record(tx, workOrderEvents['operation.equipment-assigned'], {
    id: operation.id,
    siteId: order.siteId,
    data: {
      ...facts,
      equipment: equipmentId ? { __typename: 'Equipment', id: equipmentId } : null,
      equipmentCode: code,
      change: changeOf(facts.operation, change),
    },
  });
}

async function addHistory(
  actor: Actor,
  tx: Tx,
  action: string,
  operation: WorkOrderOperationRow,
  change: Change,
): Promise<void> {
  const entry = historyEntry(actor, operation.workOrderId, action, change, operation);
  await new WorkOrderStore(tx, actor.viewer.tenantId).addHistory([entry]);
}
