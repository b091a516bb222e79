import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Also of a lot that came before quality listened. */
export const lotChanged = defineConsumer(
  materialEvents['lot.changed'],
  async ({ data, time, siteid }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putLot({
      id: data.lot.id,
      siteId: siteid ?? null,
      number: data.lotNumber,
      definitionType: data.definition.__typename,
      definitionId: data.definition.id,
      definitionNumber: data.definitionNumber,
      unit: data.unit,
      asOf: new Date(time),
    });
  },
);
