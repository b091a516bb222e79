alter table affected_items drop constraint affected_items_hold_check;
update affected_items i set hold = 'GONE'
where i.type = 'SERIAL' and i.hold = 'BLOCKED' and exists (
  select from dispositions d
  where d.item_id = i.id and d.status = 'CARRIED_OUT' and d.kind in ('SCRAP', 'RETURN_TO_SUPPLIER')
);
alter table affected_items add constraint affected_items_hold_check
  check (hold in ('BLOCKED', 'WORK_ONLY', 'GONE', 'NONE'));
