import { defineConsumer } from '@machshop/events';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Where a work center is: an order without a site goes there. */
export const workCenterCreated = defineConsumer(
  equipmentEvents['work-center.created'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putWorkCenter({
      id: data.workCenter.id,
      code: data.code,
      siteId: data.siteId,
      asOf: new Date(time),
    });
  },
);
