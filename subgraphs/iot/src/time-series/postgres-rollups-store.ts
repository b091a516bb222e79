import { sql } from 'drizzle-orm';
import type { Scope } from './time-series.ts';

/** Buckets made anew in one transaction. */
const BATCH = 5_000;
/** Readings on time are in by then: the minute is made once and not twice. */
const GRACE_MS = 2_000;

interface Bucket extends Record<string, unknown> {
  series: number;
  second: string;
}

type Kind = 'minutes' | 'hours';

/** Takes dirty buckets that are over. The rows are locked first and read later: what marks one meanwhile waits. */
async function take({ tx, tenantId }: Scope, kind: Kind, now: Date): Promise<Bucket[]> {
  const table = sql.raw(`iot.dirty_${kind}`);
  const length = kind === 'minutes' ? 60_000 : 3_600_000;
  const closed = new Date(now.getTime() - length - GRACE_MS).toISOString();
  return tx.execute<Bucket>(sql`
    delete from ${table} d using (
      select series, bucket from ${table} where tenant_id = ${tenantId}::uuid and bucket <= ${closed}::timestamptz
      order by bucket limit ${BATCH} for update skip locked) t
    where d.series = t.series and d.bucket = t.bucket
    returning d.series, extract(epoch from d.bucket)::bigint as second`);
}

const arrays = (buckets: readonly Bucket[]) => {
  const seconds = buckets.map(({ second }) => Number(second));
  return {
    series: `{${buckets.map(({ series }) => series).join()}}`,
    seconds: `{${seconds.join()}}`,
    first: Math.min(...seconds),
    last: Math.max(...seconds),
  };
};

const REPLACE = sql.raw(
  ['good', 'uncertain', 'bad', 'numbers', 'min', 'max', 'sum', 'm2', 'first', 'last', 'first_at', 'last_at']
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);
const COLUMNS = sql.raw(
  'bucket, tenant_id, series, generation, good, uncertain, bad, numbers, min, max, sum, m2, first, last, first_at, last_at',
);

/** Makes minutes anew from their readings. A statement of its own after `take`: it sees what was marked by then. */
export async function rollUpMinutes(scope: Scope, now: Date): Promise<number> {
  const { tx, tenantId } = scope;
  const buckets = await take(scope, 'minutes', now);
  if (buckets.length === 0) return 0;
  const { series, seconds, first, last } = arrays(buckets);
  await tx.execute(sql`
    insert into iot.minute_rollups (${COLUMNS})
    select b.bucket, ${tenantId}::uuid, b.series, coalesce(p.generation, 0),
      count(*) filter (where r.quality = 0), count(*) filter (where r.quality = 1), count(*) filter (where r.quality = 2),
      count(r.n), min(r.n), max(r.n), sum(r.n), var_pop(r.n) * count(r.n),
      (array_agg(r.n order by r.time, r.seq) filter (where r.n is not null))[1],
      (array_agg(r.n order by r.time desc, r.seq desc) filter (where r.n is not null))[1],
      min(r.time) filter (where r.n is not null), max(r.time) filter (where r.n is not null)
    from (select s as series, to_timestamp(t) as bucket from unnest(${series}::int[], ${seconds}::bigint[]) as u(s, t)) b
    cross join lateral (
      select time, seq, quality, case when quality <> 2 then value end as n from iot.readings
      where tenant_id = ${tenantId}::uuid and series = b.series and time >= b.bucket and time < b.bucket + interval '1 minute'
        and time >= to_timestamp(${first}::bigint) and time < to_timestamp(${last + 60}::bigint)) r
    left join iot.time_partitions p on p.parent = 'readings' and p.starts_at = date_trunc('day', b.bucket, 'UTC')
    group by b.bucket, b.series, p.generation
    on conflict (series, bucket, generation) do update set ${REPLACE}`);
  await markHours(scope, buckets);
  return buckets.length;
}

async function markHours({ tx, tenantId }: Scope, minutes: readonly Bucket[]): Promise<void> {
  const hours = new Map<string, Bucket>();
  for (const { series, second } of minutes) {
    const hour = String(Math.floor(Number(second) / 3600) * 3600);
    hours.set(`${series} ${hour}`, { series, second: hour });
  }
  const sorted = [...hours.values()].sort(
    (a, b) => a.series - b.series || Number(a.second) - Number(b.second),
  );
  const { series, seconds } = arrays(sorted);
  await tx.execute(sql`
    insert into iot.dirty_hours (series, bucket, tenant_id)
    select s, to_timestamp(b), ${tenantId}::uuid from unnest(${series}::int[], ${seconds}::bigint[]) as n(s, b)
    on conflict (series, bucket) do update set bucket = excluded.bucket where false`);
}

/** Makes hours anew from their minutes, of the same generation. */
export async function rollUpHours(scope: Scope, now: Date): Promise<number> {
  const { tx, tenantId } = scope;
  const buckets = await take(scope, 'hours', now);
  if (buckets.length === 0) return 0;
  const { series, seconds, first, last } = arrays(buckets);
  // squared differences add up around the common mean, which takes a first pass (Chan, Golub, LeVeque 1979)
  await tx.execute(sql`
    insert into iot.hour_rollups (${COLUMNS})
    select hour, ${tenantId}::uuid, series, generation, sum(good), sum(uncertain), sum(bad), sum(numbers), min(min), max(max),
      sum(sum), sum(m2 + numbers * (sum / nullif(numbers, 0) - mean) ^ 2),
      (array_agg(first order by first_at) filter (where first_at is not null))[1],
      (array_agg(last order by last_at desc) filter (where last_at is not null))[1],
      min(first_at), max(last_at)
    from (
      select b.bucket as hour, m.*,
        sum(m.sum) over (partition by b.series, b.bucket) / nullif(sum(m.numbers) over (partition by b.series, b.bucket), 0) as mean
      from (select s as series, to_timestamp(t) as bucket from unnest(${series}::int[], ${seconds}::bigint[]) as u(s, t)) b
      cross join lateral (
        select * from iot.minute_rollups
        where tenant_id = ${tenantId}::uuid and series = b.series and bucket >= b.bucket and bucket < b.bucket + interval '1 hour'
          and bucket >= to_timestamp(${first}::bigint) and bucket < to_timestamp(${last + 3600}::bigint)) m
      left join iot.time_partitions p on p.parent = 'readings' and p.starts_at = date_trunc('day', b.bucket, 'UTC')
      where m.generation = coalesce(p.generation, 0)) minutes
    group by hour, series, generation
    on conflict (series, bucket, generation) do update set ${REPLACE}`);
  return buckets.length;
}
