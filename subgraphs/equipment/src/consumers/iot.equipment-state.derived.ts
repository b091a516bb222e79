import { newId } from '@machshop/db';
import { defineConsumer } from '@machshop/events';
import { iotEvents } from '@machshop/schema/events/iot.ts';
import { hearMachine } from '../equipment/machine-word.ts';
import { recordStatusChange } from '../equipment/status-events.ts';
import { EquipmentStore } from '../equipment/store.ts';
import { WorkCenterStore } from '../work-center/store.ts';

/** A machine's own state tag says in what state it is: its status, unless somebody else's word holds. */
export const equipmentStateDerived = defineConsumer(
  iotEvents['equipment-state.derived'],
  async ({ data }, ctx) => {
    const store = new EquipmentStore(ctx.tx, ctx.viewer.tenantId);
    const row = await store.lock(data.equipment.id);
    if (!row)
      return ctx.log.warn({ equipment: data.equipment.id }, 'unknown equipment said in what state it is');
    const facts = { ...row, uses: await store.uses(row.id) };
    const { decision, since, isLast } = hearMachine(facts, data.to, new Date(data.occurredAt), ctx.now());
    const reason = data.change.reason ?? `${data.tag} says ${data.state}`;
    if (decision.kind === 'LATE' || decision.kind === 'HELD') {
      await store.addLogEntry({
        id: newId(),
        equipmentId: row.id,
        kind: 'MACHINE_REPORT',
        statusFrom: row.status,
        statusTo: data.to,
        description: `${reason}: ${decision.kind === 'LATE' ? 'it came too late' : `a person said ${row.status}`}`,
        workOrderOperationId: null,
        actorId: ctx.viewer.userId,
        actorKind: ctx.viewer.kind,
        actorName: ctx.viewer.username,
        source: 'MACHINE',
        occurredAt: since,
        recordedAt: ctx.now(),
      });
    }
    if (!isLast) return;
    const heard = { machineStatus: data.to, machineSince: since };
    if (decision.kind === 'CONFIRMED')
      await store.update(row.id, { ...heard, statusSource: 'MACHINE', statusReason: reason });
    else if (decision.kind !== 'CHANGED') await store.update(row.id, heard);
    else {
      const { to, source } = decision;
      const saved = await store.update(row.id, {
        ...heard,
        status: to,
        statusSince: since,
        statusSource: source,
        statusReason: reason,
      });
      const [workCenter] = await new WorkCenterStore(ctx.tx, ctx.viewer.tenantId).byIds([row.workCenterId]);
      await recordStatusChange(ctx, ctx.tx, saved, workCenter?.code ?? data.workCenterCode, {
        before: row,
        reason,
        occurredAt: since,
        operationId: null,
      });
    }
  },
);
