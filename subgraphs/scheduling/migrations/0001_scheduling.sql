-- What other domains said, as far as planning needs it.
create table sites (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  time_zone text not null,
  as_of timestamptz(3) not null
);
call machshop.fence('sites');

create table work_centers (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  code text not null,
  as_of timestamptz(3) not null
);
create index work_centers_code on work_centers (tenant_id, code);
call machshop.fence('work_centers');

create table equipment (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  code text not null,
  work_center_code text not null,
  equipment_class text,
  status text not null,
  status_since timestamptz(3),
  as_of timestamptz(3) not null
);
create index equipment_site_id on equipment (tenant_id, site_id);
call machshop.fence('equipment');

create table work_orders (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  number text not null,
  part_id uuid not null,
  part_number text not null,
  revision text not null,
  quantity numeric not null,
  status text not null,
  priority integer not null,
  due_at timestamptz(3),
  planned_start_at timestamptz(3),
  as_of timestamptz(3) not null
);
create index work_orders_open on work_orders (tenant_id, site_id)
  where status in ('CREATED', 'RELEASED', 'IN_PROGRESS', 'ON_HOLD');
call machshop.fence('work_orders');

create table work_order_operations (
  id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null,
  number integer not null,
  name text not null,
  work_center_code text not null,
  equipment_class text,
  sequence_group integer not null,
  setup_seconds numeric not null,
  run_seconds_per_unit numeric not null,
  as_of timestamptz(3) not null
);
create index work_order_operations_work_order_id on work_order_operations (work_order_id);
call machshop.fence('work_order_operations');

-- How far an operation is. Its events may come before those of its order.
create table operation_progress (
  operation_id uuid primary key,
  tenant_id uuid not null,
  status text not null check (status in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'SKIPPED')),
  assigned_equipment_id uuid,
  started_at timestamptz(3),
  ended_at timestamptz(3)
);
call machshop.fence('operation_progress');

create table operation_executions (
  id uuid primary key,
  tenant_id uuid not null,
  operation_id uuid not null,
  equipment_id uuid,
  started_at timestamptz(3) not null,
  completed_at timestamptz(3),
  done numeric not null
);
create index operation_executions_operation_id on operation_executions (operation_id);
call machshop.fence('operation_executions');

-- Material that was found missing for an order and was not allocated since.
create table material_shortages (
  tenant_id uuid not null,
  work_order_id uuid not null,
  definition_id uuid not null,
  definition_number text not null,
  as_of timestamptz(3) not null,
  primary key (tenant_id, work_order_id, definition_id)
);
call machshop.fence('material_shortages');

-- When machines work: of a whole site, of a work center, of one machine. The nearest one counts.
create table resource_calendars (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  work_center_code text,
  equipment_id uuid,
  name text not null,
  shifts jsonb not null,
  recorded_at timestamptz(3) not null,
  constraint resource_calendars_scope_key unique nulls not distinct (tenant_id, site_id, work_center_code, equipment_id)
);
call machshop.fence('resource_calendars');

create table calendar_exceptions (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  work_center_code text,
  equipment_id uuid,
  kind text not null check (kind in ('CLOSED', 'OPEN')),
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  reason text not null,
  recorded_at timestamptz(3) not null,
  check (ends_at > starts_at)
);
create index calendar_exceptions_by_end on calendar_exceptions (tenant_id, site_id, ends_at);
call machshop.fence('calendar_exceptions');

create table schedules (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  version integer not null,
  name text not null,
  status text not null check (status in ('PLANNING', 'DRAFT', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED', 'FAILED')),
  -- grows with every move and pin: who publishes says which one they saw
  revision integer not null,
  horizon_start timestamptz(3) not null,
  horizon_end timestamptz(3) not null,
  options jsonb not null,
  outcome jsonb,
  failure text,
  request_hash text not null,
  -- a planning that has not ended by then never will
  plan_by timestamptz(3) not null,
  planned_at timestamptz(3),
  planned_by_id uuid not null,
  planned_by_kind text not null check (planned_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  planned_by_name text not null,
  published_at timestamptz(3),
  published_by_id uuid,
  published_by_kind text check (published_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  published_by_name text,
  superseded_at timestamptz(3),
  recorded_at timestamptz(3) not null,
  constraint schedules_version_key unique (tenant_id, site_id, version)
);
create unique index schedules_published_key on schedules (tenant_id, site_id) where status = 'PUBLISHED';
create index schedules_by_time on schedules (tenant_id, recorded_at desc, id desc);
call machshop.fence('schedules');

create table scheduled_operations (
  id uuid primary key,
  tenant_id uuid not null,
  schedule_id uuid not null references schedules,
  operation_id uuid not null,
  operation_number integer not null,
  work_order_id uuid not null,
  work_order_number text not null,
  sequence_group integer not null,
  work_center_code text not null,
  equipment_id uuid not null,
  planned_start_at timestamptz(3) not null,
  setup_ends_at timestamptz(3) not null,
  planned_end_at timestamptz(3) not null,
  setup_seconds integer not null,
  run_seconds integer not null,
  pinned boolean not null,
  starts_by text not null check (starts_by in ('NOW', 'RELEASE', 'OPERATION', 'MACHINE', 'RUNNING', 'PINNED')),
  waits_for_operation_id uuid,
  -- of the order, as it was planned
  planned_quantity numeric not null,
  constraint scheduled_operations_operation_key unique (schedule_id, operation_id)
);
create index scheduled_operations_operation_id on scheduled_operations (operation_id);
create index scheduled_operations_work_order_id on scheduled_operations (work_order_id);
create index scheduled_operations_by_machine on scheduled_operations (schedule_id, equipment_id, planned_start_at);
create index scheduled_operations_by_work_center on scheduled_operations (schedule_id, work_center_code, planned_start_at, id);
create index scheduled_operations_by_start on scheduled_operations (schedule_id, planned_start_at, id);
call machshop.fence('scheduled_operations');

create table schedule_conflicts (
  id uuid primary key,
  tenant_id uuid not null,
  schedule_id uuid not null references schedules,
  site_id uuid not null,
  -- says what is the same conflict
  key text not null,
  kind text not null check (kind in ('LATE', 'OVERLAP', 'PRECEDENCE', 'MACHINE_DOWN', 'OUTSIDE_CALENDAR', 'MATERIAL_MISSING', 'ORDER_CHANGED', 'NOT_SCHEDULED')),
  message text not null,
  seconds integer,
  work_order_id uuid,
  operation_id uuid,
  other_operation_id uuid,
  equipment_id uuid,
  work_center_code text,
  detected_at timestamptz(3) not null,
  resolved_at timestamptz(3)
);
create unique index schedule_conflicts_open_key on schedule_conflicts (schedule_id, key) where resolved_at is null;
create index schedule_conflicts_by_time on schedule_conflicts (tenant_id, detected_at desc, id desc);
create index schedule_conflicts_schedule_id on schedule_conflicts (schedule_id);
call machshop.fence('schedule_conflicts');
