import { randomInt } from 'node:crypto';
import { ROLES, type RoleCode, systemViewer } from '@machshop/auth';
import { type Database, newId, type Tx } from '@machshop/db';
import { type Recorder, recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import type { PasswordHasher } from './hasher.ts';
import { isTimeZone } from './input.ts';
import { recordSite } from './site/commands.ts';
import { SiteStore } from './site/store.ts';
import { byTenantCode, TenantStore } from './tenant/store.ts';
import { describeUser, recordUser } from './user/events.ts';
import { UserStore } from './user/store.ts';
import type { UserRow } from './user/tables.ts';

export interface BootstrapInput {
  db: Database;
  hasher: PasswordHasher;
  now: () => Date;
  tenant: { code: string; name: string };
  site: { code: string; name: string; timeZone: string; location?: string | null };
}

export interface Bootstrapped {
  /** Whether the tenant was made just now. */
  created: boolean;
  tenantId: string;
  siteId: string;
  adminUsername: string;
  /** In this answer and nowhere else; null when the tenant was there already. */
  adminPassword: string | null;
}

const ADMIN = 'admin';
// 20 of 31 characters, none that looks like another: 99 bits
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
const PASSWORD_GROUPS = 5;
const GROUP = 4;

/**
 * Makes a tenant with its first site and its first administrator, in one transaction; where the tenant is there
 * already, changes nothing. May be called by several processes at once.
 */
export async function bootstrapTenant(input: BootstrapInput): Promise<Bootstrapped> {
  const { db, hasher } = input;
  if (!isTimeZone(input.site.timeZone)) throw new Error(`${input.site.timeZone} is not an IANA time zone`);
  const before = await db.readAs(byTenantCode(input.tenant.code), (tx) =>
    new TenantStore(tx).byCode(input.tenant.code),
  );
  if (before) return existing(input, before.id);
  const password = generatePassword();
  const passwordHash = await hasher.hash(password);
  const tenantId = newId();
  const settings = { ...byTenantCode(input.tenant.code), 'app.tenant_id': tenantId };
  const made = await db.writeAs(settings, async (tx) => {
    const tenants = new TenantStore(tx);
    await tenants.lockBootstrap();
    const other = await tenants.byCode(input.tenant.code);
    return other ? { other: other.id } : { siteId: await make(input, tx, tenantId, passwordHash) };
  });
  if ('other' in made) return existing(input, made.other);
  return { created: true, tenantId, siteId: made.siteId, adminUsername: ADMIN, adminPassword: password };
}

async function existing({ db, site }: BootstrapInput, tenantId: string): Promise<Bootstrapped> {
  const [found] = await db.read(tenantId, async (tx) => {
    const sites = new SiteStore(tx, tenantId);
    const named = await sites.byCodes([site.code]);
    return named.length > 0 ? named : sites.page({ first: 1, after: null }, []);
  });
  if (!found) throw new Error(`tenant ${tenantId} has no site`);
  return { created: false, tenantId, siteId: found.id, adminUsername: ADMIN, adminPassword: null };
}

async function make(input: BootstrapInput, tx: Tx, tenantId: string, passwordHash: string): Promise<string> {
  const now = input.now();
  const record = recorder('auth', systemViewer(tenantId, 'first start'), input.now, null);
  const { code, name } = input.tenant;
  await new TenantStore(tx).insert({ id: tenantId, code, name, recordedAt: now });
  const tenant = { __typename: 'Tenant', id: tenantId } as const;
  await record(tx, authEvents['tenant.created'], {
    id: tenantId,
    data: {
      tenant,
      code,
      change: { action: 'CREATE', entity: tenant, old: null, new: { code, name }, reason: null },
    },
  });
  const described = { ...input.site, location: input.site.location ?? null };
  const site = await new SiteStore(tx, tenantId).insert({ ...described, id: newId(), recordedAt: now });
  await recordSite(record, tx, site, null, described);
  // asked to choose another password, not forced to: whoever installs the plant has just seen it
  await insertUser(record, tx, tenantId, {
    username: ADMIN,
    displayName: 'Administrator',
    roles: ['ADMINISTRATOR'],
    passwordHash,
    passwordChange: 'ADVISED',
    now,
  });
  return site.id;
}

/** `k3mx-…`: to be read off a screen once. */
function generatePassword(): string {
  const group = () => Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: PASSWORD_GROUPS }, group).join('-');
}

/** A log-in of the demo plant. */
export interface DemoLogin {
  username: string;
  role: RoleCode;
  title: string;
}

const DEMO: readonly { username: string; displayName: string; role: RoleCode }[] = [
  { username: 'planner', displayName: 'Paula Planner', role: 'PLANNER' },
  { username: 'supervisor', displayName: 'Sam Supervisor', role: 'PRODUCTION_SUPERVISOR' },
  { username: 'operator', displayName: 'Olga Operator', role: 'OPERATOR' },
  { username: 'inspector', displayName: 'Ivan Inspector', role: 'QUALITY_INSPECTOR' },
  { username: 'quality.engineer', displayName: 'Quinn Engineer', role: 'QUALITY_ENGINEER' },
  { username: 'engineer', displayName: 'Enzo Engineer', role: 'MANUFACTURING_ENGINEER' },
  { username: 'material.handler', displayName: 'Mia Handler', role: 'MATERIAL_HANDLER' },
  { username: 'maintenance', displayName: 'Max Technician', role: 'MAINTENANCE_TECHNICIAN' },
  { username: 'auditor', displayName: 'Ada Auditor', role: 'AUDITOR' },
  { username: 'integration', displayName: 'Integration', role: 'INTEGRATION' },
];

/**
 * One user a role, all with the password that is given: for the demo plant and nothing else. Who is there
 * already stays as they are.
 */
export async function createDemoLogins(input: {
  db: Database;
  hasher: PasswordHasher;
  now: () => Date;
  tenantId: string;
  password: string;
}): Promise<DemoLogin[]> {
  const { db, hasher, tenantId } = input;
  const names = DEMO.map((login) => login.username);
  const there = await db.read(tenantId, (tx) => new UserStore(tx, tenantId).byUsernames(names));
  const missing = DEMO.filter((login) => !there.some((user) => user.username === login.username));
  const hashes = await Promise.all(missing.map(() => hasher.hash(input.password)));
  await db.write(tenantId, async (tx) => {
    await new TenantStore(tx).lockBootstrap();
    const record = recorder('auth', systemViewer(tenantId, 'demo plant'), input.now, null);
    const again = await new UserStore(tx, tenantId).byUsernames(names);
    for (const [index, { username, displayName, role }] of missing.entries()) {
      if (again.some((user) => user.username === username)) continue;
      await insertUser(record, tx, tenantId, {
        username,
        displayName,
        roles: [role],
        passwordHash: hashes[index] as string,
        passwordChange: 'NONE',
        now: input.now(),
      });
    }
  });
  return DEMO.map(({ username, role }) => ({ username, role, title: ROLES[role].title }));
}

async function insertUser(
  record: Recorder,
  tx: Tx,
  tenantId: string,
  user: Pick<UserRow, 'username' | 'displayName' | 'roles' | 'passwordHash' | 'passwordChange'> & {
    now: Date;
  },
): Promise<void> {
  const { now, ...described } = user;
  const row = await new UserStore(tx, tenantId).insert({
    ...described,
    id: newId(),
    email: null,
    siteIds: [],
    passwordChangedAt: now,
    active: true,
    lastLoginAt: null,
    recordedAt: now,
  });
  await recordUser(record, tx, 'user.created', row, { old: null, new: describeUser(row) });
}
