-- Stays where it was, and nobody has pinned it: what is frozen, and what somebody moved and let go.
alter table scheduled_operations drop constraint scheduled_operations_starts_by_check;
alter table scheduled_operations add constraint scheduled_operations_starts_by_check
  check (starts_by in ('NOW', 'RELEASE', 'OPERATION', 'MACHINE', 'RUNNING', 'PINNED', 'KEPT'));
