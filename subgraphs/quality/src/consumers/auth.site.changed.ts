import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A site that goes by another code. */
export const siteChanged = defineConsumer(
  authEvents['site.changed'],
  async ({ data, time }, { tx, viewer }) => {
    await new ReplicaStore(tx, viewer.tenantId).putSite({
      id: data.site.id,
      code: data.code,
      asOf: new Date(time),
    });
  },
);
