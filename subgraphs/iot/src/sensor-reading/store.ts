import type { Tx } from '@machshop/db';
import { sql } from 'drizzle-orm';
import { arrayText, type ReadingColumns, readingOf } from '../time-series/postgres-store.ts';
import type { SeriesReading } from '../time-series/time-series.ts';
import { isoMicroseconds, marksOf, qualityNumber, type Reading } from './reading.ts';

/** The newest reading of a sensor, and when it came. */
export interface LatestReading {
  readonly series: number;
  readonly reading: Reading;
  readonly receivedAt: Date;
}

/** Every statement about the newest readings of one tenant. */
export class LatestReadingStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Notes readings where they are newer than what is there. A clock that is ahead is not believed. */
  async note(readings: readonly SeriesReading[], now: Date): Promise<void> {
    const newest = new Map<number, SeriesReading>();
    for (const one of readings) {
      if (one.reading.early) continue;
      const known = newest.get(one.of.series);
      if (!known || isAfter(one.reading, known.reading)) newest.set(one.of.series, one);
    }
    if (newest.size === 0) return;
    // always in one order, so that two writers never wait for each other
    const rows = [...newest.values()].sort((a, b) => a.of.series - b.of.series);
    const list = (value: (row: SeriesReading) => string | number) => `{${rows.map(value).join()}}`;
    await this.#tx.execute(sql`
      insert into iot.sensor_latest (series, tenant_id, time, seq, value, quality, marks, text, received_at)
      select s, ${this.#tenantId}::uuid, t, q, v, u, m, x, ${now.toISOString()}::timestamptz
      from unnest(${list(({ of }) => of.series)}::int[], ${list(({ reading }) => isoMicroseconds(reading.timeUs))}::timestamptz[],
        ${list(({ reading }) => reading.seq)}::bigint[], ${list(({ reading }) => reading.value ?? 'NULL')}::float8[],
        ${list(({ reading }) => qualityNumber(reading.quality))}::smallint[], ${list(({ reading }) => marksOf(reading))}::smallint[],
        ${list(({ reading }) => arrayText(reading.text))}::text[]) as n(s, t, q, v, u, m, x)
      on conflict (series) do update set time = excluded.time, seq = excluded.seq, value = excluded.value, quality = excluded.quality,
        marks = excluded.marks, text = excluded.text, received_at = excluded.received_at
      where (excluded.time, excluded.seq) > (sensor_latest.time, sensor_latest.seq)`);
  }

  async of(series: readonly number[]): Promise<LatestReading[]> {
    const rows = await this.#tx.execute<ReadingColumns & { series: number; received_at: string }>(sql`
      select series, (extract(epoch from time) * 1000000)::bigint as us, seq, value, quality, marks, text, received_at
      from iot.sensor_latest where tenant_id = ${this.#tenantId}::uuid and series = any(${`{${series.join()}}`}::int[])`);
    return rows.map((row) => ({
      series: row.series,
      reading: readingOf(row),
      receivedAt: new Date(row.received_at),
    }));
  }
}

const isAfter = (one: Reading, other: Reading): boolean =>
  one.timeUs > other.timeUs || (one.timeUs === other.timeUs && one.seq > other.seq);
