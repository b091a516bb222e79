import type { Viewer } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import { withWork } from '../ingest/ingest.ts';
import { rangeOf, seriesOf } from '../sensor/sensor.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { ranged } from '../sensor-reading/reading.ts';
import { LatestReadingStore } from '../sensor-reading/store.ts';
import type { TimeSeries } from '../time-series/time-series.ts';
import { DiscoveredTagStore } from './store.ts';
import type { DiscoveredTagRow } from './tables.ts';

/** Readings moved in one transaction. */
const CHUNK = 20_000;
/** What is not moved in this time is moved by the worker. */
const BUDGET_MS = 5_000;

interface Mover {
  readonly viewer: Viewer;
  readonly now: () => Date;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/**
 * Moves what was held of an approved tag to its sensor, flagged by the sensor's range. A crash in between loses
 * and doubles nothing: the worker goes on.
 * @returns how many readings were moved
 */
export async function moveHeld(
  mover: Mover,
  timeSeries: TimeSeries,
  tag: DiscoveredTagRow,
  sensor: SensorRow,
): Promise<number> {
  const { tenantId } = mover.viewer;
  const until = mover.now().getTime() + BUDGET_MS;
  const range = rangeOf(sensor);
  const series = seriesOf(sensor);
  let moved = 0;
  for (;;) {
    const count = await mover.write(async (tx) => {
      const tags = new DiscoveredTagStore(tx, tenantId);
      // ingest holds readings with the tag's row locked: what it held is seen, or it comes after
      await tags.lock(tag.id);
      const taken = await tags.take(tag.number, CHUNK);
      if (taken.length < CHUNK) await tags.noLeftovers(tag.id);
      const readings = taken.map((reading) => ({ of: series, reading: ranged(reading, range), work: null }));
      const now = mover.now();
      await timeSeries.makeRoom(new Set(taken.map(({ timeUs }) => timeUs)), now);
      const all = timeSeries.needsWork ? await withWork({ tx, viewer: mover.viewer }, readings) : readings;
      await timeSeries.append({ tx, tenantId }, all, now);
      await new LatestReadingStore(tx, tenantId).note(all, now);
      return taken.length;
    });
    moved += count;
    if (count < CHUNK || mover.now().getTime() >= until) return moved;
  }
}
