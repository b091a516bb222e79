import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { migrate, prepareCluster } from '@machshop/db';
import { platformMigrations } from '@machshop/events';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ROOT } from '../env.ts';

const NAMES = ['equipment', 'work-orders', 'integration', 'traceability'];
const NOBODY = '00000000-0000-0000-0000-000000000000';
const PERSON = '01900000-0000-7000-8000-0000000000ff';
const TENANT = '01900000-0000-7000-8000-000000000001';
const database = `actors_${process.pid}`;

const folder = mkdtempSync(join(tmpdir(), 'machshop-actors-'));
const targetsOf = (folderOf: (name: string) => string) =>
  NAMES.map((name) => ({ name, folders: [platformMigrations, folderOf(name)], password: 'test' }));
const whole = targetsOf((name) => join(ROOT, 'subgraphs', name, 'migrations'));

let sql: postgres.Sql;
beforeAll(async () => {
  // the plant as it was: without the migration and what came after it
  for (const name of NAMES) {
    const files = globSync(join(ROOT, 'subgraphs', name, 'migrations/*.sql')).sort();
    const end = files.findIndex((file) => file.endsWith('_actor-kind.sql'));
    for (const file of files.slice(0, end)) cpSync(file, join(folder, name, basename(file)));
  }
  const adminUrl = inject('adminDatabaseUrl');
  await prepareCluster(adminUrl, database, whole, 'test');
  await migrate(
    adminUrl,
    database,
    targetsOf((name) => join(folder, name)),
  );
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  sql = postgres(url.href, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await sql?.end();
  const server = postgres(inject('adminDatabaseUrl'), { max: 1, onnotice: () => {} });
  await server.unsafe(`drop database if exists "${database}" with (force)`);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

test('rows of before get their kind: the nil id is the plant’s, any other a person’s; histories stay append-only', async () => {
  for (const [sequence, actor] of [
    [1, NOBODY],
    [2, PERSON],
  ] as const) {
    await sql`insert into traceability.audit_entries
      (tenant_id, sequence, event_id, event_type, action, entity_type, entity_id, actor_id, actor_name, occurred_at, recorded_at, previous_hash, hash, canonical)
      values (${TENANT}, ${sequence}, gen_random_uuid(), 'x', 'EVENT', 'x', 'x', ${actor}, 'x', now(), now(), 'x', 'x', '{}')`;
    await sql`insert into traceability.process_steps
      (execution_id, tenant_id, work_order_id, work_order_number, operation_id, operation_number, work_center_code, operator_id, operator_name, started_at, good, scrap, rework, serial_numbers)
      values (gen_random_uuid(), ${TENANT}, ${PERSON}, 'WO', ${PERSON}, ${sequence}, 'MILL', ${actor === NOBODY ? null : actor}, 'x', now(), 0, 0, 0, '{}')`;
    await sql`insert into integration.dead_letters
      (id, tenant_id, consumer, subject, envelope, tries, error, failed_at, state, resolved_by, recorded_at)
      values (gen_random_uuid(), ${TENANT}, ${String(sequence)}, 'x', '{}', 1, 'x', now(), 'OPEN', ${actor === NOBODY ? null : actor}, now())`;
  }
  await migrate(inject('adminDatabaseUrl'), database, whole);
  const kinds = async (rows: Promise<readonly postgres.Row[]>) => (await rows).map(({ kind }) => kind);
  expect(
    await kinds(sql`select actor_kind as kind from traceability.audit_entries order by sequence`),
  ).toEqual(['SYSTEM', 'USER']);
  expect(
    await kinds(sql`select operator_kind as kind from traceability.process_steps order by operation_number`),
  ).toEqual(['SYSTEM', 'USER']);
  expect(
    await kinds(sql`select resolved_by_kind as kind from integration.dead_letters order by consumer`),
  ).toEqual([null, 'USER']);
  await expect(sql`update traceability.audit_entries set actor_kind = 'USER'`).rejects.toThrow('append-only');
  await expect(
    sql`insert into equipment.equipment_log_entries (id, tenant_id, equipment_id, kind, actor_id, actor_name, occurred_at, recorded_at)
      values (gen_random_uuid(), ${TENANT}, ${PERSON}, 'NOTE', ${PERSON}, 'x', now(), now())`,
  ).rejects.toThrow('actor_kind');
});
