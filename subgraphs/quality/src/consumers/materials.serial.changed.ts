import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Also of a piece that was made before quality listened. */
export const serialChanged = defineConsumer(
  materialEvents['serial.changed'],
  async ({ data, time, siteid }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putSerial({
      id: data.serializedPart.id,
      siteId: siteid ?? null,
      serialNumber: data.serialNumber,
      partId: data.part.id,
      partNumber: data.partNumber,
      revision: data.revision,
      asOf: new Date(time),
    });
  },
);
