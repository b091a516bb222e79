import { schemaName } from '@machshop/db';
import postgres from 'postgres';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Caller } from '../caller.ts';
import type { E2ePlant, E2eTenant } from '../e2e-plant.ts';
import { KnownValues } from '../known-values.ts';
import { mutationsOf, type Operation, queriesOf } from '../operations.ts';
import { schedule } from './master-data.ts';
import { signInAdministrator } from './people.ts';
import {
  BLADE_SERIALS,
  BLADES,
  BOLT_LOT,
  ROTOR,
  ROTOR_SERIAL,
  SCHEDULE_ID,
  type Tell,
  TITANIUM_LOT,
} from './story.ts';

/** What belongs to the whole installation, or to whoever asks. */
const NOT_OF_A_TENANT = new Set(['me', 'roles', 'permissions', 'signingKeys', 'costCurrency']);
/** Of these every tenant has some of its own from its first day. */
const OF_EVERY_TENANT = new Set([
  'sites',
  'users',
  'auditTrail',
  'auditHead',
  'auditExport',
  'verifyInventory',
]);
/** These change the caller's own session, or the keys of all. */
const SPARED = new Set([
  'login',
  'clientLogin',
  'refresh',
  'logout',
  'changeOwnPassword',
  'rotateSigningKey',
]);
const NAMES = [
  BLADES,
  ROTOR,
  TITANIUM_LOT,
  BOLT_LOT,
  ROTOR_SERIAL,
  SCHEDULE_ID,
  ...BLADE_SERIALS,
  'RT-BLADE',
];
const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Another tenant sees and changes nothing of the first one. */
export function tenancy(story: Tell): void {
  describe('another tenant', () => {
    let other: E2eTenant;
    let stranger: Caller;
    let operations: readonly Operation[];
    let values: KnownValues;

    beforeAll(async () => {
      const { plant } = story();
      other = await plant.makeTenant('rival');
      stranger = await signInAdministrator(plant, other);
      await plant.quiet();
      values = await KnownValues.read(plant.admin, plant.subgraphs, plant.tenant.tenantId, other.tenantId);
      operations = queriesOf(plant.schema, values.fill).operations;
    });

    test('is asked about with every query of the API', () => {
      const { unmade } = queriesOf(story().plant.schema, values.fill);
      expect(unmade).toEqual([]);
      expect(operations.length).toBeGreaterThan(95);
    });

    test('gets null or nothing where the first tenant’s administrator gets an answer', async () => {
      const { people, plant } = story();
      const theirs = await idsOf(plant);
      const blind: string[] = [];
      const seen: string[] = [];
      for (const { name, field, query, variables } of operations) {
        const own = await people.administrator.send(query, { ...variables });
        expect(own.errors, name).toEqual([]);
        if (isEmpty(own, field)) blind.push(name);
        const answer = await stranger.send(query, { ...variables });
        if (isUnknown(answer)) continue;
        expect(answer.errors, name).toEqual([]);
        const leaks = [
          ...(answer.text.match(UUIDS) ?? []).filter((id) => theirs.has(id)),
          ...NAMES.filter((text) => answer.text.includes(`"${text}"`)),
        ];
        if (leaks.length > 0) seen.push(`${name}: ${leaks.slice(0, 3).join(', ')}`);
        const ownAnyway = NOT_OF_A_TENANT.has(field) || (OF_EVERY_TENANT.has(field) && name === field);
        if (!ownAnyway && !isEmpty(answer, field)) seen.push(`${name}: ${answer.text.slice(0, 200)}`);
      }
      expect(seen).toEqual([]);
      // what the first tenant has none of proves nothing
      expect(blind).toEqual([]);
    });

    test('changes nothing of the first tenant with any mutation of the API', async () => {
      const { plant } = story();
      const before = await fingerprints(plant);
      const faults: string[] = [];
      let refused = 0;
      for (const { field, query, variables } of mutationsOf(plant.schema, values.fill)) {
        if (SPARED.has(field)) continue;
        const { data, errors } = await stranger.send(query, { ...variables });
        const payload = data?.[field] as { errors: { code: string }[] } | null | undefined;
        const codes = [
          ...errors.map(({ extensions }) => extensions?.code),
          ...(payload?.errors ?? []).map(({ code }) => code),
        ];
        if (codes.length > 0) refused += 1;
        if (codes.includes('INTERNAL_SERVER_ERROR') || (!payload && errors.length === 0))
          faults.push(`${field}: ${codes}`);
      }
      await plant.quiet();
      expect(await fingerprints(plant)).toEqual(before);
      expect(faults).toEqual([]);
      expect(refused).toBeGreaterThan(40);
    });

    test('hears nothing of what happens at the first tenant', async () => {
      const { people, plant } = story();
      const query = 'subscription { integrationMessagesChanged { event message { externalId } } }';
      const [own, theirs] = await Promise.all([people.administrator.listen(query), stranger.listen(query)]);
      const send = (caller: Caller, id: string) =>
        caller.send('mutation ($input: ReceiveB2mmlInput!) { receiveB2mml(input: $input) { outcome } }', {
          input: { xml: schedule(id, []) },
        });
      await send(people.administrator, 'FIRST-TENANTS');
      await plant.quiet();
      await send(stranger, 'OF-THE-RIVAL');
      // the bus keeps order: what came before would have been heard before
      await expect.poll(() => JSON.stringify(theirs), { timeout: 10_000 }).toContain('OF-THE-RIVAL');
      await expect.poll(() => JSON.stringify(own), { timeout: 10_000 }).toContain('FIRST-TENANTS');
      expect(JSON.stringify(theirs)).not.toContain('FIRST-TENANTS');
      expect(JSON.stringify(own)).not.toContain('OF-THE-RIVAL');
    });

    test('finds no row of the first tenant in any table, as any role', async () => {
      const { plant } = story();
      const open: string[] = [];
      let full = 0;
      for (const subgraph of plant.subgraphs) {
        const role = postgres(plant.roleUrl(subgraph), { max: 1, onnotice: () => {} });
        try {
          for (const table of await tablesOf(plant.admin, subgraph)) {
            const count = `select count(*)::int as rows from ${table} where tenant_id = '${plant.tenant.tenantId}'`;
            const [all] = await plant.admin.unsafe<{ rows: number }[]>(count);
            if (all?.rows) full += 1;
            const [visible] = await asTenant(role, other.tenantId, count);
            if (visible?.rows !== 0) open.push(table);
            const [own] = await asTenant(role, plant.tenant.tenantId, count);
            expect(own?.rows, table).toBe(all?.rows);
          }
        } finally {
          await role.end();
        }
      }
      expect(open).toEqual([]);
      expect(full).toBeGreaterThan(50);
    });
  });
}

const asTenant = (role: postgres.Sql, tenantId: string, statement: string) =>
  role.begin(async (tx) => {
    await tx`select set_config('app.tenant_id', ${tenantId}, true)`;
    return tx.unsafe<{ rows: number }[]>(statement);
  });

/** The tables of a subgraph whose rows are a tenant's. */
async function tablesOf(admin: postgres.Sql, subgraph: string): Promise<string[]> {
  const rows = await admin<{ name: string }[]>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where n.nspname = ${schemaName(subgraph)} and c.relkind in ('r', 'p') and not c.relispartition order by 1`;
  return rows.map(({ name }) => name);
}

async function allTables({ admin, subgraphs }: E2ePlant): Promise<string[]> {
  return (await Promise.all(subgraphs.map((name) => tablesOf(admin, name)))).flat();
}

/** Every UUID in the first tenant's rows. */
async function idsOf(plant: E2ePlant): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const table of await allTables(plant)) {
    const rows = await plant.admin.unsafe<{ text: string }[]>(
      `select t::text as text from ${table} t where tenant_id = '${plant.tenant.tenantId}'`,
    );
    for (const { text } of rows) for (const id of text.match(UUIDS) ?? []) ids.add(id);
  }
  // the system itself has no id of its own
  ids.delete('00000000-0000-0000-0000-000000000000');
  return ids;
}

/** What the first tenant's rows come to, table by table. */
async function fingerprints(plant: E2ePlant): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const table of await allTables(plant)) {
    const [row] = await plant.admin.unsafe<{ hash: string }[]>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash
       from ${table} t where tenant_id = '${plant.tenant.tenantId}'`,
    );
    found.set(table, row?.hash ?? '');
  }
  return found;
}

/** It says that there is nothing of this name, as it would of any name. */
const isUnknown = ({ data, errors }: Answer): boolean =>
  errors.length > 0 &&
  errors.every(({ extensions }) => extensions?.code === 'NOT_FOUND') &&
  Object.values(data ?? {}).every((value) => value === null);

/** Null, an empty list, or a connection or an export of nothing. */
function isEmpty({ data }: Answer, field: string): boolean {
  const value = data?.[field] as Record<string, unknown> | unknown[] | null | undefined;
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (value.rows === 0) return true;
  const list = value.nodes ?? value.lines;
  return Array.isArray(list) && list.length === 0;
}
