-- What quality holds because of a non-conformance: what its events said last. A higher version is newer.
create table quality_holds (
  item_id uuid primary key,
  tenant_id uuid not null,
  non_conformance_id uuid not null,
  non_conformance_number text not null,
  entity_type text not null check (entity_type in ('SerializedPart', 'WorkOrder')),
  entity_id uuid not null,
  -- the piece's or the order's
  number text not null,
  hold text not null check (hold in ('BLOCKED', 'WORK_ONLY', 'NONE')),
  version integer not null,
  as_of timestamptz(3) not null,
  -- our own: the order stands still because of it
  held_order boolean not null default false
);
create index quality_holds_order on quality_holds (entity_id) where entity_type = 'WorkOrder';
create index quality_holds_serial on quality_holds (tenant_id, number) where entity_type = 'SerializedPart' and hold = 'BLOCKED';
call machshop.fence('quality_holds');
