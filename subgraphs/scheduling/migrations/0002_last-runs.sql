-- What a machine ran last: it is set up for that when a plan begins.
create index operation_executions_equipment on operation_executions (tenant_id, equipment_id, started_at desc, id desc);
