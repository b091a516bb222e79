import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';

type Said = CloudEvent<EventData<(typeof workOrderEvents)['work-order.created']>>;

/** Keeps what an event says of an order, unless a later one was here before; answers the order as it is now, locked. */
export function keepOrder({ data, time }: Said, ctx: ConsumerContext): Promise<WorkOrderRow> {
  return new WorkOrderStore(ctx.tx, ctx.viewer.tenantId).put({
    id: data.workOrder.id,
    siteId: data.siteId,
    number: data.workOrderNumber,
    partId: data.part.id,
    partNumber: data.partNumber,
    revision: data.revision,
    quantity: data.quantity.value,
    unit: data.quantity.unit,
    status: data.status,
    asOf: new Date(time),
  });
}
