import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A part revision may be made. */
export const partPublished = defineConsumer(
  masterDataEvents['part.published'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putPartRevision({
      id: data.partRevision.id,
      partId: data.part.id,
      number: data.partNumber,
      revision: data.revision,
      unit: data.unit,
      tracking: data.tracking,
      retired: false,
      asOf: new Date(time),
    });
  },
);
