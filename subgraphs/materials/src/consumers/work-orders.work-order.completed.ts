import { compareDecimals } from '@machshop/db';
import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { releaseForOrder } from '../allocation/for-order.ts';
import { completePiece } from '../serialized-part/serial-events.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';
import { keepOrder } from '../work-order/replica.ts';

/** An order is done: what it did not use is free again, and its pieces are through their work. */
export const workOrderCompleted = defineConsumer(
  workOrderEvents['work-order.completed'],
  async (event, ctx) => {
    const order = await keepOrder(event, ctx);
    await releaseForOrder(ctx, ctx.tx, order.id, 'the order was completed');
    const pieces = await new SerializedPartStore(ctx.tx, ctx.viewer).lockOfOrder(order.id);
    const kept = pieces.filter(({ status }) => status !== 'SCRAPPED');
    if (compareDecimals(String(kept.length), event.data.good) > 0) {
      // scrap was reported without saying which piece: nobody knows which ones are good
      ctx.log.warn(
        { order: order.number, pieces: kept.length, good: event.data.good },
        'more pieces than good ones',
      );
      return;
    }
    const at = new Date(event.data.completedAt);
    for (const piece of kept) await completePiece(ctx, ctx.tx, piece, `completion of ${order.number}`, at);
  },
);
