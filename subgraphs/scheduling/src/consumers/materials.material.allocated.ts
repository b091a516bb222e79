import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckOrder } from './recheck.ts';

/** What an order lacked was found for it. */
export const materialAllocated = defineConsumer(
  materialEvents['material.allocated'],
  async ({ time, data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putShortage({
      workOrderId: data.workOrder.id,
      definitionId: data.definition.id,
      definitionNumber: data.definitionNumber,
      missing: false,
      asOf: new Date(time),
    });
    await recheckOrder(ctx, data.workOrder.id);
  },
);
