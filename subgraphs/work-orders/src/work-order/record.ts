import type { Viewer } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { OperationStore } from '../work-order-operation/store.ts';
import type { WorkOrderOperationRow } from '../work-order-operation/tables.ts';
import { type NewHistory, WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';

/** What a command and a consumer have in common. */
export interface Actor {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}

/** What changed about an order or one of its operations. */
export interface Change {
  readonly old: Record<string, unknown> | null;
  readonly new: Record<string, unknown> | null;
  readonly reason: string | null;
  readonly at: Date;
}

/** What every work order event says of the order. */
export const orderFacts = (row: WorkOrderRow) => ({
  workOrder: { __typename: 'WorkOrder', id: row.id } as const,
  workOrderNumber: row.number,
  siteId: row.siteId,
  part: { __typename: 'Part', id: row.partId } as const,
  partNumber: row.partNumber,
  revision: row.revision,
  quantity: { value: row.quantity, unit: row.unit },
  status: row.status,
  dueAt: row.dueAt?.toISOString() ?? null,
  source:
    row.sourceMessageId && row.sourceRequestId
      ? { messageId: row.sourceMessageId, requestId: row.sourceRequestId }
      : null,
});

/** What every operation event says of the operation. */
export const operationFacts = (order: WorkOrderRow, operation: WorkOrderOperationRow) => ({
  operation: { __typename: 'WorkOrderOperation', id: operation.id } as const,
  operationNumber: operation.number,
  workOrder: { __typename: 'WorkOrder', id: order.id } as const,
  workOrderNumber: order.number,
  siteId: order.siteId,
  part: { __typename: 'Part', id: order.partId } as const,
  partNumber: order.partNumber,
  workCenterCode: operation.workCenterCode,
  qualityCritical: operation.qualityCritical,
  inspectionRequired: operation.inspectionRequired,
});

type PlainOrderEvent =
  | 'work-order.created'
  | 'work-order.changed'
  | 'work-order.cancelled'
  | 'work-order.released'
  | 'work-order.resumed'
  | 'work-order.started'
  | 'work-order.closed';

/** The event's `change` for a row's id and type. */
export const changeOf = (
  entity: { readonly __typename: string; readonly id: string },
  change: Omit<Change, 'at'>,
) => ({
  action: change.old ? ('UPDATE' as const) : ('CREATE' as const),
  entity,
  old: change.old,
  new: change.new,
  reason: change.reason,
});

/** A line of an order's history. */
export const historyEntry = (
  { viewer, now }: Pick<Actor, 'viewer' | 'now'>,
  workOrderId: string,
  action: string,
  change: Change,
  operation: { id: string; number: number } | null = null,
): NewHistory => ({
  id: newId(),
  workOrderId,
  operationId: operation?.id ?? null,
  operationNumber: operation?.number ?? null,
  action,
  old: change.old,
  new: change.new,
  reason: change.reason,
  actorId: viewer.userId,
  actorKind: viewer.kind,
  actorName: viewer.username,
  occurredAt: change.at,
  recordedAt: now(),
});

/** Records a change of an order: a line of its history and the event. */
export async function recordOrder(
  actor: Actor,
  tx: Tx,
  event: PlainOrderEvent,
  row: WorkOrderRow,
  change: Change,
): Promise<void> {
  const facts = orderFacts(row);
  await addOrderHistory(actor, tx, event, row, change);
  const plan = CHANGES_PLAN.has(event) ? { plan: await planOf(actor, tx, row) } : {};
  await actor.record(tx, workOrderEvents[event], {
    id: row.id,
    siteId: row.siteId,
    occurredAt: change.at,
    data: { ...facts, ...plan, change: changeOf(facts.workOrder, change) },
  });
}

const CHANGES_PLAN: ReadonlySet<PlainOrderEvent> = new Set([
  'work-order.created',
  'work-order.changed',
  'work-order.released',
]);

/** How the order is to be made. */
async function planOf(actor: Actor, tx: Tx, row: WorkOrderRow) {
  const operations = await new OperationStore(tx, actor.viewer.tenantId).byWorkOrders([row.id]);
  return {
    priority: row.priority,
    plannedStartAt: row.plannedStartAt?.toISOString() ?? null,
    operations: operations.map((operation) => ({
      operation: { __typename: 'WorkOrderOperation', id: operation.id } as const,
      operationNumber: operation.number,
      name: operation.name,
      workCenterCode: operation.workCenterCode,
      equipmentClass: operation.equipmentClass,
      sequenceGroup: operation.sequenceGroup,
      setupSeconds: operation.setupSeconds,
      runSecondsPerUnit: operation.runSecondsPerUnit,
    })),
  };
}

/** Records that an order was held, with its reason. */
export async function recordHeld(
  actor: Actor,
  tx: Tx,
  row: WorkOrderRow,
  change: Change & { readonly reason: string },
): Promise<void> {
  const facts = orderFacts(row);
  await addOrderHistory(actor, tx, 'work-order.held', row, change);
  await actor.record(tx, workOrderEvents['work-order.held'], {
    id: row.id,
    siteId: row.siteId,
    occurredAt: change.at,
    data: { ...facts, reason: change.reason, change: changeOf(facts.workOrder, change) },
  });
}

/** A line of the order's history, named like the event: `RELEASED`. */
export async function addOrderHistory(
  actor: Actor,
  tx: Tx,
  event: string,
  row: WorkOrderRow,
  change: Change,
): Promise<void> {
  const action = (event.split('.')[1] as string).toUpperCase();
  await new WorkOrderStore(tx, actor.viewer.tenantId).addHistory([
    historyEntry(actor, row.id, action, change),
  ]);
}
