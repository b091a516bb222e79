import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { ReplicaStore } from '../replica/store.ts';

/** The site may have another code. */
export const siteChanged = defineConsumer(authEvents['site.changed'], ({ data }, ctx) =>
  new ReplicaStore(ctx.tx, ctx.viewer.tenantId).setSite(data.site.id, data.code),
);
