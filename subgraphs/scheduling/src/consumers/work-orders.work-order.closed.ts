import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeOrder } from './take-order.ts';

/** What is known of an order changed. */
export const workOrderClosed = defineConsumer(
  workOrderEvents['work-order.closed'],
  async ({ time, data }, ctx) => {
    await takeOrder(ctx, data, new Date(time));
  },
);
