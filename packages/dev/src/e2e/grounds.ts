import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@machshop/db';
import { type Bus, connectBus, type EventInput, eventSubject } from '@machshop/events';
import type { EventDefinition } from '@machshop/schema/events/define.ts';
import type { Subgraph } from '@machshop/server';
import { createLogger } from '@machshop/telemetry';
import postgres from 'postgres';
import { bootstrapTenant } from '../../../../subgraphs/auth/src/bootstrap.ts';
import { PasswordHasher } from '../../../../subgraphs/auth/src/hasher.ts';
import { ROOT } from '../env.ts';
import { type DatabaseAddresses, prepareDatabase } from '../plant/database.ts';
import { loadSubgraphs } from '../plant/subgraphs.ts';
import { startServices } from '../services/index.ts';
import type { E2ePlant, E2eTenant } from './e2e-plant.ts';
import { whenQuiet } from './quiet.ts';

/** Roles belong to the whole test server: every test file must give them this one. */
export const ROLE_PASSWORD = 'test';

/** The first site of a tenant. */
export const siteOf = (tenant: string) => ({
  code: `${tenant.toUpperCase()}-1`,
  name: `First site of ${tenant}`,
  timeZone: 'UTC',
});

/** What a plant of a test stands on: a migrated database and a nats-server of its own. */
export interface Grounds
  extends Pick<E2ePlant, 'admin' | 'roleUrl' | 'makeTenant' | 'say' | 'publish' | 'quiet'> {
  /** The administrator's address of the database. */
  readonly databaseUrl: string;
  readonly relayUrl: string;
  readonly natsUrl: string;
  readonly definitions: readonly Subgraph[];
  /** For files of the test; goes with the grounds. */
  readonly folder: string;
  close(): Promise<void>;
}

type Undo = (() => Promise<unknown>)[];

/** Prepares them on the test services' PostgreSQL. What was made is removed again when something fails. */
export async function prepareGrounds(adminDatabaseUrl: string): Promise<Grounds> {
  const undo: Undo = [];
  try {
    return await prepare(adminDatabaseUrl, undo);
  } catch (error) {
    await undoAll(undo);
    throw error;
  }
}

async function prepare(adminDatabaseUrl: string, undo: Undo): Promise<Grounds> {
  const databaseUrl = await makeDatabase(adminDatabaseUrl, undo);
  const definitions = await loadSubgraphs();
  const password = () => ROLE_PASSWORD;
  const addresses = await prepareDatabase(databaseUrl, definitions, password, () => {});
  const folder = makeFolder(undo);
  const services = await startServices({
    dataDir: join(folder, 'services'),
    env: { ...process.env, DATABASE_URL: databaseUrl, NATS_URL: undefined },
    log: () => {},
    durable: false,
    binDir: join(process.env.MACHSHOP_DATA_DIR ?? join(ROOT, '.machshop'), 'bin'),
  });
  undo.push(() => services.stop());
  const log = createLogger('e2e', process.env.LOG_LEVEL ?? 'fatal');
  const bus = await connectBus({ url: services.natsUrl, name: 'e2e', log });
  undo.push(() => bus.close());
  const admin = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  undo.push(() => admin.end());
  const names = definitions.map(({ name }) => name);
  return {
    databaseUrl,
    relayUrl: addresses.relay,
    natsUrl: services.natsUrl,
    definitions,
    folder,
    admin,
    roleUrl: addresses.of,
    makeTenant: (code) => makeTenant(addresses, code),
    say: (tenantId, definition, input) => say(bus, tenantId, definition, input),
    async publish(subject, message) {
      await bus.jetstream.publish(subject, message);
    },
    quiet: () => whenQuiet(bus, admin, names),
    close: () => undoAll(undo),
  };
}

/** Last made, first removed. */
async function undoAll(undo: Undo): Promise<void> {
  for (let one = undo.pop(); one; one = undo.pop()) await one();
}

async function makeDatabase(adminUrl: string, undo: Undo): Promise<string> {
  const database = `e2e_${process.pid}_${randomUUID().slice(0, 8)}`;
  await onServer(adminUrl, `create database "${database}"`);
  undo.push(() => onServer(adminUrl, `drop database if exists "${database}" with (force)`));
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function makeFolder(undo: Undo): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'machshop-test-e2e-')));
  undo.push(async () => rmSync(folder, { recursive: true, force: true }));
  // the servers' user must be able to enter it, and mkdtemp closes it to all others
  chmodSync(folder, 0o755);
  return folder;
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const server = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await server.unsafe(statement);
  } finally {
    await server.end();
  }
}

async function makeTenant(addresses: DatabaseAddresses, code: string): Promise<E2eTenant> {
  const db = openDatabase({ url: addresses.of('auth'), name: 'e2e', max: 1 });
  try {
    const made = await bootstrapTenant({
      db,
      hasher: new PasswordHasher(),
      now: () => new Date(),
      tenant: { code, name: `Company ${code}` },
      site: siteOf(code),
    });
    if (made.adminPassword === null) throw new Error(`the tenant ${code} is there already`);
    return { code, tenantId: made.tenantId, siteId: made.siteId, adminPassword: made.adminPassword };
  } finally {
    await db.close();
  }
}

async function say<D extends EventDefinition>(
  bus: Bus,
  tenantId: string,
  definition: D,
  input: EventInput<D>,
): Promise<void> {
  const event = {
    specversion: '1.0',
    id: randomUUID(),
    source: `/machshop/${definition.domain}`,
    type: definition.type,
    subject: input.id,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    tenantid: tenantId,
    actorid: randomUUID(),
    actorname: 'inspector',
    data: definition.data.parse(input.data),
  };
  await bus.jetstream.publish(eventSubject(definition, tenantId, input.id), JSON.stringify(event));
}
