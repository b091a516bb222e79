import { sql } from 'drizzle-orm';
import { isoMicroseconds } from '../sensor-reading/reading.ts';
import { MINUTE_US, type Scope, type Series, type SeriesReading, type TimeRange } from './time-series.ts';

/** Buckets made anew in one transaction. */
const BATCH = 5_000;
/** Readings on time are in by then: the minute is made once and not twice. */
const GRACE_MS = 2_000;

/** A minute or an hour of a series, by the second it begins at. */
export interface Bucket extends Record<string, unknown> {
  readonly series: number;
  readonly second: string;
}

export type BucketKind = 'minutes' | 'hours';

const TABLES = { minutes: sql.raw('iot.dirty_minutes'), hours: sql.raw('iot.dirty_hours') } as const;

/** Array literals of buckets. */
export const arraysOf = (buckets: readonly Bucket[]) => ({
  series: `{${buckets.map(({ series }) => series).join()}}`,
  seconds: `{${buckets.map(({ second }) => second).join()}}`,
});

/** Takes dirty buckets that are over. The rows are locked first and read later: what marks one meanwhile waits. */
export async function takeDirty({ tx, tenantId }: Scope, kind: BucketKind, now: Date): Promise<Bucket[]> {
  const length = kind === 'minutes' ? 60_000 : 3_600_000;
  const closed = new Date(now.getTime() - length - GRACE_MS).toISOString();
  return tx.execute<Bucket>(sql`
    delete from ${TABLES[kind]} d using (
      select series, bucket from ${TABLES[kind]} where tenant_id = ${tenantId}::uuid and bucket <= ${closed}::timestamptz
      order by bucket limit ${BATCH} for update skip locked) t
    where d.series = t.series and d.bucket = t.bucket
    returning d.series, extract(epoch from d.bucket)::bigint as second`);
}

/** Marks buckets, always in one order, so that two writers never wait for each other; a mark that is there is locked. */
async function mark({ tx, tenantId }: Scope, kind: BucketKind, buckets: Iterable<Bucket>): Promise<void> {
  const sorted = [...buckets].sort((a, b) => a.series - b.series || Number(a.second) - Number(b.second));
  if (sorted.length === 0) return;
  const { series, seconds } = arraysOf(sorted);
  await tx.execute(sql`
    insert into ${TABLES[kind]} (series, bucket, tenant_id)
    select s, to_timestamp(b), ${tenantId}::uuid from unnest(${series}::int[], ${seconds}::bigint[]) as n(s, b)
    on conflict (series, bucket) do update set bucket = excluded.bucket where false`);
}

/** Marks the minutes of readings. */
export function markMinutes(scope: Scope, readings: readonly SeriesReading[]): Promise<void> {
  const minutes = new Map<string, Bucket>();
  for (const { of, reading } of readings) {
    const minute = Math.floor(reading.timeUs / MINUTE_US);
    const key = `${of.series} ${minute}`;
    if (!minutes.has(key)) minutes.set(key, { series: of.series, second: String(minute * 60) });
  }
  return mark(scope, 'minutes', minutes.values());
}

/** Marks the hours of minutes. */
export function markHours(scope: Scope, minutes: readonly Bucket[]): Promise<void> {
  const hours = new Map<string, Bucket>();
  for (const { series, second } of minutes) {
    const hour = String(Math.floor(Number(second) / 3600) * 3600);
    hours.set(`${series} ${hour}`, { series, second: hour });
  }
  return mark(scope, 'hours', hours.values());
}

/** The dirty buckets of a series in a range, at most `limit`, in order: the seconds they begin at. */
export async function dirtyOf(
  { tx, tenantId }: Scope,
  kind: BucketKind,
  { series }: Series,
  { fromUs, toUs }: TimeRange,
  limit: number,
): Promise<number[]> {
  const rows = await tx.execute<{ second: string }>(sql`
    select extract(epoch from bucket)::bigint as second from ${TABLES[kind]}
    where tenant_id = ${tenantId}::uuid and series = ${series} and bucket >= ${isoMicroseconds(fromUs)}::timestamptz
      and bucket < ${isoMicroseconds(toUs)}::timestamptz
    order by bucket limit ${limit}`);
  return rows.map(({ second }) => Number(second));
}

/** The sensors of these series. */
export async function sensorsOfSeries(
  { tx, tenantId }: Scope,
  series: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.execute<{ series: number; id: string }>(sql`
    select series, id from iot.sensors where tenant_id = ${tenantId}::uuid and series = any(${`{${series.join()}}`}::int[])`);
  return new Map(rows.map((row) => [row.series, row.id]));
}
