import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { WorkOrderStore } from '../work-order/store.ts';

/** An order has a serial: events name the serialized part from here on. */
export const serialCreated = defineConsumer(
  materialEvents['serial.created'],
  async ({ data }, { tx, viewer }) => {
    if (!data.workOrder) return;
    const store = new WorkOrderStore(tx, viewer.tenantId);
    await store.addSerial(data.workOrder.id, data.serialNumber, data.serializedPart.id);
  },
);
