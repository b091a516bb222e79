import { defineConsumer } from '@machshop/events';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { ReplicaStore } from '../replica/store.ts';

/** An inspection has a result; the last one counts. */
export const inspectionCompleted = defineConsumer(
  qualityEvents['inspection.completed'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putInspection({
      id: data.inspection.id,
      number: data.inspectionNumber,
      workOrderId: data.workOrder.id,
      operationId: data.operation?.id ?? null,
      serialNumber: data.serialNumber,
      result: data.result,
      asOf: new Date(time),
    });
  },
);
