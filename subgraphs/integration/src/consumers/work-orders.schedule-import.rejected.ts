import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { rejected } from '../integration-message/answers.ts';

/** No order of a schedule was made. */
export const scheduleImportRejected = defineConsumer(
  workOrderEvents['schedule-import.rejected'],
  ({ data }, ctx) => rejected(ctx, data.message.id, data.errors),
);
