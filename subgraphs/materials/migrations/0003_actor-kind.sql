-- What kind of actor: a person or a program. The nil id was the plant's own; every other was taken for a person's.
-- By a rewrite of each column, since some tables are append-only.
alter table material_transactions
  add column actor_kind text not null default 'USER' check (actor_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table material_transactions
  alter column actor_kind type text using case when actor_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column actor_kind drop default;
alter table material_certificates
  add column recorded_by_kind text not null default 'USER' check (recorded_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table material_certificates
  alter column recorded_by_kind type text using case when recorded_by_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column recorded_by_kind drop default;
