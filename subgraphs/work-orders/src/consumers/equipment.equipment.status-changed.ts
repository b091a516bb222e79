import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** No operation starts on a machine that is down, in maintenance or out of service. */
export const equipmentStatusChanged = defineConsumer(
  equipmentEvents['equipment.status-changed'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putEquipment({
      id: data.equipment.id,
      code: data.equipmentCode,
      siteId: data.siteId,
      workCenterCode: data.workCenterCode,
      equipmentClass: data.equipmentClass,
      status: data.status,
      statusSince: new Date(data.occurredAt),
      asOf: new Date(time),
    });
  },
);
