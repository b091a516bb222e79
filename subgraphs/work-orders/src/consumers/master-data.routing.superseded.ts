import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** New orders take another routing; those that have it keep it. */
export const routingSuperseded = defineConsumer(
  masterDataEvents['routing.superseded'],
  async ({ time, data }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putRouting({
      id: data.routing.id,
      number: data.routingNumber,
      version: data.version,
      partRevisionId: data.partRevision.id,
      operations: data.operations,
      superseded: true,
      asOf: new Date(time),
    });
  },
);
