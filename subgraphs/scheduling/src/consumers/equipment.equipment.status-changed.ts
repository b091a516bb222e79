import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

const UNUSABLE: ReadonlySet<string> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

/** A machine that is down does not do what it is planned to. */
export const equipmentStatusChanged = defineConsumer(
  equipmentEvents['equipment.status-changed'],
  async ({ time, data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putEquipment({
      id: data.equipment.id,
      code: data.equipmentCode,
      siteId: data.siteId,
      workCenterCode: data.workCenterCode,
      equipmentClass: data.equipmentClass,
      status: data.status,
      statusSince: new Date(data.occurredAt),
      asOf: new Date(time),
    });
    if (UNUSABLE.has(data.from) || UNUSABLE.has(data.to))
      await recheckPublished(ctx, data.siteId, { equipmentIds: [data.equipment.id] });
  },
);
