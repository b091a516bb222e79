import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { takeOrder } from './take-order.ts';

/** What is known of an order changed. */
export const workOrderResumed = defineConsumer(
  workOrderEvents['work-order.resumed'],
  async ({ time, data }, ctx) => {
    await takeOrder(ctx, data, new Date(time));
  },
);
