import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { releaseForOrder } from '../allocation/for-order.ts';
import { keepOrder } from '../work-order/replica.ts';

/** An order will not be made: what was reserved for it is free again. */
export const workOrderCancelled = defineConsumer(
  workOrderEvents['work-order.cancelled'],
  async (event, ctx) => {
    const order = await keepOrder(event, ctx);
    await releaseForOrder(ctx, ctx.tx, order.id, 'the order was cancelled');
  },
);
