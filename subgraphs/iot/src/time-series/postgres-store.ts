import type { Database } from '@machshop/db';
import { sql } from 'drizzle-orm';
import {
  isoMicroseconds,
  marksOf,
  qualityNumber,
  qualityOf,
  type Reading,
  unmarked,
} from '../sensor-reading/reading.ts';
import { markMinutes } from './dirty-store.ts';
import { rollUpHours, rollUpMinutes } from './postgres-rollups-store.ts';
import { readWindows } from './postgres-windows-store.ts';
import {
  DAY_US,
  type Position,
  type Resolution,
  type Retention,
  type Scope,
  type Series,
  type SeriesReading,
  type TimeRange,
  type TimeSeries,
} from './time-series.ts';

/** Partitions made before their time, so that midnight finds them there. */
const DAYS_AHEAD = 7;
/** A partition is noted as written to no more often than this. */
const TOUCH_MS = 60 * 60_000;
const MAX_KNOWN = 10_000;

type Parent = 'readings' | 'held_readings' | 'minute_rollups' | 'hour_rollups';

/** Readings in Postgres: a partition a day, rollups by minute and hour. */
export class PostgresTimeSeries implements TimeSeries {
  readonly name = 'postgres';
  // it has the runs of operations beside its readings
  readonly needsWork = false;
  readonly #db: Database;
  readonly #retention: Retention;
  readonly #touched = new Map<string, number>();

  constructor(db: Database, retention: Retention) {
    this.#db = db;
    this.#retention = retention;
  }

  async prepare(now: Date): Promise<void> {
    for (let day = 0; day <= DAYS_AHEAD; day++) {
      const at = new Date(now.getTime() + day * 86_400_000);
      await this.#ensure('readings', at, now);
      await this.#ensure('held_readings', at, now);
      await this.#ensure('minute_rollups', at, now);
      await this.#ensure('hour_rollups', at, now);
    }
  }

  async makeRoom(timesUs: Iterable<number>, now: Date): Promise<void> {
    const days = new Set<number>();
    for (const timeUs of timesUs) days.add(Math.floor(timeUs / DAY_US));
    for (const day of days) {
      const at = new Date((day * DAY_US) / 1000);
      await this.#ensure('readings', at, now);
      await this.#ensure('minute_rollups', at, now);
      await this.#ensure('hour_rollups', at, now);
    }
    await this.#ensure('held_readings', now, now);
  }

  async append({ tx, tenantId }: Scope, readings: readonly SeriesReading[]): Promise<number> {
    if (readings.length === 0) return 0;
    const columns = columnsOf(readings);
    // Postgres takes no COPY into a fenced table; arrays are as fast, and skip what is there already
    const inserted = await tx.execute(sql`
      insert into iot.readings (time, seq, value, tenant_id, series, quality, marks, text)
      select t, q, v, ${tenantId}::uuid, s, u, m, x
      from unnest(${columns.time}::timestamptz[], ${columns.seq}::bigint[], ${columns.value}::float8[], ${columns.series}::int[],
        ${columns.quality}::smallint[], ${columns.marks}::smallint[], ${columns.text}::text[]) as n(t, q, v, s, u, m, x)
      on conflict do nothing`);
    await markMinutes({ tx, tenantId }, readings);
    return (inserted as unknown as { count: number }).count;
  }

  async resolutionOf({ tx }: Scope, { fromUs, toUs }: TimeRange): Promise<Resolution> {
    const dropped = await tx.execute<{ parent: Parent }>(sql`
      select distinct parent from iot.time_partitions where generation > 0 and parent in ('readings', 'minute_rollups')
        and starts_at < ${isoMicroseconds(toUs)}::timestamptz and ends_at > ${isoMicroseconds(fromUs)}::timestamptz`);
    const parents = new Set(dropped.map(({ parent }) => parent));
    if (parents.has('minute_rollups')) return 'HOUR';
    if (parents.has('readings')) return 'MINUTE';
    return 'RAW';
  }

  async count({ tx, tenantId }: Scope, series: Series, range: TimeRange, limit: number): Promise<number> {
    const [row] = await tx.execute<{ count: number }>(sql`
      select count(*)::int as count from (
        select 1 from iot.readings where ${within(tenantId, series, range)} limit ${limit}) found`);
    return row?.count ?? 0;
  }

  async readings(
    { tx, tenantId }: Scope,
    series: Series,
    range: TimeRange,
    limit: number,
    after?: Position,
  ): Promise<Reading[]> {
    const rows = await tx.execute<ReadingColumns>(sql`
      select (extract(epoch from time) * 1000000)::bigint as us, seq, value, quality, marks, text
      from iot.readings
      where ${within(tenantId, series, range)}
        ${after ? sql`and (time, seq) > (${isoMicroseconds(after.timeUs)}::timestamptz, ${after.seq}::bigint)` : sql``}
      order by time, seq limit ${limit}`);
    return rows.map(readingOf);
  }

  windows(scope: Scope, series: Series, range: TimeRange, widthUs: number, from: Resolution) {
    return readWindows(scope, series, range, widthUs, from);
  }

  async rollUp(scope: Scope, now: Date): Promise<number> {
    return (await rollUpMinutes(scope, now)) + (await rollUpHours(scope, now));
  }

  async retain(now: Date): Promise<void> {
    const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
    const { rawDays, minuteDays, hourDays } = this.#retention;
    await this.#drop('readings', before(rawDays));
    await this.#drop('held_readings', before(rawDays));
    await this.#drop('minute_rollups', before(minuteDays));
    await this.#drop('hour_rollups', before(hourDays));
  }

  async #drop(parent: Parent, before: string): Promise<void> {
    await this.#db.sql`select iot.drop_partitions(${parent}, ${before}::timestamptz)`;
    for (const key of this.#touched.keys()) if (key.startsWith(parent)) this.#touched.delete(key);
  }

  async #ensure(parent: Parent, at: Date, now: Date): Promise<void> {
    const length = { readings: 10, held_readings: 10, minute_rollups: 7, hour_rollups: 4 }[parent];
    const key = `${parent} ${at.toISOString().slice(0, length)}`;
    const touched = this.#touched.get(key);
    if (touched !== undefined && now.getTime() - touched < TOUCH_MS) return;
    await this.#db
      .sql`select iot.ensure_partition(${parent}, ${at.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz)`;
    if (this.#touched.size >= MAX_KNOWN) this.#touched.clear();
    this.#touched.set(key, now.getTime());
  }
}

/** The columns of a reading as Postgres gives them. */
export interface ReadingColumns extends Record<string, unknown> {
  us: string;
  seq: string;
  value: number | null;
  quality: number;
  marks: number;
  text: string | null;
}

export const readingOf = (row: ReadingColumns): Reading => ({
  timeUs: Number(row.us),
  seq: Number(row.seq),
  value: row.value,
  text: row.text,
  quality: qualityOf(row.quality),
  ...unmarked(row.marks),
});

export const within = (tenantId: string, { series }: Series, { fromUs, toUs }: TimeRange) =>
  sql`tenant_id = ${tenantId}::uuid and series = ${series} and time >= ${isoMicroseconds(fromUs)}::timestamptz and time < ${isoMicroseconds(toUs)}::timestamptz`;

/** Array literals of the readings' columns: one parameter a column, whatever the number of rows. */
function columnsOf(readings: readonly SeriesReading[]) {
  const list = (value: (reading: SeriesReading) => string | number) => `{${readings.map(value).join()}}`;
  return {
    time: list(({ reading }) => isoMicroseconds(reading.timeUs)),
    seq: list(({ reading }) => reading.seq),
    value: list(({ reading }) => reading.value ?? 'NULL'),
    series: list(({ of }) => of.series),
    quality: list(({ reading }) => qualityNumber(reading.quality)),
    marks: list(({ reading }) => marksOf(reading)),
    text: list(({ reading }) => arrayText(reading.text)),
  };
}

/** A text as an element of a Postgres array literal. */
export const arrayText = (text: string | null): string =>
  text === null ? 'NULL' : `"${text.replaceAll('\0', '').replace(/[\\"]/g, '\\$&')}"`;
