import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

/** An operation at which something may be found. */
export const operationStarted = defineConsumer(
  workOrderEvents['operation.started'],
  async ({ data, time }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putOperation({
      id: data.operation.id,
      workOrderId: data.workOrder.id,
      workOrderNumber: data.workOrderNumber,
      number: data.operationNumber,
      workCenterCode: data.workCenterCode,
      asOf: new Date(time),
    });
  },
);
