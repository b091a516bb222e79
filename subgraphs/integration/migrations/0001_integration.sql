create table integration_messages (
  id uuid primary key,
  tenant_id uuid not null,
  -- the site it is about; null when it names none or several
  site_id uuid,
  direction text not null check (direction in ('IN', 'OUT')),
  kind text not null check (kind in ('SCHEDULE', 'ROUTING', 'PERFORMANCE', 'MATERIAL_ACTUAL', 'UNKNOWN')),
  -- the sender's own id of the message; null when it could not be read
  external_id text,
  -- the id of the schedule, the routing or the performance inside
  object_id text,
  state text not null,
  -- when the sender says it was made
  sent_at timestamptz(3),
  sha256 text not null,
  size_bytes integer not null check (size_bytes >= 0),
  errors jsonb not null,
  -- the routing that it made
  routing_id uuid,
  acknowledged_at timestamptz(3),
  acknowledged_accepted boolean,
  acknowledged_note text,
  acknowledged_by uuid,
  acknowledged_by_name text,
  -- received, or made
  recorded_at timestamptz(3) not null,
  constraint integration_messages_state check (
    (direction = 'IN' and state in ('RECEIVED', 'REJECTED', 'APPLIED'))
    or (direction = 'OUT' and state in ('PENDING', 'REJECTED', 'ACKNOWLEDGED'))
  )
);
-- the same message twice is one message
create unique index integration_messages_content_key on integration_messages (tenant_id, sha256) where direction = 'IN';
-- a rejected message made nothing: its corrected form may come under the same id
create unique index integration_messages_external_id_key on integration_messages (tenant_id, direction, external_id)
  where state <> 'REJECTED';
create index integration_messages_by_external_id on integration_messages (tenant_id, external_id);
create index integration_messages_by_time on integration_messages (tenant_id, recorded_at, id);
create index integration_messages_by_state on integration_messages (tenant_id, direction, state, recorded_at, id);
call machshop.fence('integration_messages');

-- Messages byte by byte.
create table message_contents (
  message_id uuid primary key references integration_messages,
  tenant_id uuid not null,
  content bytea not null,
  -- TEXT: characters in UTF-8, whatever the XML declaration says. BYTES: by mark and declaration.
  received_as text not null check (received_as in ('TEXT', 'BYTES'))
);
call machshop.fence('message_contents');
call machshop.append_only('message_contents');

-- The orders that a message made, or tells of.
create table message_work_orders (
  message_id uuid not null references integration_messages,
  tenant_id uuid not null,
  work_order_id uuid not null,
  work_order_number text not null,
  request_id text,
  primary key (message_id, work_order_id)
);
create index message_work_orders_by_number on message_work_orders (message_id, work_order_number, work_order_id);
create index message_work_orders_by_order on message_work_orders (tenant_id, work_order_id);
call machshop.fence('message_work_orders');

create table dead_letters (
  id uuid primary key,
  tenant_id uuid not null,
  consumer text not null,
  subject text not null,
  -- bytes: what was given up may hold anything
  envelope bytea not null,
  event_id text,
  event_type text,
  -- when the event was recorded, by its own envelope
  event_at timestamptz(3),
  tries integer not null,
  error text not null,
  failed_at timestamptz(3) not null,
  state text not null check (state in ('OPEN', 'REPLAYED', 'DISCARDED')),
  resolved_at timestamptz(3),
  resolved_by uuid,
  resolved_by_name text,
  reason text,
  recorded_at timestamptz(3) not null
);
create index dead_letters_by_time on dead_letters (tenant_id, failed_at, id);
create index dead_letters_by_state on dead_letters (tenant_id, state, failed_at, id);
call machshop.fence('dead_letters');

-- Replicas of what other domains say.
create table known_part_revisions (
  part_revision_id uuid primary key,
  tenant_id uuid not null,
  part_number text not null,
  revision text not null
);
create index known_part_revisions_by_number on known_part_revisions (tenant_id, part_number);
call machshop.fence('known_part_revisions');

create table known_sites (
  site_id uuid primary key,
  tenant_id uuid not null,
  code text not null
);
create index known_sites_by_code on known_sites (tenant_id, code);
call machshop.fence('known_sites');

create table known_operations (
  operation_id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  operation_number integer not null
);
call machshop.fence('known_operations');

create table consumptions (
  transaction_id uuid primary key,
  tenant_id uuid not null,
  work_order_id uuid not null,
  operation_id uuid,
  definition_number text not null,
  lot_number text not null,
  serial_number text,
  quantity numeric not null,
  unit text not null,
  occurred_at timestamptz(3) not null
);
create index consumptions_by_order on consumptions (tenant_id, work_order_id, occurred_at, transaction_id);
call machshop.fence('consumptions');
call machshop.append_only('consumptions');
