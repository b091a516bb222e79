import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** No new orders of a part revision. */
export const partRetired = defineConsumer(
  masterDataEvents['part.retired'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putPartRevision({
      id: data.partRevision.id,
      partId: data.part.id,
      number: data.partNumber,
      revision: data.revision,
      unit: data.unit,
      tracking: data.tracking,
      retired: true,
      asOf: new Date(time),
    });
  },
);
