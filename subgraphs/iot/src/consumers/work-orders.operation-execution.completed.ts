import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { noteExecution } from '../replica/note.ts';

/** What a machine said until now belongs to the run. */
export const operationExecutionCompleted = defineConsumer(
  workOrderEvents['operation-execution.completed'],
  ({ data }, ctx) => noteExecution(ctx, data),
);
