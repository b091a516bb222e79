-- What kind of actor: a person or a program. Everyone who is named so far was taken for a person.
-- By a rewrite, which no row-level security stands in the way of.
alter table sensor_alerts add column acknowledged_by_kind text check (acknowledged_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM'));
alter table sensor_alerts
  alter column acknowledged_by_kind type text using case when acknowledged_by is not null then 'USER' end;
alter table sensor_alerts
  add column escalated_by uuid,
  add column escalated_by_kind text check (escalated_by_kind in ('ANONYMOUS', 'USER', 'API_CLIENT', 'SYSTEM')),
  add column escalated_by_name text;
