import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { ReplicaStore } from '../replica/store.ts';

/** Collectors name sites by code. */
export const siteCreated = defineConsumer(authEvents['site.created'], ({ data }, ctx) =>
  new ReplicaStore(ctx.tx, ctx.viewer.tenantId).setSite(data.site.id, data.code),
);
