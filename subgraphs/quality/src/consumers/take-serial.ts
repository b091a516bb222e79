import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { materialEvents } from '@machshop/schema/events/materials.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<
  CloudEvent<EventData<(typeof materialEvents)['serial.created']>>,
  'data' | 'time' | 'siteid'
>;

/** Keeps what an event says of a piece. */
export async function takeSerial(
  { data, time, siteid }: Said,
  { tx, viewer }: ConsumerContext,
): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).putSerial({
    id: data.serializedPart.id,
    siteId: siteid ?? null,
    serialNumber: data.serialNumber,
    partId: data.part.id,
    partNumber: data.partNumber,
    revision: data.revision,
    asOf: new Date(time),
  });
}
