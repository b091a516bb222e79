import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof workOrderEvents)['operation.started']>>, 'data' | 'time'>;

/** Keeps what an event says of an operation, or one of its runs. */
export async function takeOperation({ data, time }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).putOperation({
    id: data.operation.id,
    workOrderId: data.workOrder.id,
    workOrderNumber: data.workOrderNumber,
    number: data.operationNumber,
    workCenterCode: data.workCenterCode,
    asOf: new Date(time),
  });
}
