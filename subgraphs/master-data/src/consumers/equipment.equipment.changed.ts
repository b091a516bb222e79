import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { EquipmentClassStore } from '../equipment-class/store.ts';

/** A machine changed: its class, or where it stands. */
export const equipmentChanged = defineConsumer(
  equipmentEvents['equipment.changed'],
  async ({ data }, ctx) => {
    const { equipment, equipmentClass, workCenterCode } = data;
    const row = { equipmentId: equipment.id, equipmentClass, workCenterCode };
    await new EquipmentClassStore(ctx.tx, ctx.viewer.tenantId).save(row);
  },
);
