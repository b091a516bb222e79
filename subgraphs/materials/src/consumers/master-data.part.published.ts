import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { DefinitionStore } from '../definition/store.ts';

/** Keeps how a part is counted and tracked, and whether its lots need certificates. */
export const partPublished = defineConsumer(
  masterDataEvents['part.published'],
  async ({ data, time }, ctx) => {
    const store = new DefinitionStore(ctx.tx, ctx.viewer.tenantId);
    await store.putRevision(data.partRevision.id, data.part.id, data.revision);
    await store.put({
      id: data.part.id,
      type: 'Part',
      number: data.partNumber,
      unit: data.unit,
      tracking: data.tracking,
      critical: data.critical,
      asOf: new Date(time),
    });
  },
);
