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
const rawPieces = (where: SQL) => sql`
  select time as at, (quality = 0)::int as good, (quality = 1)::int as uncertain, (quality = 2)::int as bad,
    (quality <> 2 and value is not null)::int as numbers, n as min, n as max, n as mean, 0::float8 as m2,
    n as first, n as last, case when n is not null then time end as first_at, case when n is not null then time end as last_at, seq
  from (select r.*, case when quality <> 2 then value end as n from iot.readings r where ${where}) n`;

const rollupPieces = (table: SQL, where: SQL) => sql`
  select r.bucket as at, r.good, r.uncertain, r.bad, r.numbers, r.min, r.max, r.sum / nullif(r.numbers, 0) as mean, r.m2,
    r.first, r.last, r.first_at, r.last_at, 0::bigint as seq
  from ${table} r where ${where}`;

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
  const rawOfDirty = rawPieces(
    sql`${inRange('r', 'time')} and date_trunc('minute', r.time) in (${dirtyMinutes})`,
  );
  const minutes = (more: SQL) =>
    rollupPieces(
      sql`iot.minute_rollups`,
      sql`${inRange('r')} and not (${present} and r.bucket in (${dirtyMinutes})) ${more}`,
    );
  const pieces = {
    RAW: () => rawPieces(inRange('r', 'time')),
    MINUTE: () => sql`${minutes(sql``)} union all ${rawOfDirty}`,
    HOUR: () => sql`
      ${rollupPieces(sql`iot.hour_rollups`, sql`${inRange('r')} and not (${present} and r.bucket in (${dirtyHours}))`)}
      union all ${minutes(sql`and ${present} and date_trunc('hour', r.bucket) in (${dirtyHours})`)}
      union all ${rawOfDirty}`,
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
