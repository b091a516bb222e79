import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

/** How far an operation is. */
export const operationCompleted = defineConsumer(
  workOrderEvents['operation.completed'],
  async ({ data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putStatus(data.operation.id, {
      status: 'COMPLETED',
      endedAt: new Date(data.completedAt),
    });
    await recheckPublished(ctx, data.siteId, { workOrderIds: [data.workOrder.id] });
  },
);
