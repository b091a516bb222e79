import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A work center that dispatch lists and calendars name. */
export const workCenterCreated = defineConsumer(
  equipmentEvents['work-center.created'],
  async ({ time, data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putWorkCenter({
      id: data.workCenter.id,
      code: data.code,
      siteId: data.siteId,
      asOf: new Date(time),
    });
  },
);
