import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeExecution } from './take-execution.ts';

/** What runs where from now on. */
export const operationExecutionStarted = defineConsumer(
  workOrderEvents['operation-execution.started'],
  ({ time, data }, ctx) => takeExecution(ctx, data, new Date(time)),
);
