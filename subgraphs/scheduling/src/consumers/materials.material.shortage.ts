import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckOrder } from './recheck.ts';

/** An order lacks material. */
export const materialShortage = defineConsumer(
  materialEvents['material.shortage'],
  async ({ time, data }, ctx) => {
    if (!data.workOrder) return;
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putShortage({
      workOrderId: data.workOrder.id,
      definitionId: data.definition.id,
      definitionNumber: data.definitionNumber,
      missing: true,
      asOf: new Date(time),
    });
    await recheckOrder(ctx, data.workOrder.id);
  },
);
