-- What kind of actor: a person or a program. The nil id was the plant's own; every other was taken for a person's.
-- By a rewrite of the column, since the table is append-only.
alter table history_entries
  add column actor_kind text not null default 'USER' check (actor_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table history_entries
  alter column actor_kind type text using case when actor_id = '00000000-0000-0000-0000-000000000000' then 'SYSTEM' else 'USER' end,
  alter column actor_kind drop default;
