import { defineConsumer } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { ReplicaStore } from '../replica/store.ts';

/** A site whose clocks calendars go by. */
export const siteChanged = defineConsumer(authEvents['site.changed'], async ({ time, data }, ctx) => {
  const timeZone = data.timeZone ?? data.change.new?.timeZone;
  const store = new ReplicaStore(ctx.tx, ctx.viewer.tenantId);
  const known = await store.site(data.site.id);
  await store.putSite({
    id: data.site.id,
    code: data.code,
    timeZone: typeof timeZone === 'string' ? timeZone : (known?.timeZone ?? 'UTC'),
    asOf: new Date(time),
  });
});
