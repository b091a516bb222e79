import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Consumption names the operation by its id; the ERP knows it by its number. */
export const operationStarted = defineConsumer(workOrderEvents['operation.started'], ({ data }, ctx) =>
  new ReplicaStore(ctx.tx, ctx.viewer.tenantId).addOperation({
    operationId: data.operation.id,
    siteId: data.siteId,
    operationNumber: data.operationNumber,
  }),
);
