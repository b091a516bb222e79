create table non_conformances (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  number text not null,
  status text not null check (status in
    ('OPEN', 'CONTAINED', 'UNDER_REVIEW', 'DISPOSITIONED', 'VERIFICATION', 'CLOSED', 'CANCELLED')),
  severity text not null check (severity in ('MINOR', 'MAJOR', 'CRITICAL')),
  source text not null check (source in ('IN_PROCESS', 'FINAL', 'RECEIVING', 'CUSTOMER', 'AUDIT')),
  -- what does not conform
  definition_type text not null check (definition_type in ('Part', 'Material')),
  definition_id uuid not null,
  definition_number text not null,
  part_revision_id uuid,
  revision text,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  -- where
  work_order_id uuid,
  work_order_number text,
  operation_id uuid,
  operation_number integer,
  equipment_id uuid,
  equipment_code text,
  work_center_code text,
  -- how
  defect_code text not null,
  description text not null,
  characteristic text,
  nominal numeric,
  lower_limit numeric,
  upper_limit numeric,
  actual numeric,
  measurement_unit text,
  detected_at timestamptz(3) not null,
  raised_by_id uuid not null,
  raised_by_kind text not null check (raised_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  raised_by_name text not null,
  raised_at timestamptz(3) not null,
  containment text,
  contained_at timestamptz(3),
  contained_by_id uuid,
  contained_by_kind text check (contained_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  contained_by_name text,
  cause_category text check (cause_category in
    ('PEOPLE', 'MACHINE', 'METHOD', 'MATERIAL', 'MEASUREMENT', 'ENVIRONMENT')),
  cause text,
  -- the answers to "why?", the first one first
  whys text[] not null default '{}',
  closed_at timestamptz(3),
  closed_by_id uuid,
  closed_by_kind text check (closed_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  closed_by_name text,
  cancel_reason text,
  -- one more at every change: who keeps a replica drops what is older
  version integer not null,
  -- what the raising request said, to know the same request again
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint non_conformances_number_key unique (tenant_id, number),
  constraint non_conformances_measurement check ((actual is null) = (characteristic is null)),
  constraint non_conformances_cause check ((cause is null) = (cause_category is null)),
  constraint non_conformances_closed check (status <> 'CLOSED' or (closed_at is not null and cause is not null)),
  constraint non_conformances_cancelled check ((status = 'CANCELLED') = (cancel_reason is not null))
);
create index non_conformances_newest on non_conformances (tenant_id, raised_at desc, id desc);
create index non_conformances_open on non_conformances (tenant_id, raised_at desc, id desc)
  where status not in ('CLOSED', 'CANCELLED');
create index non_conformances_definition on non_conformances (definition_id, raised_at desc, id desc);
create index non_conformances_work_order on non_conformances (work_order_id, raised_at desc, id desc);
create index non_conformances_equipment on non_conformances (equipment_id, raised_at desc, id desc);
call machshop.fence('non_conformances');

create table number_series (
  tenant_id uuid not null,
  site_id uuid not null,
  year integer not null,
  last integer not null,
  primary key (tenant_id, site_id, year)
);
call machshop.fence('number_series');

-- What is suspect: a piece, so much of a lot, so much of an order.
create table affected_items (
  id uuid primary key,
  tenant_id uuid not null,
  non_conformance_id uuid not null references non_conformances,
  type text not null check (type in ('SERIAL', 'LOT', 'ORDER')),
  entity_id uuid not null,
  number text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  hold text not null check (hold in ('BLOCKED', 'WORK_ONLY', 'NONE')),
  recorded_at timestamptz(3) not null,
  constraint affected_items_entity_key unique (non_conformance_id, entity_id)
);
create index affected_items_entity on affected_items (entity_id);
create index affected_items_number on affected_items (tenant_id, number);
call machshop.fence('affected_items');

create table dispositions (
  id uuid primary key,
  tenant_id uuid not null,
  non_conformance_id uuid not null references non_conformances,
  item_id uuid not null references affected_items,
  kind text not null check (kind in ('USE_AS_IS', 'REWORK', 'REPAIR', 'SCRAP', 'RETURN_TO_SUPPLIER')),
  quantity numeric not null check (quantity > 0),
  justification text not null,
  instructions text,
  customer_approval boolean not null,
  status text not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED', 'CARRIED_OUT', 'SUPERSEDED')),
  proposed_by_id uuid not null,
  proposed_by_kind text not null check (proposed_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  proposed_by_name text not null,
  proposed_at timestamptz(3) not null,
  decided_at timestamptz(3),
  carried_out_at timestamptz(3),
  carried_out_by_id uuid,
  carried_out_by_kind text check (carried_out_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  carried_out_by_name text,
  result text,
  recorded_at timestamptz(3) not null
);
create index dispositions_non_conformance on dispositions (non_conformance_id, proposed_at, id);
call machshop.fence('dispositions');

create table disposition_approvals (
  id uuid primary key,
  tenant_id uuid not null,
  disposition_id uuid not null references dispositions,
  role text not null check (role in ('QUALITY', 'ENGINEERING', 'CUSTOMER')),
  decision text not null check (decision in ('APPROVED', 'REJECTED')),
  -- what the customer's decision is filed under
  reference text,
  comment text,
  -- a person: programs approve nothing
  decided_by_id uuid not null,
  decided_by_name text not null,
  decided_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  constraint disposition_approvals_role_key unique (disposition_id, role),
  constraint disposition_approvals_customer check (role <> 'CUSTOMER' or reference is not null)
);
call machshop.fence('disposition_approvals');
call machshop.append_only('disposition_approvals');

create table eight_d_members (
  non_conformance_id uuid not null references non_conformances,
  user_id uuid not null,
  tenant_id uuid not null,
  username text not null,
  leader boolean not null,
  primary key (non_conformance_id, user_id)
);
call machshop.fence('eight_d_members');

-- A discipline that somebody wrote something for; what was not touched has no row.
create table eight_d_steps (
  non_conformance_id uuid not null references non_conformances,
  discipline text not null check (discipline in ('D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8')),
  tenant_id uuid not null,
  content text,
  responsible_id uuid,
  responsible_name text,
  due_at timestamptz(3),
  completed_at timestamptz(3),
  completed_by_id uuid,
  completed_by_kind text check (completed_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  completed_by_name text,
  recorded_at timestamptz(3) not null,
  primary key (non_conformance_id, discipline),
  constraint eight_d_steps_completed check (completed_at is null or content is not null)
);
create index eight_d_steps_due on eight_d_steps (tenant_id, due_at) where completed_at is null;
call machshop.fence('eight_d_steps');

create table corrective_actions (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  non_conformance_id uuid not null references non_conformances,
  kind text not null check (kind in ('CONTAINMENT', 'CORRECTIVE', 'PREVENTIVE')),
  description text not null,
  owner_id uuid not null,
  owner_username text not null,
  due_at timestamptz(3) not null,
  status text not null check (status in ('PLANNED', 'IMPLEMENTED', 'VERIFIED', 'INEFFECTIVE')),
  evidence text,
  implemented_at timestamptz(3),
  implemented_by_id uuid,
  implemented_by_kind text check (implemented_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  implemented_by_name text,
  verification text,
  verified_at timestamptz(3),
  verified_by_id uuid,
  verified_by_kind text check (verified_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  verified_by_name text,
  recorded_at timestamptz(3) not null
);
create index corrective_actions_non_conformance on corrective_actions (non_conformance_id, due_at, id);
create index corrective_actions_due on corrective_actions (tenant_id, due_at, id);
call machshop.fence('corrective_actions');

create table non_conformance_history (
  id uuid primary key,
  tenant_id uuid not null,
  non_conformance_id uuid not null references non_conformances,
  action text not null,
  old jsonb,
  new jsonb,
  reason text,
  actor_id uuid not null,
  actor_kind text not null check (actor_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  actor_name text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index non_conformance_history_newest on non_conformance_history (non_conformance_id, id desc);
call machshop.fence('non_conformance_history');
call machshop.append_only('non_conformance_history');
