import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeExecution } from './take-execution.ts';

/** How much is done. */
export const operationExecutionReported = defineConsumer(
  workOrderEvents['operation-execution.reported'],
  ({ time, data }, ctx) => takeExecution(ctx, data, new Date(time)),
);
