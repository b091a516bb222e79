import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { accepted } from '../integration-message/answers.ts';

/** The routing of a message was made. */
export const routingImportAccepted = defineConsumer(
  masterDataEvents['routing-import.accepted'],
  ({ data }, ctx) => accepted(ctx, data.message.id, { routingId: data.routing.id }),
);
