import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Also of a machine that was made before quality listened. */
export const equipmentChanged = defineConsumer(
  equipmentEvents['equipment.changed'],
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
