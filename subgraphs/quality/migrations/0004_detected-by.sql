-- Who found it, which may be somebody else than who raised it. No id: a program, or nobody whom we know.
alter table non_conformances add column detected_by_id uuid, add column detected_by_name text;
update non_conformances
set detected_by_name = raised_by_name, detected_by_id = case when raised_by_kind = 'USER' then raised_by_id end;
alter table non_conformances alter column detected_by_name set not null;
