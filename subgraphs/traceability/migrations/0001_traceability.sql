-- What can stand at an end of a genealogy edge: a serial, a lot, or an order whose material is common to its serials.
create table genealogy_nodes (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null check (kind in ('SERIAL', 'LOT', 'WORK_ORDER')),
  number text not null,
  definition_type text check (definition_type in ('Part', 'Material')),
  definition_id uuid,
  definition_number text,
  -- the revision that a serial or an order is built to
  revision text,
  unit text,
  -- how much of it there is in all, where shares are taken of it: produced lots and orders; a serial is 1
  size numeric check (size > 0),
  work_order_id uuid,
  constraint genealogy_nodes_number_key unique (tenant_id, kind, number)
);
create index genealogy_nodes_work_order on genealogy_nodes (work_order_id) where work_order_id is not null;
call machshop.fence('genealogy_nodes');

create table genealogy_edges (
  id uuid primary key,
  tenant_id uuid not null,
  parent_id uuid not null,
  child_id uuid not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  bom_position integer,
  work_order_id uuid,
  operation_id uuid,
  -- when it happened; the edge holds from linked_at on, until unlinked_at
  linked_at timestamptz(3) not null,
  linked_by_id uuid not null,
  linked_by_name text not null,
  unlinked_at timestamptz(3),
  unlinked_by_name text,
  unlink_reason text,
  recorded_at timestamptz(3) not null,
  check (parent_id <> child_id),
  check (unlinked_at >= linked_at)
);
create index genealogy_edges_down on genealogy_edges (parent_id) include (child_id, linked_at, unlinked_at);
create index genealogy_edges_up on genealogy_edges (child_id) include (parent_id, linked_at, unlinked_at);
call machshop.fence('genealogy_edges');

-- What was done: one row an execution of an operation.
create table process_steps (
  execution_id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null,
  work_order_number text not null,
  operation_id uuid not null,
  operation_number integer not null,
  work_center_code text not null,
  equipment_id uuid,
  equipment_code text,
  operator_id uuid,
  operator_name text not null,
  started_at timestamptz(3) not null,
  completed_at timestamptz(3),
  good numeric not null,
  scrap numeric not null,
  rework numeric not null,
  serial_numbers text[] not null
);
create index process_steps_work_order on process_steps (work_order_id, operation_number);
create index process_steps_serials on process_steps using gin (serial_numbers);
call machshop.fence('process_steps');

-- Bills as they were published: what was designed.
create table bills (
  bom_id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null,
  revision text,
  part_revision_id uuid not null,
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3),
  lines jsonb not null
);
create index bills_part on bills (part_id, effective_from);
call machshop.fence('bills');

-- Revision letters by their ids: bills name the revision by id, orders by letter.
create table part_revisions (
  part_revision_id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null,
  revision text not null
);
call machshop.fence('part_revisions');

create table audit_heads (
  tenant_id uuid primary key,
  sequence bigint not null,
  hash text not null
);
call machshop.fence('audit_heads');

create table audit_entries (
  tenant_id uuid not null,
  sequence bigint not null,
  event_id uuid not null,
  event_type text not null,
  action text not null,
  entity_type text not null,
  entity_id text not null,
  site_id uuid,
  actor_id uuid not null,
  actor_name text not null,
  client_ip text,
  trace_id text,
  reason text,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  previous_hash text not null,
  hash text not null,
  -- exactly the text that was hashed
  canonical text not null,
  primary key (tenant_id, sequence)
);
create index audit_entries_entity on audit_entries (tenant_id, entity_type, entity_id, sequence);
create index audit_entries_actor on audit_entries (tenant_id, actor_id, sequence);
create index audit_entries_type on audit_entries (tenant_id, event_type, sequence);
call machshop.fence('audit_entries');
call machshop.append_only('audit_entries');
