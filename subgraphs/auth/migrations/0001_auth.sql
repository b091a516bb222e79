-- A tenant is seen by its own transactions; by whoever names its code, to sign in; and by the installation
-- itself, which must know whether there is only one.
create table tenants (
  id uuid primary key,
  code text not null,
  name text not null,
  recorded_at timestamptz(3) not null,
  constraint tenants_code_key unique (code)
);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy tenant_fence on tenants
  using (id = (select machshop.current_tenant()))
  with check (id = (select machshop.current_tenant()));
create policy by_code on tenants for select to auth
  using (code = (select nullif(current_setting('app.tenant_code', true), '')));
create policy installation on tenants for select to auth
  using ((select current_setting('app.scope', true)) = 'installation');

create table sites (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  code text not null,
  name text not null,
  location text,
  time_zone text not null,
  recorded_at timestamptz(3) not null,
  constraint sites_code_key unique (tenant_id, code)
);
call machshop.fence('sites');

create table users (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  username text not null check (username = lower(username)),
  display_name text not null,
  email text,
  roles text[] not null,
  -- empty: every site
  site_ids uuid[] not null,
  -- argon2id, with its parameters and salt
  password_hash text not null,
  password_change text not null check (password_change in ('NONE', 'ADVISED', 'REQUIRED')),
  password_changed_at timestamptz(3) not null,
  active boolean not null,
  last_login_at timestamptz(3),
  recorded_at timestamptz(3) not null,
  constraint users_username_key unique (tenant_id, username)
);
call machshop.fence('users');

-- Failed sign-ins by username, whether or not there is such a user, so that a lock tells nothing. The key is a
-- keyed hash: what people type into the wrong field may be a password.
create table login_throttles (
  tenant_id uuid not null,
  username_key text not null,
  failures integer not null check (failures >= 0),
  last_failed_at timestamptz(3) not null,
  locked_until timestamptz(3),
  primary key (tenant_id, username_key)
);
create index login_throttles_last_failed_at on login_throttles (last_failed_at);
call machshop.fence('login_throttles');

-- Failed sign-ins by network address: of the installation, since an attacker need not name a tenant that exists.
create table address_throttles (
  address text primary key,
  failures integer not null check (failures >= 0),
  last_failed_at timestamptz(3) not null,
  locked_until timestamptz(3)
);
create index address_throttles_last_failed_at on address_throttles (last_failed_at);
alter table address_throttles enable row level security;
alter table address_throttles force row level security;
create policy installation on address_throttles to auth using (true) with check (true);

-- A session is a family of refresh tokens.
create table sessions (
  id uuid primary key,
  tenant_id uuid not null,
  user_id uuid not null references users,
  started_at timestamptz(3) not null,
  last_used_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  end_reason text check (end_reason in ('LOGGED_OUT', 'REUSE_DETECTED', 'PASSWORD_CHANGED', 'USER_DEACTIVATED')),
  client_address text,
  constraint sessions_end_has_reason check ((ended_at is null) = (end_reason is null))
);
create index sessions_user_id on sessions (user_id, id);
create index sessions_expires_at on sessions (expires_at);
call machshop.fence('sessions');

create table refresh_tokens (
  session_id uuid not null references sessions on delete cascade,
  generation integer not null,
  tenant_id uuid not null,
  -- SHA-256 of the secret, which has 256 random bits
  secret_hash bytea not null,
  issued_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  used_from text,
  primary key (session_id, generation)
);
call machshop.fence('refresh_tokens');

create table api_clients (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  name text not null,
  roles text[] not null,
  site_ids uuid[] not null,
  secret_hash bytea not null,
  secret_expires_at timestamptz(3) not null,
  active boolean not null,
  last_login_at timestamptz(3),
  recorded_at timestamptz(3) not null,
  constraint api_clients_name_key unique (tenant_id, name)
);
call machshop.fence('api_clients');

-- The keys that sign tokens belong to the installation; no other role may see them.
create table signing_keys (
  kid text primary key,
  public_jwk jsonb not null,
  -- PKCS #8 under AES-256-GCM
  private_key bytea not null,
  created_at timestamptz(3) not null,
  -- when it signed for the last time
  retired_at timestamptz(3),
  -- when its tokens are no longer accepted
  verifies_until timestamptz(3),
  constraint signing_keys_retired check ((retired_at is null) = (verifies_until is null))
);
-- one signs at a time
create unique index signing_keys_active_key on signing_keys ((true)) where retired_at is null;
alter table signing_keys enable row level security;
alter table signing_keys force row level security;
create policy installation on signing_keys to auth using (true) with check (true);
