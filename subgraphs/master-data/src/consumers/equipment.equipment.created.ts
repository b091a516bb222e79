import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { EquipmentClassStore } from '../equipment-class/store.ts';

/** A machine is there: a class of equipment stands in its work center. */
export const equipmentCreated = defineConsumer(
  equipmentEvents['equipment.created'],
  async ({ data }, ctx) => {
    const { equipment, equipmentClass, workCenterCode } = data;
    const row = { equipmentId: equipment.id, equipmentClass, workCenterCode };
    await new EquipmentClassStore(ctx.tx, ctx.viewer.tenantId).save(row);
  },
);
