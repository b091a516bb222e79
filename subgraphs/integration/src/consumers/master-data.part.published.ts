import { defineConsumer } from '@machshop/events';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Schedules may ask for the part. */
export const partPublished = defineConsumer(masterDataEvents['part.published'], ({ data }, ctx) =>
  new ReplicaStore(ctx.tx, ctx.viewer.tenantId).addPartRevision({
    partRevisionId: data.partRevision.id,
    partNumber: data.partNumber,
    revision: data.revision,
  }),
);
