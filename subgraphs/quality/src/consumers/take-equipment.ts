import type { CloudEvent, ConsumerContext } from '@machshop/events';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { ReplicaStore } from '../replica/store.ts';

type Said = Pick<CloudEvent<EventData<(typeof equipmentEvents)['equipment.created']>>, 'data' | 'time'>;

/** Keeps what an event says of a machine. */
export async function takeEquipment({ data, time }: Said, { tx, viewer }: ConsumerContext): Promise<void> {
  await new ReplicaStore(tx, viewer.tenantId).putEquipment({
    id: data.equipment.id,
    siteId: data.siteId,
    code: data.equipmentCode,
    workCenterCode: data.workCenterCode,
    asOf: new Date(time),
  });
}
