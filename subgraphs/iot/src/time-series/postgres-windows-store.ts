import { type SQL, sql } from 'drizzle-orm';
import { isoMicroseconds } from '../sensor-reading/reading.ts';
import type { Resolution, Scope, Series, SeriesWindow, TimeRange } from './time-series.ts';

interface WindowColumns extends Record<string, unknown> {
  start_us: string;
  good: string;
  uncertain: string;
  bad: string;
  numbers: string;
  min: number | null;
  max: number | null;
  mean: number | null;
  m2: number | null;
  first: number | null;
  last: number | null;
}

/** What one reading adds, in the columns of a rollup. */
const RAW_COLUMNS = sql.raw(`r.time as at, (r.quality = 0)::int as good, (r.quality = 1)::int as uncertain,
  (r.quality = 2)::int as bad, (r.n is not null)::int as numbers, r.n as min, r.n as max, r.n as mean, 0::float8 as m2,
  r.n as first, r.n as last, case when r.n is not null then r.time end as first_at,
  case when r.n is not null then r.time end as last_at, r.seq`);
const READINGS = sql.raw(
  'select r.time, r.quality, r.seq, case when r.quality <> 2 then r.value end as n from iot.readings r',
);
const ROLLUP_COLUMNS =
  sql.raw(`r.bucket as at, r.good, r.uncertain, r.bad, r.numbers, r.min, r.max, r.sum / nullif(r.numbers, 0) as mean, r.m2,
  r.first, r.last, r.first_at, r.last_at, 0::bigint as seq`);

/** Whether a rollup's row is the one that its day's present readings make; rows of dropped readings never change. */
const present = sql`r.generation = coalesce((select p.generation from iot.time_partitions p
  where p.parent = 'readings' and p.starts_at = date_trunc('day', r.bucket, 'UTC')), 0)`;

/**
 * Windows from readings or rollups. Where a bucket is dirty, its readings (for an hour: its minutes) stand in for
 * it, so that what has come is counted at once.
 */
export async function readWindows(
  { tx, tenantId }: Scope,
  { series }: Series,
  range: TimeRange,
  widthUs: number,
  from: Resolution,
): Promise<SeriesWindow[]> {
  const low = sql`${isoMicroseconds(range.fromUs)}::timestamptz`;
  const high = sql`${isoMicroseconds(range.toUs)}::timestamptz`;
  const own = (alias: string) =>
    sql`${sql.raw(alias)}.tenant_id = ${tenantId}::uuid and ${sql.raw(alias)}.series = ${series}`;
  const inRange = (alias: string, column = 'bucket') => {
    const at = sql.raw(`${alias}.${column}`);
    return sql`${own(alias)} and ${at} >= ${low} and ${at} < ${high}`;
  };
  const dirtyMinutes = sql`select d.bucket from iot.dirty_minutes d where ${inRange('d')}`;
  const dirtyHours = sql`select h.bucket from iot.dirty_hours h where ${inRange('h')}
    union select date_trunc('hour', d.bucket) from iot.dirty_minutes d where ${inRange('d')}`;
  // `offset 0` keeps each bucket a look-up by the index, whatever is estimated
  const rawOfDirty = sql`select ${RAW_COLUMNS} from (${dirtyMinutes}) m cross join lateral (
    ${READINGS} where ${own('r')} and r.time >= m.bucket and r.time < m.bucket + interval '1 minute' offset 0) r`;
  const minutesOfDirty = sql`select ${ROLLUP_COLUMNS} from (${dirtyHours}) h cross join lateral (
    select r.* from iot.minute_rollups r where ${own('r')} and r.bucket >= h.bucket and r.bucket < h.bucket + interval '1 hour'
    offset 0) r where ${present} and r.bucket not in (${dirtyMinutes})`;
  const clean = (table: string, dirty: SQL) => sql`select ${ROLLUP_COLUMNS} from ${sql.raw(table)} r
    where ${inRange('r')} and not (r.bucket in (${dirty}) and ${present})`;
  const pieces = {
    RAW: () => sql`select ${RAW_COLUMNS} from (${READINGS} where ${inRange('r', 'time')}) r`,
    MINUTE: () => sql`${clean('iot.minute_rollups', dirtyMinutes)} union all ${rawOfDirty}`,
    HOUR: () =>
      sql`${clean('iot.hour_rollups', dirtyHours)} union all ${minutesOfDirty} union all ${rawOfDirty}`,
  }[from]();
  const width = sql`(${widthUs}::float8 * interval '1 microsecond')`;
  const rows = await tx.execute<WindowColumns>(sql`
    with pieces as (${pieces}), placed as (select *, date_bin(${width}, at, timestamptz 'epoch') as start from pieces),
    means as (select start, sum(mean * numbers) / nullif(sum(numbers), 0) as mean from placed group by start)
    select (extract(epoch from start) * 1000000)::bigint as start_us, sum(good) as good, sum(uncertain) as uncertain,
      sum(bad) as bad, sum(numbers) as numbers, min(min) as min, max(max) as max, min(means.mean) as mean,
      sum(m2 + numbers * (placed.mean - means.mean) ^ 2) as m2,
      (array_agg(first order by first_at, seq) filter (where first_at is not null))[1] as first,
      (array_agg(last order by last_at desc, seq desc) filter (where last_at is not null))[1] as last
    from placed join means using (start) group by start order by start`);
  return rows.map(windowOf);
}

function windowOf(row: WindowColumns): SeriesWindow {
  const numbers = Number(row.numbers);
  return {
    startUs: Number(row.start_us),
    good: Number(row.good),
    uncertain: Number(row.uncertain),
    bad: Number(row.bad),
    numbers,
    min: row.min,
    max: row.max,
    mean: row.mean,
    standardDeviation: numbers > 0 && row.m2 !== null ? Math.sqrt(Math.max(0, row.m2) / numbers) : null,
    first: row.first,
    last: row.last,
  };
}
