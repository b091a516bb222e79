import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** While a machine is in maintenance its sensors raise no alerts. */
export const equipmentStatusChanged = defineConsumer(
  equipmentEvents['equipment.status-changed'],
  async ({ data }, ctx) => {
    const replica = new ReplicaStore(ctx.tx, ctx.viewer.tenantId);
    // what ingest asks is maintenance or not: operations that come and go are no news to it
    if (data.from === 'MAINTENANCE' || data.to === 'MAINTENANCE') await replica.raiseVersion();
    await replica.setStatus(data.equipment.id, data.to, new Date(data.occurredAt));
  },
);
