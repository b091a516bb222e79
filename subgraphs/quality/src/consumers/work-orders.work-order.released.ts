import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeOrder } from './take-order.ts';

/** Also of an order that was made before quality listened. */
export const workOrderReleased = defineConsumer(workOrderEvents['work-order.released'], takeOrder);
