import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A machine that operations are planned on. */
export const equipmentChanged = defineConsumer(
  equipmentEvents['equipment.changed'],
  async ({ time, data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putEquipment({
      id: data.equipment.id,
      code: data.equipmentCode,
      siteId: data.siteId,
      workCenterCode: data.workCenterCode,
      equipmentClass: data.equipmentClass,
      status: data.status,
      statusSince: null,
      asOf: new Date(time),
    });
  },
);
