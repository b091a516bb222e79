import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { noteExecution } from '../replica/note.ts';

/** What a machine says from now on belongs to the run. */
export const operationExecutionStarted = defineConsumer(
  workOrderEvents['operation-execution.started'],
  ({ data }, ctx) => noteExecution(ctx, data),
);
