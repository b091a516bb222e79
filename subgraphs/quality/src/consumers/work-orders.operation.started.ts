import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeOperation } from './take-operation.ts';

/** An operation at which something may be found. */
export const operationStarted = defineConsumer(workOrderEvents['operation.started'], takeOperation);
