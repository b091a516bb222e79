-- Replicas: what other subgraphs' events said last. `as_of` is when they recorded it.
create table definitions (
  id uuid primary key,
  tenant_id uuid not null,
  type text not null check (type in ('Part', 'Material')),
  number text not null,
  unit text not null,
  tracking text not null check (tracking in ('NONE', 'LOT', 'SERIAL')),
  critical boolean not null,
  as_of timestamptz(3) not null
);
create index definitions_number on definitions (tenant_id, number);
call machshop.fence('definitions');

create table part_revisions (
  id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null,
  revision text not null
);
create index part_revisions_part_id on part_revisions (part_id, revision);
call machshop.fence('part_revisions');

create table bills (
  id uuid primary key,
  tenant_id uuid not null,
  part_id uuid not null,
  part_revision_id uuid not null,
  effective_from timestamptz(3) not null,
  effective_to timestamptz(3),
  lines jsonb not null
);
create index bills_part_revision_id on bills (part_revision_id, effective_from desc);
call machshop.fence('bills');

create table work_orders (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  number text not null,
  part_id uuid not null,
  part_number text not null,
  revision text not null,
  quantity numeric not null,
  unit text not null,
  status text not null,
  as_of timestamptz(3) not null,
  -- our own: material was consumed for the order as a whole, so each serial of it has an edge to the order
  common_material boolean not null default false
);
create index work_orders_number on work_orders (tenant_id, number);
call machshop.fence('work_orders');

create table inventory_locations (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  code text not null,
  name text not null,
  kind text not null check (kind in ('STORE', 'FLOOR', 'QUARANTINE', 'SCRAP')),
  recorded_at timestamptz(3) not null,
  constraint inventory_locations_code_key unique (tenant_id, code)
);
call machshop.fence('inventory_locations');

create table material_lots (
  id uuid primary key,
  tenant_id uuid not null,
  number text not null,
  definition_type text not null check (definition_type in ('Part', 'Material')),
  definition_id uuid not null,
  definition_number text not null,
  unit text not null,
  -- a lot whose time is over stays AVAILABLE here: EXPIRED follows from expires_at
  status text not null check (status in ('AVAILABLE', 'QUARANTINE', 'EXHAUSTED')),
  supplier text,
  supplier_lot_number text,
  heat_number text,
  unit_cost numeric check (unit_cost >= 0),
  -- the order that made it; null for a lot that was bought
  work_order_id uuid references work_orders,
  received_at timestamptz(3) not null,
  expires_at timestamptz(3),
  recorded_at timestamptz(3) not null,
  constraint material_lots_number_key unique (tenant_id, number)
);
create index material_lots_definition on material_lots (definition_id, received_at);
create index material_lots_newest on material_lots (tenant_id, received_at desc, id desc);
call machshop.fence('material_lots');

create table serialized_parts (
  id uuid primary key,
  tenant_id uuid not null,
  serial_number text not null,
  part_id uuid not null,
  part_number text not null,
  revision text,
  status text not null check (status in ('IN_PROCESS', 'COMPLETED', 'ASSEMBLED', 'SHIPPED', 'SCRAPPED')),
  site_id uuid,
  work_order_id uuid references work_orders,
  work_order_number text,
  lot_id uuid references material_lots,
  created_at timestamptz(3) not null,
  completed_at timestamptz(3),
  recorded_at timestamptz(3) not null,
  constraint serialized_parts_serial_number_key unique (tenant_id, serial_number)
);
create index serialized_parts_work_order on serialized_parts (work_order_id, serial_number);
create index serialized_parts_part on serialized_parts (part_id, status);
call machshop.fence('serialized_parts');

-- The ledger. `quantity` is what the balance at the location changed by; at the other location, where there
-- is one, the balance changed by its negative.
create table material_transactions (
  id uuid primary key,
  tenant_id uuid not null,
  kind text not null,
  lot_id uuid not null references material_lots,
  location_id uuid not null references inventory_locations,
  to_location_id uuid references inventory_locations,
  quantity numeric not null,
  unit text not null,
  work_order_id uuid references work_orders,
  operation_id uuid,
  serialized_part_id uuid references serialized_parts,
  unit_cost numeric,
  reason text,
  actor_id uuid not null,
  actor_name text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  constraint material_transactions_sign check (
    case kind
      when 'RECEIPT' then quantity > 0
      when 'PRODUCTION' then quantity > 0
      when 'ADJUSTMENT' then quantity <> 0
      when 'ISSUE' then quantity < 0
      when 'RETURN' then quantity < 0
      when 'TRANSFER' then quantity < 0
      when 'SCRAP' then quantity < 0
      when 'CONSUMPTION' then quantity < 0
      else false
    end
  ),
  constraint material_transactions_two_locations check (
    (kind in ('ISSUE', 'RETURN', 'TRANSFER')) = (to_location_id is not null) and location_id is distinct from to_location_id
  )
);
create index material_transactions_newest on material_transactions (tenant_id, occurred_at desc, id desc);
create index material_transactions_lot on material_transactions (lot_id, occurred_at desc, id desc);
create index material_transactions_work_order on material_transactions (work_order_id, occurred_at desc, id desc);
call machshop.fence('material_transactions');
call machshop.append_only('material_transactions');

-- What the ledger adds up to, kept in the same transaction under the lot's row lock.
create table inventory_balances (
  lot_id uuid not null references material_lots,
  location_id uuid not null references inventory_locations,
  tenant_id uuid not null,
  quantity numeric not null,
  primary key (lot_id, location_id),
  constraint inventory_balances_not_negative check (quantity >= 0)
);
create index inventory_balances_location on inventory_balances (location_id);
call machshop.fence('inventory_balances');

create table allocations (
  id uuid primary key,
  tenant_id uuid not null,
  lot_id uuid not null references material_lots,
  work_order_id uuid not null references work_orders,
  quantity numeric not null check (quantity > 0),
  -- what was issued or consumed of it
  drawn numeric not null,
  unit text not null,
  state text not null check (state in ('ACTIVE', 'CONSUMED', 'RELEASED')),
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  constraint allocations_drawn check (drawn >= 0 and drawn <= quantity)
);
create index allocations_open on allocations (lot_id) where state = 'ACTIVE';
create index allocations_work_order on allocations (work_order_id);
call machshop.fence('allocations');

create table material_certificates (
  id uuid primary key,
  tenant_id uuid not null,
  lot_id uuid not null references material_lots,
  number text not null,
  kind text not null check (kind in ('MILL_TEST_REPORT', 'CERTIFICATE_OF_CONFORMANCE')),
  issued_by text not null,
  issued_at date not null,
  document_sha256 text,
  document_url text,
  facts jsonb,
  recorded_by_id uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz(3) not null,
  constraint material_certificates_number_key unique (lot_id, kind, number)
);
call machshop.fence('material_certificates');

-- What is in what: the edges that were emitted, kept to refuse a second parent and a cycle.
create table component_links (
  id uuid primary key,
  tenant_id uuid not null,
  parent_type text not null check (parent_type in ('SerializedPart', 'MaterialLot', 'WorkOrder')),
  parent_id uuid not null,
  parent_number text not null,
  child_type text not null check (child_type in ('SerializedPart', 'MaterialLot', 'WorkOrder')),
  child_id uuid not null,
  child_number text not null,
  quantity numeric not null check (quantity > 0),
  unit text not null,
  bom_position integer,
  work_order_id uuid,
  operation_id uuid,
  linked_at timestamptz(3) not null,
  unlinked_at timestamptz(3),
  unlink_reason text,
  recorded_at timestamptz(3) not null,
  constraint component_links_not_itself check (parent_id <> child_id),
  constraint component_links_order check (unlinked_at >= linked_at)
);
create index component_links_parent on component_links (parent_id) where unlinked_at is null;
create index component_links_child on component_links (child_id) where unlinked_at is null;
create unique index component_links_one_parent on component_links (child_id)
  where child_type = 'SerializedPart' and unlinked_at is null;
call machshop.fence('component_links');
