import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { accepted } from '../integration-message/answers.ts';

/** Every order of a schedule exists. */
export const scheduleImportAccepted = defineConsumer(
  workOrderEvents['schedule-import.accepted'],
  ({ data }, ctx) =>
    accepted(ctx, data.message.id, {
      workOrders: data.workOrders.map(({ workOrder, workOrderNumber, requestId }) => ({
        workOrderId: workOrder.id,
        workOrderNumber,
        requestId,
      })),
    }),
);
