import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { allocateForOrder } from '../allocation/for-order.ts';
import { keepOrder } from '../work-order/replica.ts';
import { takesMaterial } from '../work-order/work-order.ts';

/** An order went to the floor: what its bill asks for is reserved, and what is missing is said. */
export const workOrderReleased = defineConsumer(
  workOrderEvents['work-order.released'],
  async (event, ctx) => {
    const order = await keepOrder(event, ctx);
    // the news of its end may have come first
    if (!takesMaterial(order.status)) return;
    await allocateForOrder(ctx, ctx.tx, order, new Date(event.occurredat ?? event.time));
  },
);
