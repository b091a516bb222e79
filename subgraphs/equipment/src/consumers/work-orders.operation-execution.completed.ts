import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { free } from '../equipment/equipment.ts';
import { recordStatusChange } from '../equipment/status-events.ts';
import { EquipmentStore } from '../equipment/store.ts';
import { WorkCenterStore } from '../work-center/store.ts';

/** An operation ended on a machine: it is available again, unless another one holds it. */
export const operationExecutionCompleted = defineConsumer(
  workOrderEvents['operation-execution.completed'],
  async ({ data }, ctx) => {
    if (!data.equipment || !data.completedAt) return;
    const store = new EquipmentStore(ctx.tx, ctx.viewer.tenantId);
    const row = await store.lock(data.equipment.id);
    if (!row)
      return ctx.log.warn({ equipment: data.equipment.id }, 'an operation ended on unknown equipment');
    await store.endUse(data.execution.id);
    const decision = free(row.status, await store.uses(row.id), row.machineStatus);
    if (decision.kind === 'HANDED_OVER') await store.update(row.id, { statusSource: 'MACHINE' });
    if (decision.kind !== 'CHANGED') return;
    const occurredAt = new Date(data.completedAt);
    const reason = `operation ${data.operationNumber} of ${data.workOrderNumber}`;
    const saved = await store.update(row.id, {
      status: decision.to,
      statusSince: occurredAt,
      statusSource: 'OPERATION',
      statusReason: reason,
    });
    const [workCenter] = await new WorkCenterStore(ctx.tx, ctx.viewer.tenantId).byIds([row.workCenterId]);
    await recordStatusChange(ctx, ctx.tx, saved, workCenter?.code ?? data.workCenterCode, {
      before: row,
      reason,
      occurredAt,
      operationId: data.operation.id,
    });
  },
);
