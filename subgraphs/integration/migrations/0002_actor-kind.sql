-- What kind of actor: a person or a program. Everyone who is named by an id so far was taken for a person.
-- By a rewrite, which no row-level security stands in the way of.
alter table integration_messages add column acknowledged_by_kind text check (acknowledged_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table integration_messages
  alter column acknowledged_by_kind type text using case when acknowledged_by is not null then 'USER' end;
alter table dead_letters add column resolved_by_kind text check (resolved_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table dead_letters
  alter column resolved_by_kind type text using case when resolved_by is not null then 'USER' end;
