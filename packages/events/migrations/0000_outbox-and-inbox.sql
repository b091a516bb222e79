-- Events to publish: written in the transaction of the change that they tell of.
create table outbox (
  sequence bigint generated always as identity primary key,
  tenant_id uuid not null,
  -- Nats-Msg-Id: the event's id, or another one when an old event is sent again on purpose
  message_id text not null,
  subject text not null,
  envelope text not null,
  recorded_at timestamptz not null default now()
);
call machshop.fence('outbox');
-- the relay sees every tenant's outbox, and no other table
create policy relay on outbox to machshop_relay using (true);
grant select, delete on outbox to machshop_relay;

create function notify_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('machshop_outbox', tg_table_schema);
  return null;
end $$;
create trigger notify after insert on outbox for each statement execute function notify_outbox();

-- Events already handled: written in the transaction of their effect.
create table inbox (
  tenant_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (tenant_id, consumer, event_id)
);
create index inbox_handled_at on inbox (handled_at);
call machshop.fence('inbox');
