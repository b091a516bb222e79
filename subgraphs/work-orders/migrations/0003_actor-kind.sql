-- What kind of actor: a person or a program. The nil id was the plant's own; every other was taken for a person's.
-- By a rewrite of each column, since some tables are append-only.
alter table work_order_history
  add column actor_kind text not null default 'USER' check (actor_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table work_order_history
  alter column actor_kind type text using case when actor_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column actor_kind drop default;
alter table operation_executions
  add column operator_kind text not null default 'USER' check (operator_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table operation_executions
  alter column operator_kind type text using case when operator_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column operator_kind drop default;
alter table operation_reports
  add column operator_kind text not null default 'USER' check (operator_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table operation_reports
  alter column operator_kind type text using case when operator_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column operator_kind drop default;
alter table cost_rates
  add column actor_kind text not null default 'USER' check (actor_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table cost_rates
  alter column actor_kind type text using case when actor_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column actor_kind drop default;
