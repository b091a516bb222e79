import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A revision of a part, and how it is counted. */
export const partPublished = defineConsumer(
  masterDataEvents['part.published'],
  async ({ data, time }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putPartRevision({
      id: data.partRevision.id,
      partId: data.part.id,
      number: data.partNumber,
      revision: data.revision,
      unit: data.unit,
      asOf: new Date(time),
    });
  },
);
