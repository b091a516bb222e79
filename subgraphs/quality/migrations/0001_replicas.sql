-- What other domains said, as far as quality needs it. `as_of` is the time of the event that a row is from.
create table known_sites (
  id uuid primary key,
  tenant_id uuid not null,
  code text not null,
  as_of timestamptz(3) not null
);
call machshop.fence('known_sites');

create table known_users (
  id uuid primary key,
  tenant_id uuid not null,
  username text not null,
  as_of timestamptz(3) not null
);
create index known_users_username on known_users (tenant_id, username);
call machshop.fence('known_users');

create table known_part_revisions (
  id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null,
  number text not null,
  revision text not null,
  unit text not null,
  as_of timestamptz(3) not null
);
create index known_part_revisions_number on known_part_revisions (tenant_id, number);
create index known_part_revisions_part on known_part_revisions (part_id, revision);
call machshop.fence('known_part_revisions');

create table known_orders (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  number text not null,
  part_id uuid not null,
  part_number text not null,
  revision text not null,
  unit text not null,
  as_of timestamptz(3) not null
);
create index known_orders_number on known_orders (tenant_id, number);
call machshop.fence('known_orders');

-- Operations of orders that were started.
create table known_operations (
  id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null,
  work_order_number text not null,
  number integer not null,
  work_center_code text not null,
  as_of timestamptz(3) not null
);
call machshop.fence('known_operations');

create table known_equipment (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  code text not null,
  work_center_code text not null,
  as_of timestamptz(3) not null
);
create index known_equipment_code on known_equipment (tenant_id, code);
call machshop.fence('known_equipment');

create table known_serials (
  id uuid primary key,
  tenant_id uuid not null,
  -- null: its event named none
  site_id uuid,
  serial_number text not null,
  part_id uuid not null,
  part_number text not null,
  revision text,
  as_of timestamptz(3) not null
);
create index known_serials_number on known_serials (tenant_id, serial_number);
call machshop.fence('known_serials');

create table known_lots (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid,
  number text not null,
  definition_type text not null check (definition_type in ('Part', 'Material')),
  definition_id uuid not null,
  definition_number text not null,
  unit text not null,
  as_of timestamptz(3) not null
);
create index known_lots_number on known_lots (tenant_id, number);
call machshop.fence('known_lots');
