import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckOrder } from './recheck.ts';

/** What an order lacked was found for it. */
export const materialAllocated = defineConsumer(
  materialEvents['material.allocated'],
  async ({ data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).removeShortage(data.workOrder.id, data.definition.id);
    await recheckOrder(ctx, data.workOrder.id);
  },
);
