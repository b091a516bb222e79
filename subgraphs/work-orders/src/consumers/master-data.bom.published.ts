import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** What an order of a part needs. */
export const bomPublished = defineConsumer(
  masterDataEvents['bom.published'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putBom({
      id: data.bom.id,
      partRevisionId: data.partRevision.id,
      effectiveFrom: new Date(data.effectiveFrom),
      effectiveTo: data.effectiveTo === null ? null : new Date(data.effectiveTo),
      lines: data.lines,
      asOf: new Date(time),
    });
  },
);
