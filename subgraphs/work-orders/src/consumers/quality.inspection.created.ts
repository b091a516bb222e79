import { defineConsumer } from '@machshop/events';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { ReplicaStore } from '../replica/store.ts';

/** An operation or order waits for an inspection. */
export const inspectionCreated = defineConsumer(
  qualityEvents['inspection.created'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).openInspection({
      id: data.inspection.id,
      number: data.inspectionNumber,
      workOrderId: data.workOrder.id,
      operationId: data.operation?.id ?? null,
      serialNumber: data.serialNumber,
      result: null,
      asOf: new Date(time),
    });
  },
);
