-- What other domains say that readings are understood by.
create table known_sites (
  site_id uuid primary key,
  tenant_id uuid not null,
  code text not null
);
call machshop.fence('known_sites');

create table known_equipment (
  equipment_id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  work_center_code text not null,
  code text not null,
  name text not null,
  status text not null,
  constraint known_equipment_code_key unique (tenant_id, code)
);
create index known_equipment_by_work_center on known_equipment (tenant_id, work_center_code);
call machshop.fence('known_equipment');

-- In which status a machine was, and since when: alerts are judged by the time of their readings.
create table equipment_statuses (
  tenant_id uuid not null,
  equipment_id uuid not null,
  since timestamptz(3) not null,
  status text not null,
  primary key (equipment_id, since)
);
call machshop.fence('equipment_statuses');

-- Runs of operations on machines: what a machine did for which order and serial.
create table known_executions (
  execution_id uuid primary key,
  tenant_id uuid not null,
  operation_id uuid not null,
  work_order_id uuid not null,
  equipment_id uuid,
  serial_numbers text[] not null,
  started_at timestamptz(3) not null,
  completed_at timestamptz(3)
);
create index known_executions_by_operation on known_executions (operation_id, started_at);
create index known_executions_by_equipment on known_executions (equipment_id, started_at desc);
call machshop.fence('known_executions');

-- Rises with every change that ingest must know of.
create table registry_versions (
  tenant_id uuid primary key,
  version bigint not null
);
call machshop.fence('registry_versions');

create table sensors (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  equipment_id uuid not null references known_equipment,
  -- the sensor's short name in readings and rollups
  series integer generated always as identity,
  tag text not null,
  name text not null,
  parameter text not null,
  unit text,
  valid_min numeric,
  valid_max numeric,
  expected_interval_seconds integer check (expected_interval_seconds > 0),
  recorded_at timestamptz(3) not null,
  constraint sensors_tag_key unique (tenant_id, equipment_id, tag),
  constraint sensors_series_key unique (series),
  constraint sensors_range check (valid_min <= valid_max)
);
create index sensors_by_equipment on sensors (equipment_id, tag);
call machshop.fence('sensors');

-- Tags that telemetry brought and nobody has approved.
create table discovered_tags (
  id uuid primary key,
  tenant_id uuid not null,
  number integer generated always as identity,
  site text not null,
  area text not null,
  work_center text not null,
  equipment_code text not null,
  tag text not null,
  state text not null check (state in ('DISCOVERED', 'IGNORED', 'APPROVED')),
  sensor_id uuid references sensors,
  first_seen_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  last_value text,
  readings bigint not null,
  -- it is a sensor, and readings of it are still held
  leftovers boolean not null default false,
  recorded_at timestamptz(3) not null,
  constraint discovered_tags_tag_key unique (tenant_id, equipment_code, tag),
  constraint discovered_tags_number_key unique (number)
);
create index discovered_tags_leftovers on discovered_tags (tenant_id) where leftovers;
call machshop.fence('discovered_tags');

create table alert_rules (
  id uuid primary key,
  tenant_id uuid not null,
  sensor_id uuid not null references sensors,
  name text not null,
  condition text not null check (condition in ('ABOVE', 'BELOW', 'OUTSIDE', 'RATE_OF_CHANGE')),
  high numeric,
  low numeric,
  per_minute numeric check (per_minute > 0),
  hysteresis numeric not null check (hysteresis >= 0),
  delay_seconds integer not null check (delay_seconds >= 0),
  severity text not null check (severity in ('INFO', 'WARNING', 'CRITICAL')),
  escalate_after_seconds integer check (escalate_after_seconds > 0),
  removed_at timestamptz(3),
  recorded_at timestamptz(3) not null
);
create index alert_rules_by_sensor on alert_rules (sensor_id);
call machshop.fence('alert_rules');

-- Where each rule stands: survives a restart.
create table alert_states (
  rule_id uuid primary key references alert_rules,
  tenant_id uuid not null,
  phase text not null check (phase in ('NORMAL', 'PENDING', 'RAISED')),
  -- microseconds since 1970, by event time
  since_us bigint,
  raised_us bigint,
  last_us bigint not null,
  last_value double precision not null,
  -- by the server's clock: when nothing comes any more, it goes on
  judged_at timestamptz(3) not null,
  alert_id uuid
) with (fillfactor = 50);
create index alert_states_pending on alert_states (tenant_id) where phase = 'PENDING';
call machshop.fence('alert_states');

create table sensor_alerts (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  equipment_id uuid not null references known_equipment,
  sensor_id uuid not null references sensors,
  rule_id uuid not null references alert_rules,
  severity text not null,
  condition text not null,
  value double precision not null,
  violated_since timestamptz(3) not null,
  raised_at timestamptz(3) not null,
  acknowledged_at timestamptz(3),
  acknowledged_by uuid,
  acknowledged_by_name text,
  note text,
  escalated_at timestamptz(3),
  escalation_level integer not null default 0,
  escalate_at timestamptz(3),
  cleared_at timestamptz(3),
  cleared_value double precision,
  recorded_at timestamptz(3) not null,
  constraint sensor_alerts_times check (cleared_at >= raised_at)
);
-- one alert a condition, however many readings break it
create unique index sensor_alerts_open_key on sensor_alerts (rule_id) where cleared_at is null;
create index sensor_alerts_newest on sensor_alerts (tenant_id, raised_at desc, id desc);
create index sensor_alerts_by_sensor on sensor_alerts (sensor_id, raised_at desc, id desc);
create index sensor_alerts_to_escalate on sensor_alerts (tenant_id, escalate_at)
  where escalate_at is not null and acknowledged_at is null and cleared_at is null;
call machshop.fence('sensor_alerts');

-- Which tag tells a machine's state, and what its values mean.
create table equipment_state_rules (
  id uuid primary key,
  tenant_id uuid not null,
  equipment_id uuid not null references known_equipment,
  sensor_id uuid not null references sensors,
  meanings jsonb not null,
  delay_seconds integer not null check (delay_seconds >= 0),
  recorded_at timestamptz(3) not null,
  constraint equipment_state_rules_equipment_key unique (tenant_id, equipment_id)
);
call machshop.fence('equipment_state_rules');

create table equipment_states (
  rule_id uuid primary key references equipment_state_rules,
  tenant_id uuid not null,
  status text,
  candidate text,
  candidate_state text,
  since_us bigint,
  last_us bigint not null,
  heard_at timestamptz(3) not null
);
call machshop.fence('equipment_states');
