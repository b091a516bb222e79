import { actorRef } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { type Actor, changeOf, operationFacts } from '../work-order/record.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import type { WorkOrderOperationRow } from '../work-order-operation/tables.ts';
import type { KnownSerial } from './store.ts';
import type { OperationExecutionRow } from './tables.ts';

export interface RunChange {
  readonly order: WorkOrderRow;
  readonly operation: WorkOrderOperationRow;
  readonly run: OperationExecutionRow;
  readonly serials: readonly KnownSerial[];
  readonly old: Record<string, unknown> | null;
  readonly new: Record<string, unknown>;
  readonly at: Date;
}

/** Records that a run started, reported or ended. */
export async function recordRun(
  actor: Actor,
  tx: Tx,
  event: 'operation-execution.started' | 'operation-execution.reported' | 'operation-execution.completed',
  { order, operation, run, serials, at, ...change }: RunChange,
): Promise<void> {
  const execution = { __typename: 'OperationExecution', id: run.id } as const;
  const known = new Map(serials.map((serial) => [serial.serialNumber, serial.serializedPartId]));
  await actor.record(tx, workOrderEvents[event], {
    id: run.id,
    siteId: run.siteId,
    occurredAt: at,
    data: {
      ...operationFacts(order, operation),
      execution,
      serials: run.serialNumbers.map((serialNumber) => {
        const id = known.get(serialNumber);
        return { serialNumber, serializedPart: id ? { __typename: 'SerializedPart' as const, id } : null };
      }),
      equipment: run.equipmentId ? { __typename: 'Equipment', id: run.equipmentId } : null,
      equipmentCode: run.equipmentCode,
      operator: run.operatorKind === 'USER' ? { __typename: 'User', id: run.operatorId } : null,
      performer: actorRef(run.operatorKind, run.operatorId),
      operatorName: run.operatorName,
      startedAt: run.startedAt.toISOString(),
      completedAt: run.completedAt?.toISOString() ?? null,
      good: run.good,
      scrap: run.scrap,
      rework: run.rework,
      change: changeOf(execution, { ...change, reason: null }),
    },
  });
}
