alter table quality_holds drop constraint quality_holds_hold_check;
alter table quality_holds add constraint quality_holds_hold_check
  check (hold in ('BLOCKED', 'WORK_ONLY', 'GONE', 'NONE'));
