import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A piece that may not conform. */
export const serialCreated = defineConsumer(
  materialEvents['serial.created'],
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
