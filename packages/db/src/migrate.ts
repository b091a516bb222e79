import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import postgres from 'postgres';

/** One subgraph's schema and the folders of its migrations, applied in the order of their names. */
export interface MigrationTarget {
  /** The subgraph's name: `work-orders`. */
  name: string;
  /** Folders with `0001_name.sql` files; the platform's come first. */
  folders: readonly string[];
  /** The password its role signs in with. */
  password: string;
}

/** The role that publishes outboxes; it may touch nothing else. */
export const RELAY_ROLE = 'machshop_relay';
const LOCK = 7_206_451;

/** The Postgres schema and role of a subgraph: `work_orders`. */
export const schemaName = (subgraph: string): string => subgraph.replaceAll('-', '_');

/** The address that a role uses, from the administrator's. */
export function roleUrl(adminUrl: string, role: string, password: string, database?: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  if (database) url.pathname = `/${database}`;
  return url.href;
}

/** Creates the database when it is missing. */
async function ensureDatabase(adminUrl: string, database: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`.catch(ignoreDuplicate);
  } finally {
    await sql.end();
  }
}

/** 42P04 duplicate_database and 23505: another process was first. */
function ignoreDuplicate(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error;
}

/**
 * Makes the roles that sign in: one a subgraph, and the relay's. None is a superuser and none may bypass
 * row-level security. Roles belong to the whole server.
 */
export async function prepareCluster(
  adminUrl: string,
  database: string,
  targets: readonly MigrationTarget[],
  relayPassword: string,
): Promise<void> {
  await ensureDatabase(adminUrl, database);
  const roles = [
    ...targets.map((target) => ({ role: schemaName(target.name), password: target.password })),
    { role: RELAY_ROLE, password: relayPassword },
  ];
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    for (let attempt = 1; ; attempt++) {
      const fault = await prepareRoles(sql, roles).catch((error: { code?: string }) => error);
      if (!fault) return;
      if (attempt >= ROLE_TRIES || !RACES.has(fault.code ?? '')) throw fault;
    }
  } finally {
    await sql.end();
  }
}

const ROLE_TRIES = 10;
/**
 * Our lock holds in one database, and roles are the server's: an installation in another database may be at them
 * too. duplicate_object, unique_violation, and internal_error: "tuple concurrently updated".
 */
const RACES: ReadonlySet<string> = new Set(['42710', '23505', 'XX000']);

async function prepareRoles(
  sql: postgres.Sql,
  roles: readonly { readonly role: string; readonly password: string }[],
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    for (const { role, password } of roles) {
      const found = await tx`select 1 from pg_roles where rolname = ${role}`;
      const verb = found.length === 0 ? 'create' : 'alter';
      await tx.unsafe(
        `${verb} role ${identifier(role)} login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal(password)}`,
      );
    }
  });
}

/**
 * Applies what is not applied yet, each file in a transaction of its own, one process at a time.
 * @throws when an applied file was changed afterwards: it names the file.
 */
export async function migrate(
  adminUrl: string,
  database: string,
  targets: readonly MigrationTarget[],
  onApplied: (subgraph: string, file: string) => void = () => {},
): Promise<void> {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await sql.unsafe(await readFile(join(import.meta.dirname, 'platform.sql'), 'utf8'));
    for (const target of targets) await migrateOne(sql, target, onApplied);
  } finally {
    await sql.end();
  }
}

async function migrateOne(
  sql: postgres.Sql,
  target: MigrationTarget,
  onApplied: (subgraph: string, file: string) => void,
): Promise<void> {
  const schema = schemaName(target.name);
  const role = identifier(schema);
  await sql.unsafe(
    `create schema if not exists ${role};
     grant usage on schema machshop to ${role}, ${RELAY_ROLE};
     grant usage on schema ${role} to ${role}, ${RELAY_ROLE};
     alter default privileges in schema ${role} grant select, insert, update, delete on tables to ${role};
     alter default privileges in schema ${role} grant usage, select on sequences to ${role};`,
  );
  const applied = await sql`select name, checksum from machshop.migrations where schema = ${schema}`;
  const known = new Map(applied.map((row) => [row.name as string, row.checksum as string]));
  for (const file of await migrationFiles(target.folders)) {
    const checksum = createHash('sha256').update(file.text).digest('hex');
    const before = known.get(file.name);
    if (before === checksum) continue;
    if (before) throw new Error(`migration ${target.name}/${file.name} was changed after it was applied`);
    await sql.begin(async (tx) => {
      await tx.unsafe(`set local search_path to ${role}, machshop`);
      await tx.unsafe(file.text);
      await tx`insert into machshop.migrations (schema, name, checksum) values (${schema}, ${file.name}, ${checksum})`;
    });
    onApplied(target.name, file.name);
  }
}

async function migrationFiles(folders: readonly string[]): Promise<{ name: string; text: string }[]> {
  const files: { name: string; text: string }[] = [];
  for (const folder of folders) {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    for (const name of names) files.push({ name, text: await readFile(join(folder, name), 'utf8') });
  }
  return files;
}

const identifier = (name: string): string => {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not a plain identifier: ${name}`);
  return `"${name}"`;
};

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
