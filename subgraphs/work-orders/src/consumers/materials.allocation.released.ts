import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { MaterialStore } from '../replica/material-store.ts';

/** Material no longer waits for an order. */
export const allocationReleased = defineConsumer(
  materialEvents['allocation.released'],
  async ({ data }, { tx, viewer }) => {
    const store = new MaterialStore(tx, viewer.tenantId);
    await store.release(data.allocation.id, data.workOrder.id, data.quantity.value);
  },
);
