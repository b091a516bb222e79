import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeExecution } from './take-execution.ts';

/** A run is over. */
export const operationExecutionCompleted = defineConsumer(
  workOrderEvents['operation-execution.completed'],
  ({ time, data }, ctx) => takeExecution(ctx, data, new Date(time)),
);
