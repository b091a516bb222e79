import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof materialEvents)['lot.received']>>, 'data' | 'time' | 'siteid'>;

/** Keeps what an event says of a lot. */
export async function takeLot({ data, time, siteid }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).putLot({
    id: data.lot.id,
    siteId: siteid ?? null,
    number: data.lotNumber,
    definitionType: data.definition.__typename,
    definitionId: data.definition.id,
    definitionNumber: data.definitionNumber,
    unit: data.unit,
    asOf: new Date(time),
  });
}
