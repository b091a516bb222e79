import { sql } from 'drizzle-orm';
import { arraysOf, markHours, takeDirty } from './dirty-store.ts';
import type { Scope } from './time-series.ts';

const REPLACE = sql.raw(
  ['good', 'uncertain', 'bad', 'numbers', 'min', 'max', 'sum', 'm2', 'first', 'last', 'first_at', 'last_at']
    .map((column) => `${column} = excluded.${column}`)
    .join(', '),
);
const COLUMNS = sql.raw(
  'bucket, tenant_id, series, generation, good, uncertain, bad, numbers, min, max, sum, m2, first, last, first_at, last_at',
);

/**
 * Makes minutes anew from their readings. A statement of its own after `take`: it sees what was marked by then. The
 * aggregate stands within the lateral query, so that each bucket is looked up by the index, whatever is estimated.
 */
export async function rollUpMinutes(scope: Scope, now: Date): Promise<number> {
  const { tx, tenantId } = scope;
  const buckets = await takeDirty(scope, 'minutes', now);
  if (buckets.length === 0) return 0;
  const { series, seconds } = arraysOf(buckets);
  await tx.execute(sql`
    insert into iot.minute_rollups (${COLUMNS})
    select b.bucket, ${tenantId}::uuid, b.series, coalesce(p.generation, 0), r.*
    from (select s as series, to_timestamp(t) as bucket from unnest(${series}::int[], ${seconds}::bigint[]) as u(s, t)) b
    cross join lateral (
      select count(*) filter (where quality = 0) as good, count(*) filter (where quality = 1) as uncertain,
        count(*) filter (where quality = 2) as bad, count(n), min(n), max(n), sum(n), var_pop(n) * count(n),
        (array_agg(n order by time, seq) filter (where n is not null))[1],
        (array_agg(n order by time desc, seq desc) filter (where n is not null))[1],
        min(time) filter (where n is not null), max(time) filter (where n is not null)
      from (
        select time, seq, quality, case when quality <> 2 then value end as n from iot.readings
        where tenant_id = ${tenantId}::uuid and series = b.series and time >= b.bucket
          and time < b.bucket + interval '1 minute') own) r
    left join iot.time_partitions p on p.parent = 'readings' and p.starts_at = date_trunc('day', b.bucket, 'UTC')
    where r.good + r.uncertain + r.bad > 0
    on conflict (series, bucket, generation) do update set ${REPLACE}`);
  await markHours(scope, buckets);
  return buckets.length;
}

/** Makes hours anew from their minutes, of the same generation. */
export async function rollUpHours(scope: Scope, now: Date): Promise<number> {
  const { tx, tenantId } = scope;
  const buckets = await takeDirty(scope, 'hours', now);
  if (buckets.length === 0) return 0;
  const { series, seconds } = arraysOf(buckets);
  // squared differences add up around the common mean, which takes a first pass (Chan, Golub, LeVeque 1979)
  await tx.execute(sql`
    insert into iot.hour_rollups (${COLUMNS})
    select b.bucket, ${tenantId}::uuid, b.series, coalesce(p.generation, 0), m.*
    from (select s as series, to_timestamp(t) as bucket from unnest(${series}::int[], ${seconds}::bigint[]) as u(s, t)) b
    left join iot.time_partitions p on p.parent = 'readings' and p.starts_at = date_trunc('day', b.bucket, 'UTC')
    cross join lateral (
      select sum(good) as good, sum(uncertain), sum(bad), sum(numbers), min(min), max(max), sum(sum),
        sum(m2 + numbers * (sum / nullif(numbers, 0) - mean) ^ 2),
        (array_agg(first order by first_at) filter (where first_at is not null))[1],
        (array_agg(last order by last_at desc) filter (where last_at is not null))[1],
        min(first_at), max(last_at)
      from (
        select *, sum(sum) over () / nullif(sum(numbers) over (), 0) as mean from iot.minute_rollups
        where tenant_id = ${tenantId}::uuid and series = b.series and bucket >= b.bucket
          and bucket < b.bucket + interval '1 hour' and generation = coalesce(p.generation, 0)) own) m
    where m.good is not null
    on conflict (series, bucket, generation) do update set ${REPLACE}`);
  return buckets.length;
}
