import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { DefinitionStore } from '../definition/store.ts';

/** Keeps how a material is counted, and whether its lots need certificates. */
export const materialPublished = defineConsumer(
  masterDataEvents['material.published'],
  async ({ data, time }, ctx) => {
    await new DefinitionStore(ctx.tx, ctx.viewer.tenantId).put({
      id: data.material.id,
      type: 'Material',
      number: data.materialCode,
      unit: data.unit,
      tracking: 'LOT',
      critical: data.critical,
      asOf: new Date(time),
    });
  },
);
