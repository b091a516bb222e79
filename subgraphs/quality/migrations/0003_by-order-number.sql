create index non_conformances_work_order_number on non_conformances (tenant_id, work_order_number);
