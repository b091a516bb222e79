import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

/** How far an operation is. */
export const operationSkipped = defineConsumer(workOrderEvents['operation.skipped'], async (event, ctx) => {
  const { data } = event;
  await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putStatus(data.operation.id, {
    status: 'SKIPPED',
    endedAt: new Date(event.occurredat ?? event.time),
  });
  await recheckPublished(ctx, data.siteId, { workOrderIds: [data.workOrder.id] });
});
