alter table quality_holds drop constraint quality_holds_hold_check;
alter table quality_holds add constraint quality_holds_hold_check
  check (hold in ('BLOCKED', 'WORK_ONLY', 'GONE', 'NONE'));
drop index quality_holds_serial;
create index quality_holds_serial on quality_holds (tenant_id, number)
  where entity_type = 'SerializedPart' and hold <> 'NONE';
