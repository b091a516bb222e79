-- What every subgraph's migrations stand on. Runs at every start: each statement may be repeated.
create schema if not exists machshop;

create table if not exists machshop.migrations (
  schema text not null,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now(),
  primary key (schema, name)
);

-- The tenant that the transaction is fenced to; null, and so no row at all, when none was set.
create or replace function machshop.current_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;

-- Row-level security, on and forced: rows of other tenants do not exist.
create or replace procedure machshop.fence(target regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant_fence on %s using (tenant_id = (select machshop.current_tenant())) with check (tenant_id = (select machshop.current_tenant()))',
    target
  );
end $$;

create or replace function machshop.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Rows are only ever added. Holds for every role, the owner included.
create or replace procedure machshop.append_only(target regclass) language plpgsql as $$
begin
  execute format(
    'create trigger append_only before update or delete or truncate on %s for each statement execute function machshop.refuse_change()',
    target
  );
end $$;
