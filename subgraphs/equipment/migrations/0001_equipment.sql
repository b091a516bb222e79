create table work_centers (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  code text not null,
  name text not null,
  area text not null,
  recorded_at timestamptz(3) not null,
  constraint work_centers_code_key unique (tenant_id, code)
);
call machshop.fence('work_centers');

create table equipment (
  id uuid primary key,
  tenant_id uuid not null,
  site_id uuid not null,
  work_center_id uuid not null references work_centers,
  code text not null,
  name text not null,
  equipment_class text,
  manufacturer text,
  model text,
  serial_number text,
  status text not null check (status in ('AVAILABLE', 'IN_USE', 'SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE')),
  status_since timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  constraint equipment_code_key unique (tenant_id, code)
);
create index equipment_work_center_id on equipment (work_center_id);
call machshop.fence('equipment');

-- Operation executions that hold a machine now.
create table equipment_uses (
  execution_id uuid primary key,
  tenant_id uuid not null,
  equipment_id uuid not null references equipment,
  started_at timestamptz(3) not null
);
create index equipment_uses_equipment_id on equipment_uses (equipment_id);
call machshop.fence('equipment_uses');

create table equipment_log_entries (
  id uuid primary key,
  tenant_id uuid not null,
  equipment_id uuid not null references equipment,
  kind text not null check (kind in ('STATUS_CHANGE', 'USE_CONFLICT', 'NOTE')),
  status_from text,
  status_to text,
  description text,
  work_order_operation_id uuid,
  actor_id uuid not null,
  actor_name text not null,
  -- when it happened, by the clock of who reported it
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null
);
create index equipment_log_entries_by_time on equipment_log_entries (equipment_id, occurred_at desc, id desc);
call machshop.fence('equipment_log_entries');
call machshop.append_only('equipment_log_entries');
