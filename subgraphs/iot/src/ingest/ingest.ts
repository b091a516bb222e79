import {
  type Consumer,
  type ConsumerContext,
  defineBatchConsumer,
  type ReadMessage,
  TELEMETRY,
} from '@machshop/events';
import { TELEMETRY_SUBJECTS } from '@machshop/schema/events/telemetry.ts';
import { counter, gauge } from '@machshop/telemetry';
import type { HeldTag } from '../discovered-tag/store.ts';
import { DiscoveredTagStore } from '../discovered-tag/store.ts';
import { deriveStates } from '../equipment-state/derive.ts';
import { ReplicaStore } from '../replica/store.ts';
import type { KnownExecutionRow } from '../replica/tables.ts';
import { judgeMoments, type Moment } from '../sensor-alert/judge.ts';
import { dateOf, type Reading, ranged, received } from '../sensor-reading/reading.ts';
import { LatestReadingStore } from '../sensor-reading/store.ts';
import type { SeriesReading, TimeSeries, WorkDone } from '../time-series/time-series.ts';
import { type DecodedBatch, decode } from './decode.ts';
import type { Registry, RegistryCache } from './registry.ts';

/** Readings of a machine that are this much older than its newest may still be on their way. */
const REACH_ALLOWANCE_US = 2_000_000;
/** Messages in one transaction: collectors that send every 100 ms send small ones. */
const BATCH = 256;
const MAX_EXECUTIONS = 1_000;

const counted = counter('telemetry_readings_total', 'Readings that came in', ['outcome']);
const lag = gauge('telemetry_lag_seconds', 'Age of the newest reading of the last batch when it was stored');

interface Sorted {
  readonly known: SeriesReading[];
  readonly held: Map<string, HeldTag & { readonly readings: Reading[] }>;
  readonly moments: Moment[];
  ignored: number;
  newestUs: number;
}

/** Takes readings in: stored, or held aside where their tag is not known, once each, in the transaction of the inbox row. */
export function telemetryConsumer(timeSeries: TimeSeries, registries: RegistryCache): Consumer<DecodedBatch> {
  return defineBatchConsumer<DecodedBatch>({
    name: 'telemetry',
    stream: TELEMETRY,
    filter: TELEMETRY_SUBJECTS,
    batch: BATCH,
    read(text, subject) {
      const body = decode(text, subject);
      return { id: body.event.id, tenantId: body.event.tenantid, body };
    },
    handleAll: (messages, ctx) => takeIn(timeSeries, registries, messages, ctx),
  });
}

async function takeIn(
  timeSeries: TimeSeries,
  registries: RegistryCache,
  messages: readonly ReadMessage<DecodedBatch>[],
  ctx: ConsumerContext,
): Promise<void> {
  const { tx, viewer } = ctx;
  const now = ctx.now();
  const registry = await registries.current(tx, viewer.tenantId);
  const sorted = sort(messages, registry, now.getTime() * 1000);
  const times = new Set(sorted.known.map(({ reading }) => reading.timeUs));
  await timeSeries.makeRoom(times, now);
  const known = timeSeries.needsWork ? await withWork(ctx, sorted.known) : sorted.known;
  const fresh = await timeSeries.append({ tx, tenantId: viewer.tenantId }, known, now);
  await new LatestReadingStore(tx, viewer.tenantId).note(known, now);
  await new DiscoveredTagStore(tx, viewer.tenantId).hold([...sorted.held.values()], now);
  await judgeMoments(ctx, registry, sorted.moments);
  await deriveStates(ctx, registry, sorted.moments);
  count(sorted, fresh, now);
}

function count(sorted: Sorted, fresh: number, now: Date): void {
  counted.inc({ outcome: 'stored' }, fresh);
  counted.inc({ outcome: 'known already' }, sorted.known.length - fresh);
  counted.inc({ outcome: 'ignored' }, sorted.ignored);
  for (const { readings } of sorted.held.values()) counted.inc({ outcome: 'held' }, readings.length);
  if (sorted.newestUs > 0) lag.set(Math.max(0, now.getTime() / 1000 - sorted.newestUs / 1_000_000));
}

/** Each reading to its sensor, or to the tags that nobody approved; and what alerts and states are judged by. */
function sort(messages: readonly ReadMessage<DecodedBatch>[], registry: Registry, nowUs: number): Sorted {
  const sorted: Sorted = { known: [], held: new Map(), moments: [], ignored: 0, newestUs: 0 };
  for (const { body } of messages) {
    if (!body) continue;
    const { data } = body.event;
    const watched = registry.watched(data.equipment).length > 0;
    let newestUs = 0;
    data.readings.forEach((from, index) => {
      const reading = received(from, body.digits.get(index), nowUs);
      if (!reading.early && reading.timeUs > newestUs) newestUs = reading.timeUs;
      const sensor = registry.sensor(data.equipment, from.tag);
      if (sensor) {
        const own = ranged(reading, sensor.range);
        sorted.known.push({ of: sensor.series, reading: own, work: null });
        if (sensor.rules.length > 0 || sensor.stateRule)
          sorted.moments.push({ kind: 'READING', sensor, reading: own });
      } else if (registry.isIgnored(data.equipment, from.tag)) sorted.ignored++;
      else hold(sorted, body, from.tag, reading);
    });
    sorted.newestUs = Math.max(sorted.newestUs, newestUs);
    // states and alarms overtake telemetry on their way: only telemetry tells how far its machine's time has come
    if (watched && data.kind === 'telemetry' && newestUs > 0) {
      const timeUs = newestUs - REACH_ALLOWANCE_US;
      sorted.moments.push({ kind: 'REACHED', equipmentCode: data.equipment, timeUs });
    }
  }
  return sorted;
}

function hold(sorted: Sorted, { event }: DecodedBatch, tag: string, reading: Reading): void {
  const { site, area, workCenter, equipment: equipmentCode } = event.data;
  const key = `${equipmentCode}\n${tag}`;
  const held = sorted.held.get(key);
  if (held) held.readings.push(reading);
  else sorted.held.set(key, { address: { site, area, workCenter, equipmentCode, tag }, readings: [reading] });
}

/** What each machine worked on at the time. */
export async function withWork(
  { tx, viewer }: Pick<ConsumerContext, 'tx' | 'viewer'>,
  readings: readonly SeriesReading[],
): Promise<SeriesReading[]> {
  if (readings.length === 0) return [];
  const equipmentIds = [...new Set(readings.map(({ of }) => of.equipmentId))];
  let [fromUs, toUs] = [Number.MAX_SAFE_INTEGER, 0];
  for (const { reading } of readings) {
    fromUs = Math.min(fromUs, reading.timeUs);
    toUs = Math.max(toUs, reading.timeUs);
  }
  const executions = Map.groupBy(
    await new ReplicaStore(tx, viewer.tenantId).executionsOn(
      equipmentIds,
      dateOf(fromUs),
      new Date(toUs / 1000 + 1),
      MAX_EXECUTIONS,
    ),
    ({ equipmentId }) => equipmentId,
  );
  return readings.map((one) => {
    const run = executions.get(one.of.equipmentId)?.find((execution) => runs(execution, one.reading.timeUs));
    return run ? { ...one, work: workOf(run) } : one;
  });
}

const runs = ({ startedAt, completedAt }: KnownExecutionRow, timeUs: number): boolean =>
  startedAt.getTime() * 1000 <= timeUs && (completedAt === null || timeUs < completedAt.getTime() * 1000);

const workOf = ({ workOrderId, operationNumber, serialNumbers }: KnownExecutionRow): WorkDone => ({
  workOrderId,
  operationNumber,
  serialNumber: serialNumbers.length === 1 ? (serialNumbers[0] as string) : null,
});
