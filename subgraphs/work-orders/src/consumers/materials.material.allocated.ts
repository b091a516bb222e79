import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { MaterialStore } from '../replica/material-store.ts';

/** Material waits for an order. */
export const materialAllocated = defineConsumer(
  materialEvents['material.allocated'],
  async ({ data }, { tx, viewer }) => {
    await new MaterialStore(tx, viewer.tenantId).allocate({
      id: data.allocation.id,
      workOrderId: data.workOrder.id,
      definitionType: data.definition.__typename,
      definitionId: data.definition.id,
      definitionNumber: data.definitionNumber,
      unit: data.quantity.unit,
      allocated: data.quantity.value,
    });
  },
);
