import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof equipmentEvents)['work-center.created']>>, 'data' | 'time'>;

/** Keeps what an event says of a work center. */
export async function takeWorkCenter({ data, time }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).putWorkCenter({
    id: data.workCenter.id,
    code: data.code,
    siteId: data.siteId,
    asOf: new Date(time),
  });
}
