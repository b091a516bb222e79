import type { Viewer } from '@machshop/auth';
import { migrate, prepareCluster, roleUrl, schemaName } from '@machshop/db';
import {
  type Bus,
  connectBus,
  type EventInput,
  ensureStreams,
  eventSubject,
  platformMigrations,
} from '@machshop/events';
import type { EventDefinition } from '@machshop/schema/events/define.ts';
import { type RunningSubgraph, runSubgraph, type Subgraph } from '@machshop/server';
import { createLogger, type Logger } from '@machshop/telemetry';
import postgres from 'postgres';
import { startTestNats, type TestNats } from './nats.ts';
import { TEST_TENANT } from './personas.ts';

const PASSWORD = 'test';
const RELAY = 'machshop_relay';

export interface TestPlantOptions {
  subgraphs: readonly Subgraph[];
  /** The server's clock. */
  now?: () => Date;
  secret?: (name: string) => string;
  logLevel?: string;
  /** In place of a logger of that level: for a test that looks at what is logged. */
  log?: Logger;
}

/** An event to say. Without `by` it is as events were before actors had kinds: somebody's, named `test`. */
type SaidInput<D extends EventDefinition> = EventInput<D> & {
  eventId?: string;
  tenantId?: string;
  by?: Viewer;
};

/** Subgraphs at work on a database of their own and a nats-server of their own. */
export interface TestPlant {
  /** Runs an operation on a subgraph; throws when there are errors, unless `errors` is asked for. */
  run<T = Record<string, never>>(
    subgraph: string,
    viewer: Viewer | undefined,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<T>;
  /** As `run`, but answers the errors' codes in place of throwing. */
  refuse(
    subgraph: string,
    viewer: Viewer | undefined,
    query: string,
    variables?: Record<string, unknown>,
  ): Promise<unknown[]>;
  /** Says an event as its own domain would, whether or not that domain is here. */
  say<D extends EventDefinition>(definition: D, input: SaidInput<D>): Promise<string>;
  /** Every event said so far, oldest first, of one type where one is given. */
  events(
    type?: string,
  ): Promise<{ type: string; subject: string; id: string; data: Record<string, unknown> }[]>;
  /** Resolves when nothing is left to publish or to handle. */
  idle(): Promise<void>;
  readonly running: ReadonlyMap<string, RunningSubgraph>;
  readonly bus: Bus;
  readonly nats: TestNats;
  /** The administrator: passes row-level security, for looking and for breaking things. */
  readonly admin: postgres.Sql;
  /** The address that a subgraph's role uses. */
  urlOf(subgraph: string): string;
  close(): Promise<void>;
}

/** Starts subgraphs for a test file. */
export async function startTestPlant(options: TestPlantOptions): Promise<TestPlant> {
  const adminUrl = process.env.MACHSHOP_TEST_ADMIN_DATABASE_URL;
  if (!adminUrl)
    throw new Error('test services are not running: is this an .int.test.ts or .e2e.test.ts file?');
  const database = `test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const targets = options.subgraphs.map(({ name, migrations }) => ({
    name,
    folders: [platformMigrations, migrations],
    password: PASSWORD,
  }));
  await prepareCluster(adminUrl, database, targets, PASSWORD);
  await migrate(adminUrl, database, targets);
  const nats = await startTestNats();
  const log = options.log ?? createLogger('test', options.logLevel ?? 'fatal');
  const bus = await connectBus({ url: nats.url, name: 'test', log });
  await ensureStreams(bus);
  const urlOf = (name: string) => roleUrl(adminUrl, schemaName(name), PASSWORD, database);
  const running = new Map<string, RunningSubgraph>();
  for (const subgraph of options.subgraphs) {
    running.set(
      subgraph.name,
      await runSubgraph(subgraph, {
        databaseUrl: urlOf(subgraph.name),
        relayUrl: roleUrl(adminUrl, RELAY, PASSWORD, database),
        bus,
        log,
        secret: options.secret ?? ((name) => `test secret ${name}`.padEnd(43, '.')),
        ...(options.now ? { now: options.now } : {}),
        maxConnections: 5,
      }),
    );
  }
  const adminDatabase = new URL(adminUrl);
  adminDatabase.pathname = `/${database}`;
  const admin = postgres(adminDatabase.href, { max: 2, onnotice: () => {} });
  const execute = (
    subgraph: string,
    viewer: Viewer | undefined,
    query: string,
    variables?: Record<string, unknown>,
  ) => {
    const target = running.get(subgraph);
    if (!target) throw new Error(`${subgraph} is not in this plant`);
    return target.execute({ query, viewer, variables });
  };
  return {
    running,
    bus,
    nats,
    admin,
    urlOf,
    async run<T>(...args: Parameters<TestPlant['run']>) {
      const result = await execute(...args);
      if (result.errors)
        throw new Error(
          result.errors.map((error) => `${error.message} at ${error.path?.join('.')}`).join('; '),
        );
      // plain objects: graphql-js makes them without a prototype
      return JSON.parse(JSON.stringify(result.data)) as T;
    },
    async refuse(...args) {
      return (await execute(...args)).errors?.map((error) => error.extensions.code) ?? [];
    },
    say: (definition, input) => say(bus, options.now ?? (() => new Date()), definition, input),
    events: (type) => allEvents(bus, type),
    async idle() {
      // an effect may make events that others handle: quiet twice in a row is quiet
      for (let round = 0; round < 3; round++)
        await Promise.all([...running.values()].map((subgraph) => subgraph.idle()));
    },
    async close() {
      await Promise.all([...running.values()].map((subgraph) => subgraph.close()));
      await bus.close();
      await nats.close();
      await admin.end();
      const server = postgres(adminUrl, { max: 1, onnotice: () => {} });
      await server.unsafe(`drop database if exists "${database}" with (force)`);
      await server.end();
    },
  };
}

async function say<D extends EventDefinition>(
  bus: Bus,
  now: () => Date,
  definition: D,
  input: SaidInput<D>,
): Promise<string> {
  const id = input.eventId ?? crypto.randomUUID();
  const tenantId = input.tenantId ?? TEST_TENANT;
  const event = {
    specversion: '1.0',
    id,
    source: `/machshop/${definition.domain}`,
    type: definition.type,
    subject: input.id,
    time: now().toISOString(),
    datacontenttype: 'application/json',
    tenantid: tenantId,
    ...(input.siteId ? { siteid: input.siteId } : {}),
    ...(input.occurredAt ? { occurredat: input.occurredAt.toISOString() } : {}),
    actorid: input.by?.userId ?? '01900000-0000-7000-8000-0000000000ff',
    actorname: input.by?.username ?? 'test',
    ...(input.by ? { actorkind: input.by.kind } : {}),
    data: definition.data.parse(input.data),
  };
  await bus.jetstream.publish(eventSubject(definition, tenantId, input.id), JSON.stringify(event));
  return id;
}

async function allEvents(bus: Bus, type: string | undefined) {
  const info = await bus.manager.streams.info('MES_EVENTS');
  const events: { type: string; subject: string; id: string; data: Record<string, unknown> }[] = [];
  for (let sequence = info.state.first_seq; sequence <= info.state.last_seq; sequence++) {
    const message = await bus.manager.streams.getMessage('MES_EVENTS', { seq: sequence }).catch(() => null);
    if (!message) continue;
    const event = message.json<(typeof events)[number]>();
    if (!type || event.type === type) events.push(event);
  }
  return events;
}
