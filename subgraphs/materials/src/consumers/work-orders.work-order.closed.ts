import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { keepOrder } from '../work-order/replica.ts';

/** Keeps the replica of the order. */
export const workOrderClosed = defineConsumer(workOrderEvents['work-order.closed'], async (event, ctx) => {
  await keepOrder(event, ctx);
});
