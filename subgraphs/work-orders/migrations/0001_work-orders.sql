create table work_orders (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  number text not null,
  description text,
  part_id uuid not null,
  part_number text not null,
  part_revision_id uuid not null,
  revision text not null,
  serial_tracked boolean not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  -- 1 is the most urgent
  priority integer not null check (priority between 1 and 100),
  due_at timestamptz(3),
  -- orders without a date come last
  due_sort timestamptz(3) not null generated always as (coalesce(due_at, 'infinity')) stored,
  planned_start_at timestamptz(3),
  planned_end_at timestamptz(3),
  status text not null
    check (status in ('CREATED', 'RELEASED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CLOSED', 'CANCELLED')),
  -- where a held order goes back to
  held_from text check (held_from in ('RELEASED', 'IN_PROGRESS')),
  routing_id uuid,
  routing_number text,
  routing_version integer,
  source_message_id uuid,
  source_request_id text,
  released_at timestamptz(3),
  actual_start_at timestamptz(3),
  actual_end_at timestamptz(3),
  -- serials that began, or skipped, any operation
  serials_introduced integer not null default 0,
  -- what the creating request said, to know the same request again
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint work_orders_number_key unique (tenant_id, number),
  constraint work_orders_source_key unique (tenant_id, source_message_id, source_request_id),
  constraint work_orders_actual_dates check (actual_end_at >= actual_start_at),
  constraint work_orders_planned_dates check (planned_end_at >= planned_start_at),
  constraint work_orders_held_from check ((status = 'ON_HOLD') = (held_from is not null))
);
create index work_orders_by_due on work_orders (tenant_id, due_sort, id);
create index work_orders_by_status on work_orders (tenant_id, status, due_sort, id);
create index work_orders_by_part on work_orders (part_id, due_sort, id);
create index work_orders_number_search on work_orders (tenant_id, number text_pattern_ops);
call machshop.fence('work_orders');

-- The routing's operations as they were when the order took them: a revised routing changes no order.
create table work_order_operations (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  work_order_id uuid not null references work_orders,
  routing_operation_id uuid not null,
  number integer not null,
  name text not null,
  work_center_code text not null,
  equipment_class text,
  personnel_class text,
  sequencing text not null check (sequencing in ('SEQUENTIAL', 'PARALLEL')),
  -- parallel neighbours share a group; groups are worked through in order
  sequence_group integer not null,
  setup_seconds numeric not null check (setup_seconds >= 0),
  run_seconds_per_unit numeric not null check (run_seconds_per_unit >= 0),
  quality_critical boolean not null,
  inspection_required boolean not null,
  status text not null check (status in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'SKIPPED')),
  quantity numeric not null,
  good numeric not null default 0 check (good >= 0),
  scrap numeric not null default 0 check (scrap >= 0),
  rework numeric not null default 0 check (rework >= 0),
  -- went on without this operation
  skipped numeric not null default 0 check (skipped >= 0),
  -- scrapped elsewhere: will never come here
  lost numeric not null default 0 check (lost >= 0),
  -- the one run that is open, where the order is not tracked by serial
  open_execution_id uuid,
  equipment_id uuid,
  started_at timestamptz(3),
  completed_at timestamptz(3),
  skip_reason text,
  recorded_at timestamptz(3) not null,
  constraint work_order_operations_number_key unique (work_order_id, number),
  constraint work_order_operations_quantity check (good + scrap + skipped + lost <= quantity)
);
call machshop.fence('work_order_operations');

create table operation_executions (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  work_order_id uuid not null references work_orders,
  operation_id uuid not null references work_order_operations,
  equipment_id uuid,
  equipment_code text,
  serial_numbers text[] not null,
  operator_id uuid not null,
  operator_name text not null,
  good numeric not null check (good >= 0),
  scrap numeric not null check (scrap >= 0),
  rework numeric not null check (rework >= 0),
  started_at timestamptz(3) not null,
  completed_at timestamptz(3),
  completed_by uuid,
  recorded_at timestamptz(3) not null,
  completion_recorded_at timestamptz(3),
  constraint operation_executions_dates check (completed_at >= started_at)
);
create index operation_executions_by_operation on operation_executions (operation_id, id);
create index operation_executions_by_order on operation_executions (work_order_id);
call machshop.fence('operation_executions');

create table operation_reports (
  id uuid primary key,
  tenant_id uuid not null,
  execution_id uuid not null references operation_executions,
  good numeric not null,
  scrap numeric not null,
  rework numeric not null,
  operator_id uuid not null,
  operator_name text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index operation_reports_by_execution on operation_reports (execution_id, id);
call machshop.fence('operation_reports');
call machshop.append_only('operation_reports');

-- The serials of an order: known from the materials domain, or named when an operation started.
create table work_order_serials (
  tenant_id uuid not null,
  work_order_id uuid not null,
  serial_number text not null,
  serialized_part_id uuid,
  introduced boolean not null,
  primary key (work_order_id, serial_number)
);
call machshop.fence('work_order_serials');

-- One serial at one operation.
create table operation_steps (
  tenant_id uuid not null,
  work_order_id uuid not null,
  operation_id uuid not null references work_order_operations,
  serial_number text not null,
  status text not null check (status in ('IN_PROGRESS', 'COMPLETED', 'REWORK', 'SCRAPPED', 'SKIPPED')),
  execution_id uuid,
  ended_at timestamptz(3),
  skip_reason text,
  primary key (operation_id, serial_number)
);
create index operation_steps_by_serial on operation_steps (work_order_id, serial_number);
call machshop.fence('operation_steps');

create table work_order_history (
  id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null references work_orders,
  operation_id uuid,
  operation_number integer,
  action text not null,
  old jsonb,
  new jsonb,
  reason text,
  actor_id uuid not null,
  actor_name text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index work_order_history_by_order on work_order_history (work_order_id, id desc);
call machshop.fence('work_order_history');
call machshop.append_only('work_order_history');

create table number_series (
  tenant_id uuid not null,
  year integer not null,
  last integer not null,
  primary key (tenant_id, year)
);
call machshop.fence('number_series');

create table cost_rates (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null check (kind in ('LABOR', 'OVERHEAD')),
  -- personnel class of a labor rate, work center of an overhead rate; empty for every other one
  code text not null,
  rate_per_hour numeric not null check (rate_per_hour >= 0),
  effective_from timestamptz(3) not null,
  actor_id uuid not null,
  recorded_at timestamptz(3) not null,
  constraint cost_rates_effective_key unique (tenant_id, kind, code, effective_from)
);
call machshop.fence('cost_rates');

create table cost_settings (
  tenant_id uuid primary key,
  currency text not null,
  recorded_at timestamptz(3) not null
);
call machshop.fence('cost_settings');
