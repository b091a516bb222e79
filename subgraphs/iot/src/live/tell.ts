import type { Consumer, ConsumerContext, ReadMessage } from '@machshop/events';
import type { DecodedBatch } from '../ingest/decode.ts';
import type { KnownSensor, Registry, RegistryCache } from '../ingest/registry.ts';
import { isoMicroseconds, type Reading, ranged, received } from '../sensor-reading/reading.ts';

/** The CloudEvents type of a reading that is told to those who watch. */
export const READING_TAKEN = 'iot.reading.taken';

/** What it takes to tell: a connection to NATS. */
export interface LiveConnection {
  publish(subject: string, payload: Uint8Array | string): void;
}

/**
 * Where watchers hear of a reading: `live.<tenant>.iot.reading.<equipment id>.<sensor id>`. No stream keeps it, and
 * the server drops it where nobody listens.
 */
export const liveSubject = (tenantId: string, { row }: Pick<KnownSensor, 'row'>): string =>
  `live.${tenantId}.iot.reading.${row.equipmentId}.${row.id}`;

/**
 * The consumer of telemetry that also tells watchers the newest reading of each sensor in what it took in. It tells
 * before the commit: what is rolled back and taken in again is told again.
 */
export function tellingLive(
  consumer: Consumer<DecodedBatch>,
  registries: RegistryCache,
  connection: LiveConnection,
): Consumer<DecodedBatch> {
  const handleAll = async (messages: readonly ReadMessage<DecodedBatch>[], ctx: ConsumerContext) => {
    await consumer.handleAll?.(messages, ctx);
    const registry = await registries.current(ctx.tx, ctx.viewer.tenantId);
    const now = ctx.now();
    for (const [sensor, reading] of newest(messages, registry, now))
      connection.publish(
        liveSubject(ctx.viewer.tenantId, sensor),
        JSON.stringify(liveEvent(ctx.viewer.tenantId, sensor, reading, now)),
      );
  };
  return {
    ...consumer,
    read(text, subject) {
      const message: ReadMessage<DecodedBatch> = {
        ...consumer.read(text, subject),
        handle: (ctx) => handleAll([message], ctx),
      };
      return message;
    },
    handleAll,
  };
}

/** The newest reading of each sensor by its own time; none that is older than a minute, or ahead of the clock. */
export function newest(
  messages: readonly Pick<ReadMessage<DecodedBatch>, 'body'>[],
  registry: Pick<Registry, 'sensor'>,
  now: Date,
): ReadonlyMap<KnownSensor, Reading> {
  const found = new Map<KnownSensor, Reading>();
  const nowUs = now.getTime() * 1000;
  for (const { body } of messages) {
    body?.event.data.readings.forEach((from, index) => {
      const sensor = registry.sensor(body.event.data.equipment, from.tag);
      if (!sensor) return;
      const reading = received(from, body.digits.get(index), nowUs);
      const known = found.get(sensor);
      if (reading.early || reading.late || (known && known.timeUs > reading.timeUs)) return;
      found.set(sensor, reading);
    });
  }
  for (const [sensor, reading] of found) found.set(sensor, ranged(reading, sensor.range));
  return found;
}

function liveEvent(tenantId: string, { row }: KnownSensor, reading: Reading, now: Date): object {
  const { kind, value, text, quality, outOfRange, timeUs } = reading;
  return {
    specversion: '1.0',
    id: `${row.id}/${timeUs}/${reading.seq}`,
    source: '/machshop/iot',
    type: READING_TAKEN,
    time: now.toISOString(),
    occurredat: isoMicroseconds(timeUs),
    tenantid: tenantId,
    siteid: row.siteId,
    data: {
      sensor: { __typename: 'Sensor', id: row.id },
      equipment: { __typename: 'Equipment', id: row.equipmentId },
      siteId: row.siteId,
      tag: row.tag,
      unit: row.unit,
      ...{ kind, value, text, quality, outOfRange },
    },
  };
}
