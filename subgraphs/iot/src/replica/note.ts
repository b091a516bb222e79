import type { ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from './store.ts';

/** Keeps what an event says of a machine. */
export async function noteEquipment(
  { tx, viewer }: ConsumerContext,
  data: EventData<(typeof equipmentEvents)['equipment.created']>,
): Promise<void> {
  const replica = new ReplicaStore(tx, viewer.tenantId);
  await replica.raiseVersion();
  await replica.setEquipment({
    equipmentId: data.equipment.id,
    siteId: data.siteId,
    workCenterCode: data.workCenterCode,
    code: data.equipmentCode,
    name: data.name,
    status: data.status,
  });
}

/** Keeps what an event says of a run of an operation. */
export async function noteExecution(
  { tx, viewer }: ConsumerContext,
  data: EventData<(typeof workOrderEvents)['operation-execution.started']>,
): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).setExecution({
    executionId: data.execution.id,
    operationId: data.operation.id,
    workOrderId: data.workOrder.id,
    operationNumber: data.operationNumber,
    equipmentId: data.equipment?.id ?? null,
    serialNumbers: data.serials.map(({ serialNumber }) => serialNumber),
    startedAt: new Date(data.startedAt),
    completedAt: data.completedAt ? new Date(data.completedAt) : null,
  });
}
