import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

/** How far an operation is. */
export const operationStarted = defineConsumer(
  workOrderEvents['operation.started'],
  async ({ data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putStatus(data.operation.id, {
      status: 'IN_PROGRESS',
      startedAt: new Date(data.startedAt),
    });
    await recheckPublished(ctx, data.siteId, { workOrderIds: [data.workOrder.id] });
  },
);
