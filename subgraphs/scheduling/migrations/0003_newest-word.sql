-- Events may overtake each other: what an older one says does not replace what a later one said.
alter table operation_progress add column assigned_as_of timestamptz(3);

-- of runs that are known already any event is newer
alter table operation_executions add column as_of timestamptz(3) not null default 'epoch';
alter table operation_executions alter column as_of drop default;

-- Why no row is deleted: that an order lacks nothing more is told from an older word that it does.
alter table material_shortages add column missing boolean not null default true;
create index material_shortages_missing on material_shortages (tenant_id, work_order_id) where missing;
