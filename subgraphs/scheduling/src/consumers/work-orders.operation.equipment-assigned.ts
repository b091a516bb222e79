import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

/** The machine that an operation was given to, or any again. */
export const operationEquipmentAssigned = defineConsumer(
  workOrderEvents['operation.equipment-assigned'],
  async ({ time, data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putAssigned(data.operation.id, {
      assignedEquipmentId: data.equipment?.id ?? null,
      assignedAsOf: new Date(time),
    });
    await recheckPublished(ctx, data.siteId, { workOrderIds: [data.workOrder.id] });
  },
);
