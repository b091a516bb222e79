import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof workOrderEvents)['work-order.created']>>, 'data' | 'time'>;

/** Keeps what an event says of an order. */
export async function takeOrder({ data, time }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
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
}
