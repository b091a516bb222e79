import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { rejected } from '../integration-message/answers.ts';

/** The routing of a message was not made. */
export const routingImportRejected = defineConsumer(
  masterDataEvents['routing-import.rejected'],
  ({ data }, ctx) => rejected(ctx, data.message.id, data.errors),
);
