import { migrate, prepareCluster, roleUrl, schemaName } from '@machshop/db';
import { platformMigrations } from '@machshop/events';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { loadSubgraphs } from './subgraphs.ts';

const database = `rls_${process.pid}_${Date.now().toString(36)}`;
const TENANT = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';

let admin: postgres.Sql;
let names: string[];
const urlOf = (name: string) => roleUrl(inject('adminDatabaseUrl'), schemaName(name), 'test', database);

beforeAll(async () => {
  const subgraphs = await loadSubgraphs();
  names = subgraphs.map(({ name }) => name);
  const targets = subgraphs.map(({ name, migrations }) => ({
    name,
    folders: [platformMigrations, migrations],
    password: 'test',
  }));
  await prepareCluster(inject('adminDatabaseUrl'), database, targets, 'test');
  await migrate(inject('adminDatabaseUrl'), database, targets);
  const url = new URL(inject('adminDatabaseUrl'));
  url.pathname = `/${database}`;
  admin = postgres(url.href, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin?.end();
  const server = postgres(inject('adminDatabaseUrl'), { max: 1, onnotice: () => {} });
  await server.unsafe(`drop database if exists "${database}" with (force)`);
  await server.end();
});

interface Table {
  schema: string;
  name: string;
  enabled: boolean;
  forced: boolean;
  policies: number;
}

const tables = () =>
  admin<Table[]>`
    select n.nspname as schema, c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname = any(${names.map(schemaName)})
    order by 1, 2`;

test('every table of every subgraph has row-level security, on and forced, with a policy', async () => {
  const found = await tables();
  expect(found.length).toBeGreaterThan(names.length * 2);
  const open = found.filter(({ enabled, forced, policies }) => !enabled || !forced || policies === 0);
  expect(open).toEqual([]);
});

test('a table without it is found', async () => {
  await admin.unsafe(`create table equipment.forgotten (id uuid)`);
  const open = (await tables()).filter(({ enabled }) => !enabled);
  await admin.unsafe(`drop table equipment.forgotten`);
  expect(open.map(({ name }) => name)).toEqual(['forgotten']);
});

test('no role of a subgraph may pass it: none is a superuser, may bypass it, or owns a table', async () => {
  const roles = [...names.map(schemaName), 'machshop_relay'];
  const mighty =
    await admin`select rolname from pg_roles where rolname = any(${roles}) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`;
  expect([...mighty]).toEqual([]);
  const owned =
    await admin`select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any(${roles})`;
  expect([...owned]).toEqual([]);
});

test('no role reads the schema of another subgraph', async () => {
  const crossings = await admin`
    select r.rolname, n.nspname from pg_roles r cross join pg_namespace n
    where r.rolname = any(${names.map(schemaName)}) and n.nspname = any(${names.map(schemaName)}) and r.rolname <> n.nspname
      and has_schema_privilege(r.oid, n.oid, 'usage')`;
  expect([...crossings]).toEqual([]);
});

describe('as its own role', () => {
  test('a transaction without a tenant, or with another one, sees no row of any table, and can write none', async () => {
    for (const { schema, name } of await tables()) {
      const columns = await admin<{ name: string; type: string }[]>`
        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
        where a.attrelid = ${`${schema}.${name}`}::regclass and a.attnum > 0 and not a.attisdropped and a.attname = 'tenant_id'`;
      // tables of the whole installation have no tenant: their policies name the role
      if (columns.length === 0) continue;
      const sql = postgres(urlOf(schema.replaceAll('_', '-')), { max: 1, onnotice: () => {} });
      try {
        for (const tenant of ['', OTHER]) {
          const visible = await sql.begin(async (tx) => {
            await tx`select set_config('app.tenant_id', ${tenant}, true)`;
            return tx.unsafe(
              `select count(*)::int as rows from ${schema}.${name} where tenant_id = '${TENANT}'`,
            );
          });
          expect(visible[0]?.rows, `${schema}.${name}`).toBe(0);
        }
        const update = sql.begin(async (tx) => {
          await tx`select set_config('app.tenant_id', ${OTHER}, true)`;
          await tx.unsafe(`insert into ${schema}.${name} (tenant_id) values ('${TENANT}')`);
        });
        await expect(update, `${schema}.${name}`).rejects.toThrow(/row-level security|permission denied/);
      } finally {
        await sql.end();
      }
    }
  });
});
