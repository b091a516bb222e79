import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A machine at which something may be found. */
export const equipmentCreated = defineConsumer(
  equipmentEvents['equipment.created'],
  async ({ data, time }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putEquipment({
      id: data.equipment.id,
      siteId: data.siteId,
      code: data.equipmentCode,
      workCenterCode: data.workCenterCode,
      asOf: new Date(time),
    });
  },
);
