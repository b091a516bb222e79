-- Readings, one partition a day (UTC) of the edge's time. What lies outside every partition goes into the default.
create table readings (
  time timestamptz(6) not null,
  seq bigint not null,
  -- numbers, and 1 and 0 for true and false; null for text and for no value
  value double precision,
  tenant_id uuid not null,
  series integer not null,
  -- 0 GOOD, 1 UNCERTAIN, 2 BAD
  quality smallint not null,
  -- 1 number, 2 text, 3 boolean, 0 no value; + 4 out of range, + 8 early, + 16 late
  marks smallint not null,
  -- text, or the digits of a number that no double holds
  text text,
  -- finds the readings of a sensor in order, and refuses a reading that is there already
  primary key (series, time, seq)
) partition by range (time);
create index readings_time on readings using brin (time) with (autosummarize = on);
call machshop.fence('readings');

-- The newest reading of every sensor.
create table sensor_latest (
  series integer primary key,
  tenant_id uuid not null,
  time timestamptz(6) not null,
  seq bigint not null,
  value double precision,
  quality smallint not null,
  marks smallint not null,
  text text,
  received_at timestamptz(3) not null
) with (fillfactor = 50);
call machshop.fence('sensor_latest');

-- Readings of tags that are not approved, as they came; one partition a day of receipt.
create table held_readings (
  received_at timestamptz(3) not null,
  tag_number integer not null,
  tenant_id uuid not null,
  time timestamptz(6) not null,
  seq bigint not null,
  value double precision,
  quality smallint not null,
  marks smallint not null,
  text text
) partition by range (received_at);
create index held_readings_by_tag on held_readings (tag_number, time);
call machshop.fence('held_readings');

-- Statistics of a minute and of an hour. `generation` counts how often the day's readings were dropped: late
-- data after that makes rows of the next one, and what the dropped readings gave stays.
create table minute_rollups (
  bucket timestamptz(0) not null,
  tenant_id uuid not null,
  series integer not null,
  generation integer not null,
  good integer not null,
  uncertain integer not null,
  bad integer not null,
  -- readings with a number that are not BAD: what the figures below are of
  numbers integer not null,
  min double precision,
  max double precision,
  sum double precision,
  -- sum of squared differences from the mean
  m2 double precision,
  first double precision,
  last double precision,
  first_at timestamptz(6),
  last_at timestamptz(6),
  primary key (series, bucket, generation)
) partition by range (bucket);
create index minute_rollups_bucket on minute_rollups using brin (bucket) with (autosummarize = on);
call machshop.fence('minute_rollups');

create table hour_rollups (like minute_rollups including all) partition by range (bucket);
call machshop.fence('hour_rollups');

-- Buckets whose rollup is not that of their readings any more. Whoever marks a bucket that is marked locks its row:
-- a mark waits for a rollup that is at work on the row, and the other way round.
create table dirty_minutes (
  series integer not null,
  bucket timestamptz(0) not null,
  tenant_id uuid not null,
  primary key (series, bucket)
);
create index dirty_minutes_bucket on dirty_minutes (tenant_id, bucket);
call machshop.fence('dirty_minutes');
create table dirty_hours (like dirty_minutes including all);
call machshop.fence('dirty_hours');

-- Every partition that there was. A partition is dropped when its time is over and nothing came for it meanwhile:
-- a recording of long ago is kept as long as what was measured on the day it came.
create table time_partitions (
  parent text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  name text not null,
  generation integer not null default 0,
  written_at timestamptz not null,
  dropped_at timestamptz,
  primary key (parent, starts_at)
);
alter table time_partitions enable row level security;
alter table time_partitions force row level security;
-- of the whole installation: it holds no tenant's data
create policy whole_installation on time_partitions to iot using (true);

-- The owner makes and drops partitions for all tenants, also where it is no superuser.
do $$
declare name text;
begin
  foreach name in array array['readings', 'held_readings', 'minute_rollups', 'hour_rollups', 'dirty_minutes',
    'dirty_hours', 'time_partitions', 'alert_states', 'sensor_alerts', 'discovered_tags', 'equipment_states'] loop
    execute format('create policy steward on %I to current_user using (true)', name);
  end loop;
end $$;

create table readings_default partition of readings default;
call machshop.fence('readings_default');
create table held_readings_default partition of held_readings default;
call machshop.fence('held_readings_default');
create table minute_rollups_default partition of minute_rollups default;
call machshop.fence('minute_rollups_default');
create table hour_rollups_default partition of hour_rollups default;
call machshop.fence('hour_rollups_default');

-- Makes the partition that holds the moment, when there is none, and notes that it is written to.
create function ensure_partition(of_table text, moment timestamptz, now_at timestamptz) returns void
  language plpgsql security definer set search_path = iot, machshop, pg_temp set timezone = 'UTC' as $$
declare
  known constant text[] := array['readings', 'held_readings', 'minute_rollups', 'hour_rollups'];
  unit constant text := (array['day', 'day', 'month', 'year'])[array_position(known, of_table)];
  starts constant timestamptz := date_trunc(unit, moment);
  ends constant timestamptz := starts + ('1 ' || unit)::interval;
  part constant text := of_table || '_' || to_char(starts, 'YYYYMMDD');
  key constant text := case when of_table = 'readings' then 'time' when of_table = 'held_readings' then 'received_at' else 'bucket' end;
begin
  if unit is null then raise exception 'no partitioned table %', of_table; end if;
  update time_partitions p set written_at = now_at
    where p.parent = of_table and p.starts_at = starts and p.written_at < now_at;
  if to_regclass(part) is not null then return; end if;
  -- an absurd clock stays in the default, and so does whatever comes when there are far too many partitions
  if moment < '2000-01-01' or moment > now_at + interval '400 days' then return; end if;
  perform pg_advisory_xact_lock(hashtext('iot partitions'));
  if to_regclass(part) is not null then return; end if;
  if (select count(*) from time_partitions p where p.parent = of_table and p.dropped_at is null) >= 4000 then
    return;
  end if;
  execute format('create table %I (like %I including all)', part, of_table);
  execute format('call machshop.fence(%L)', part);
  execute format('create policy steward on %I to current_user using (true)', part);
  -- rows that came before their partition
  execute format('with moved as (delete from %I where %I >= %L and %I < %L returning *) insert into %I select * from moved',
    of_table || '_default', key, starts, key, ends, part);
  execute format('alter table %I attach partition %I for values from (%L) to (%L)', of_table, part, starts, ends);
  insert into time_partitions (parent, starts_at, ends_at, name, written_at)
    values (of_table, starts, ends, part, now_at)
    on conflict on constraint time_partitions_pkey do update set dropped_at = null, written_at = excluded.written_at;
end $$;

-- Drops the partitions that ended and were last written before the moment. A day of readings whose rollups are
-- not done stays.
create function drop_partitions(of_table text, before timestamptz) returns text[]
  language plpgsql security definer set search_path = iot, machshop, pg_temp set timezone = 'UTC' as $$
declare
  part record;
  dropped text[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('iot partitions'));
  for part in
    select p.* from time_partitions p
    where p.parent = of_table and p.dropped_at is null and p.ends_at <= before and p.written_at < before
    order by p.starts_at limit 500
  loop
    continue when of_table = 'readings'
      and exists (select from dirty_minutes d where d.bucket >= part.starts_at and d.bucket < part.ends_at);
    continue when of_table = 'minute_rollups'
      and exists (select from dirty_hours d where d.bucket >= part.starts_at and d.bucket < part.ends_at);
    execute format('drop table %I', part.name);
    update time_partitions p set dropped_at = now(), generation = p.generation + 1
      where p.parent = part.parent and p.starts_at = part.starts_at;
    dropped := dropped || part.name;
  end loop;
  return dropped;
end $$;

-- Tenants for whom a periodic job has something to do: their ids alone.
create function tenants_with_work() returns setof uuid
  language sql stable security definer set search_path = iot, pg_temp as $$
  select tenant_id from dirty_minutes
  union select tenant_id from dirty_hours
  union select tenant_id from alert_states where phase = 'PENDING'
  union select tenant_id from equipment_states where candidate is not null
  union select tenant_id from discovered_tags where leftovers
  union select tenant_id from sensor_alerts
    where escalate_at is not null and acknowledged_at is null and cleared_at is null
$$;

revoke all on function ensure_partition(text, timestamptz, timestamptz) from public;
revoke all on function drop_partitions(text, timestamptz) from public;
revoke all on function tenants_with_work() from public;
grant execute on function ensure_partition(text, timestamptz, timestamptz) to iot;
grant execute on function drop_partitions(text, timestamptz) to iot;
grant execute on function tenants_with_work() to iot;
