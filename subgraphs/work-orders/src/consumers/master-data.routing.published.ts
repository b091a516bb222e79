import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A routing is in force: orders without operations take it when they are released. */
export const routingPublished = defineConsumer(
  masterDataEvents['routing.published'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putRouting({
      id: data.routing.id,
      number: data.routingNumber,
      version: data.version,
      partRevisionId: data.partRevision.id,
      operations: data.operations,
      superseded: false,
      asOf: new Date(time),
    });
  },
);
