import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Also of an order that was made before quality listened. */
export const workOrderReleased = defineConsumer(
  workOrderEvents['work-order.released'],
  async ({ data, time }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putOrder({
      id: data.workOrder.id,
      siteId: data.siteId,
      number: data.workOrderNumber,
      partId: data.part.id,
      partNumber: data.partNumber,
      revision: data.revision,
      unit: data.quantity.unit,
      asOf: new Date(time),
    });
  },
);
