import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeOrder } from './take-order.ts';

/** An order in whose work something may not conform. */
export const workOrderCreated = defineConsumer(workOrderEvents['work-order.created'], takeOrder);
