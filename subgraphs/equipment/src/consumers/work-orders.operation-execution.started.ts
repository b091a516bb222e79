import { kindOfActor } from '@machshop/auth';
import { newId } from '@machshop/db';
import { defineConsumer } from '@machshop/events';
import { performerOf, workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { use } from '../equipment/equipment.ts';
import { recordStatusChange } from '../equipment/status-events.ts';
import { EquipmentStore } from '../equipment/store.ts';
import { WorkCenterStore } from '../work-center/store.ts';

/** An operation started on a machine: it is in use. */
export const operationExecutionStarted = defineConsumer(
  workOrderEvents['operation-execution.started'],
  async ({ data }, ctx) => {
    if (!data.equipment) return;
    const store = new EquipmentStore(ctx.tx, ctx.viewer.tenantId);
    const row = await store.lock(data.equipment.id);
    if (!row)
      return ctx.log.warn({ equipment: data.equipment.id }, 'an operation started on unknown equipment');
    const occurredAt = new Date(data.startedAt);
    await store.addUse(data.execution.id, row.id, occurredAt);
    const decision = use(row.status);
    if (decision.kind === 'UNCHANGED') {
      await store.update(row.id, { statusSource: 'OPERATION' });
      return;
    }
    if (decision.kind !== 'CHANGED') {
      const performer = performerOf(data);
      return store.addLogEntry({
        id: newId(),
        equipmentId: row.id,
        kind: 'USE_CONFLICT',
        statusFrom: row.status,
        statusTo: row.status,
        description: `operation ${data.operationNumber} of ${data.workOrderNumber} was started while the machine was ${row.status}`,
        workOrderOperationId: data.operation.id,
        actorId: performer?.id ?? ctx.viewer.userId,
        actorKind: kindOfActor(performer),
        actorName: data.operatorName,
        source: 'OPERATION',
        occurredAt,
        recordedAt: ctx.now(),
      });
    }
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
