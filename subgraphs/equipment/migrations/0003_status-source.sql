-- Whose word a machine's state is, why, and what the machine itself said last.
alter table equipment drop constraint equipment_status_check;
alter table equipment
  add constraint equipment_status_check
    check (status in ('AVAILABLE', 'IN_USE', 'SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE', 'UNKNOWN')),
  add column status_source text not null default 'PERSON'
    check (status_source in ('PERSON', 'MACHINE', 'OPERATION')),
  add column status_reason text,
  add column machine_status text,
  add column machine_since timestamptz(3);
-- by a rewrite, since row-level security hides the rows from an update
alter table equipment
  alter column status_source type text using case when status = 'IN_USE' then 'OPERATION' else 'PERSON' end,
  alter column status_source drop default;

alter table equipment_log_entries drop constraint equipment_log_entries_kind_check;
alter table equipment_log_entries
  add constraint equipment_log_entries_kind_check
    check (kind in ('STATUS_CHANGE', 'USE_CONFLICT', 'NOTE', 'MACHINE_REPORT')),
  add column source text not null default 'PERSON' check (source in ('PERSON', 'MACHINE', 'OPERATION'));
alter table equipment_log_entries
  alter column source type text
    using case when actor_kind = 'SYSTEM' or kind = 'USE_CONFLICT' then 'OPERATION' else 'PERSON' end,
  alter column source drop default;
