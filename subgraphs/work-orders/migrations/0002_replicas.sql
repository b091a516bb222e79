-- What other domains said, as far as work orders need it. `as_of` is the time of the event that a row is from.
create table part_revisions (
  id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null,
  number text not null,
  revision text not null,
  unit text not null,
  tracking text not null,
  retired boolean not null,
  as_of timestamptz(3) not null
);
create index part_revisions_by_number on part_revisions (tenant_id, number);
call machshop.fence('part_revisions');

create table routings (
  id uuid primary key,
  tenant_id uuid not null,
  number text not null,
  version integer not null,
  part_revision_id uuid not null,
  operations jsonb not null,
  superseded boolean not null,
  as_of timestamptz(3) not null
);
create index routings_by_part_revision on routings (part_revision_id);
call machshop.fence('routings');

create table boms (
  id uuid primary key,
  tenant_id uuid not null,
  part_revision_id uuid not null,
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3),
  lines jsonb not null,
  as_of timestamptz(3) not null
);
create index boms_by_part_revision on boms (part_revision_id);
call machshop.fence('boms');

create table sites (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  as_of timestamptz(3) not null
);
call machshop.fence('sites');

create table work_centers (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  site_id uuid not null,
  as_of timestamptz(3) not null
);
create index work_centers_by_code on work_centers (tenant_id, code);
call machshop.fence('work_centers');

create table equipment (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  site_id uuid not null,
  work_center_code text not null,
  equipment_class text,
  status text not null,
  -- null when it was never said: the state is that of the creation
  status_since timestamptz(3),
  as_of timestamptz(3) not null
);
create index equipment_by_code on equipment (tenant_id, code);
call machshop.fence('equipment');

create table inspections (
  id uuid primary key,
  tenant_id uuid not null,
  number text not null,
  work_order_id uuid not null,
  operation_id uuid,
  serial_number text,
  -- null while it is open; the last completion counts
  result text check (result in ('PASSED', 'FAILED')),
  as_of timestamptz(3) not null
);
create index inspections_by_order on inspections (work_order_id);
call machshop.fence('inspections');

create table material_allocations (
  id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null,
  definition_type text,
  definition_id uuid,
  definition_number text,
  unit text,
  allocated numeric not null,
  released numeric not null
);
create index material_allocations_by_order on material_allocations (work_order_id);
call machshop.fence('material_allocations');

create table material_uses (
  id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null,
  operation_id uuid,
  definition_type text not null,
  definition_id uuid not null,
  definition_number text not null,
  unit text not null,
  -- negative when it came back
  quantity numeric not null,
  unit_cost numeric,
  occurred_at timestamptz(3) not null
);
create index material_uses_by_order on material_uses (work_order_id);
call machshop.fence('material_uses');
