import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheckPublished } from './recheck.ts';

/** How far an operation is. */
export const operationEquipmentAssigned = defineConsumer(
  workOrderEvents['operation.equipment-assigned'],
  async ({ data }, ctx) => {
    await new ReplicaStore(ctx.tx, ctx.viewer.tenantId).putProgress(data.operation.id, {
      assignedEquipmentId: data.equipment?.id ?? null,
    });
    await recheckPublished(ctx, data.siteId, { workOrderIds: [data.workOrder.id] });
  },
);
