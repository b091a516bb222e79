-- What quality holds because of a non-conformance: what its events said last. A higher version is newer.
create table quality_holds (
  item_id uuid primary key,
  tenant_id uuid not null,
  non_conformance_id uuid not null,
  non_conformance_number text not null,
  entity_id uuid not null,
  hold text not null check (hold in ('BLOCKED', 'WORK_ONLY', 'NONE')),
  version integer not null,
  as_of timestamptz(3) not null
);
create index quality_holds_active on quality_holds (entity_id) where hold <> 'NONE';
call machshop.fence('quality_holds');
