-- What kind of actor: a person or a program. The nil id was the plant's own; every other was taken for a person's.
-- By a rewrite of each column, since some tables are append-only.
alter table audit_entries
  add column actor_kind text not null default 'USER' check (actor_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table audit_entries
  alter column actor_kind type text using case when actor_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column actor_kind drop default;
alter table genealogy_edges
  add column linked_by_kind text not null default 'USER' check (linked_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table genealogy_edges
  alter column linked_by_kind type text using case when linked_by_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column linked_by_kind drop default;
alter table process_steps
  add column operator_kind text not null default 'USER' check (operator_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table process_steps
  alter column operator_kind type text using case when operator_id is null then 'SYSTEM' else 'USER' end,
  alter column operator_kind drop default;
