import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { authEvents } from '@machshop/schema/events/auth.ts';
import type { EventData } from '@machshop/schema/events/define.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof authEvents)['site.created']>>, 'data' | 'time'>;

/** Keeps what an event says of a site. */
export async function takeSite({ data, time }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
  const timeZone = data.timeZone ?? data.change.new?.timeZone;
  const store = new ReplicaStore(tx, viewer.tenantId);
  const known = await store.site(data.site.id);
  await store.putSite({
    id: data.site.id,
    code: data.code,
    timeZone: typeof timeZone === 'string' ? timeZone : (known?.timeZone ?? 'UTC'),
    asOf: new Date(time),
  });
}
