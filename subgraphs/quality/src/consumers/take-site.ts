import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { authEvents } from '@machshop/schema/events/auth.ts';
import type { EventData } from '@machshop/schema/events/define.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof authEvents)['site.created']>>, 'data' | 'time'>;

/** Keeps what an event says of a site. */
export async function takeSite({ data, time }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).putSite({
    id: data.site.id,
    code: data.code,
    asOf: new Date(time),
  });
}
