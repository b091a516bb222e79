import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Also of an operation that was started before quality listened. */
export const executionStarted = defineConsumer(
  workOrderEvents['operation-execution.started'],
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
