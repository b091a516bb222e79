import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeOperation } from './take-operation.ts';

/** Also of an operation that was started before quality listened. */
export const executionStarted = defineConsumer(workOrderEvents['operation-execution.started'], takeOperation);
