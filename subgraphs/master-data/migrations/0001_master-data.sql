-- Bills of one revision may not overlap in time: an exclusion constraint needs btree_gist. A role that may not
-- create it, or a server without it, goes on without: the decision is made in code, under a lock, as well.
do $$
begin
  create extension if not exists btree_gist with schema machshop;
exception when insufficient_privilege or feature_not_supported or undefined_file then
  raise notice 'btree_gist is not available: bills are kept from overlapping by the application alone';
end $$;

create table parts (
  id uuid primary key,
  tenant_id uuid not null,
  number text not null,
  -- of the input that made it: the same id with the same input again is the same part
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint parts_number_key unique (tenant_id, number)
);
call machshop.fence('parts');

create table part_revisions (
  id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null references parts,
  revision text not null,
  status text not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  name text not null,
  description text,
  unit text not null,
  tracking text not null check (tracking in ('NONE', 'LOT', 'SERIAL')),
  critical boolean not null,
  -- null until it is published
  effective_from timestamptz(3),
  published_at timestamptz(3),
  retired_at timestamptz(3),
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint part_revisions_revision_key unique (part_id, revision),
  constraint part_revisions_published check (status <> 'PUBLISHED' or (effective_from is not null and published_at is not null)),
  constraint part_revisions_retired check ((status = 'RETIRED') = (retired_at is not null))
);
create index part_revisions_by_effectivity on part_revisions (part_id, effective_from desc) where status <> 'DRAFT';
call machshop.fence('part_revisions');

create table materials (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  status text not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  name text not null,
  description text,
  unit text not null,
  critical boolean not null,
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint materials_code_key unique (tenant_id, code)
);
call machshop.fence('materials');

create table customers (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  status text not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  name text not null,
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint customers_code_key unique (tenant_id, code)
);
call machshop.fence('customers');

create table boms (
  id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null references parts,
  part_revision_id uuid not null references part_revisions,
  status text not null check (status in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  -- [from, to): a bill that was never in effect has to = from
  effective_from timestamptz(3),
  effective_to timestamptz(3),
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint boms_published check (status = 'DRAFT' or effective_from is not null),
  constraint boms_effectivity check (effective_to >= effective_from)
);
create index boms_part_revision_id on boms (part_revision_id, effective_from);
create index boms_part_id on boms (part_id);
call machshop.fence('boms');

do $$
begin
  if exists (select 1 from pg_extension where extname = 'btree_gist') then
    alter table boms add constraint boms_effectivity_excl
      exclude using gist (part_revision_id with =, tstzrange(effective_from, effective_to) with &&)
      where (status <> 'DRAFT');
  end if;
end $$;

create table bom_lines (
  id uuid primary key,
  tenant_id uuid not null,
  bom_id uuid not null references boms on delete cascade,
  position integer not null check (position > 0),
  component_part_id uuid references parts,
  component_material_id uuid references materials,
  -- for one of the parent
  quantity numeric not null check (quantity > 0),
  unit text not null,
  operation_number integer,
  reference_designator text,
  constraint bom_lines_position_key unique (bom_id, position),
  constraint bom_lines_component check (num_nonnulls(component_part_id, component_material_id) = 1)
);
create index bom_lines_component_part_id on bom_lines (component_part_id, id);
create index bom_lines_component_material_id on bom_lines (component_material_id, id);
call machshop.fence('bom_lines');

create table routings (
  id uuid primary key,
  tenant_id uuid not null,
  number text not null,
  version integer not null check (version > 0),
  part_id uuid not null references parts,
  part_revision_id uuid not null references part_revisions,
  status text not null check (status in ('DRAFT', 'PUBLISHED', 'SUPERSEDED')),
  description text,
  published_at timestamptz(3),
  superseded_at timestamptz(3),
  request_hash text not null,
  recorded_at timestamptz(3) not null,
  constraint routings_number_version_key unique (tenant_id, number, version)
);
create unique index routings_one_published on routings (tenant_id, number) where status = 'PUBLISHED';
create index routings_part_revision_id on routings (part_revision_id, number, version);
call machshop.fence('routings');

create table routing_operations (
  id uuid primary key,
  tenant_id uuid not null,
  routing_id uuid not null references routings on delete cascade,
  operation_number integer not null check (operation_number > 0),
  name text not null,
  work_center_code text not null,
  equipment_class text,
  personnel_class text,
  setup_seconds numeric not null check (setup_seconds >= 0),
  run_seconds_per_unit numeric not null check (run_seconds_per_unit >= 0),
  sequencing text not null check (sequencing in ('SEQUENTIAL', 'PARALLEL')),
  quality_critical boolean not null,
  inspection_required boolean not null,
  instructions text,
  constraint routing_operations_number_key unique (routing_id, operation_number)
);
call machshop.fence('routing_operations');

-- What changed, who did it and why. `entity_type` is the type's name in the graph.
create table history_entries (
  id uuid primary key,
  tenant_id uuid not null,
  entity_type text not null,
  entity_id uuid not null,
  action text not null check (action in ('CREATE', 'CHANGE', 'PUBLISH', 'SUPERSEDE', 'RETIRE')),
  old jsonb,
  new jsonb,
  reason text,
  actor_id uuid not null,
  actor_name text not null,
  recorded_at timestamptz(3) not null
);
create index history_entries_by_entity on history_entries (entity_id, id desc);
call machshop.fence('history_entries');
call machshop.append_only('history_entries');

-- Replica of the equipment subgraph's machines: where a class of equipment stands.
create table equipment_classes (
  equipment_id uuid primary key,
  tenant_id uuid not null,
  equipment_class text,
  work_center_code text not null
);
create index equipment_classes_by_class on equipment_classes (tenant_id, equipment_class);
call machshop.fence('equipment_classes');
