import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { serviceAccount } from './account.ts';
import { type DataLock, lockDataDir } from './data-lock.ts';
import { checkDatabase, checkNats } from './external.ts';
import { readJson, writeDurably } from './files.ts';
import { natsUrl, startNats } from './nats.ts';
import { findNatsServer, runnableFor } from './nats-binary.ts';
import { stopOrphans } from './orphans.ts';
import { settle } from './placement.ts';
import { demandPort, freePort } from './ports.ts';
import { ensureCluster, ensureDatabase, startPostgres } from './postgres.ts';
import { postgresBin } from './postgres-binaries.ts';
import { explained, ServiceProblem } from './problem.ts';
import { loadSecrets } from './secrets.ts';
import type { ServerProcess } from './server-process.ts';
import { keepRunning, type Supervised } from './supervise.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

/** How the services are to be started. */
export type ServicesOptions = {
  /** Where data, logs, secrets and the remembered ports are kept; made when missing. */
  readonly dataDir: string;
  /** DATABASE_URL and NATS_URL switch a service to an external one; PATH is searched for nats-server. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told one line of progress at a time. */
  readonly log: (message: string) => void;
  /** A port that must be used; without it a free one is chosen and remembered. */
  readonly postgresPort?: number;
  readonly natsPort?: number;
  /** false: for tests only, nothing is forced to disk. */
  readonly durable?: boolean;
  /** Where a fetched nats-server is kept; `bin` in the data directory without it. */
  readonly binDir?: string;
  /** The data directory (named machshop-test-…) is of no use after us: it is removed when we stop or die. */
  readonly scratch?: boolean;
  /** Told one sentence when a server died and could not be brought back. */
  readonly onDeath?: (sentence: string) => void;
};

/** Running services. */
export type Services = {
  /** URL of the plant's database for its administrator, password included. */
  readonly adminDatabaseUrl: string;
  /** `nats://user:password@host:port`: the `nats` client wants user and password apart from the address. */
  readonly natsUrl: string;
  /** Which of them are our own child processes. */
  readonly embedded: { readonly postgres: boolean; readonly nats: boolean };
  /** Stops what was started, in good order. May be called twice. */
  stop(): Promise<void>;
};

const Runtime = z.object({ postgresPort: z.int().optional(), natsPort: z.int().optional() });
type Runtime = z.infer<typeof Runtime>;

const TRIES = 5;

function remembered(dataDir: string): Runtime {
  try {
    return Runtime.parse(readJson(join(dataDir, 'runtime.json')) ?? {});
  } catch {
    // only ports are lost with it: new ones are chosen
    return {};
  }
}

/** Starts a server on the wanted, the remembered or another port. */
async function onSomePort<T>(
  server: string,
  wanted: number | undefined,
  last: number | undefined,
  start: (port: number) => Promise<T | 'port-taken'>,
): Promise<{ port: number; running: T }> {
  const refused = new Set<number>();
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = wanted === undefined ? await freePort(last, refused) : await demandPort(wanted, server);
    const running = await start(port);
    if (running !== 'port-taken') return { port, running };
    refused.add(port);
  }
  throw new ServiceProblem(
    `${server} found ${TRIES} ports in use one after another: see what else starts on this machine.`,
  );
}

type Scene = {
  readonly options: ServicesOptions;
  readonly dataDir: string;
  readonly home: string;
  readonly account: ReturnType<typeof serviceAccount>;
  readonly watchdog: Watchdog;
};

const supervised = (
  scene: Scene,
  server: string,
  first: ServerProcess,
  again: () => Promise<ServerProcess | 'port-taken'>,
): Supervised => {
  const { log, onDeath } = scene.options;
  return keepRunning({ server, first, again, log, onDeath: onDeath ?? log });
};

/**
 * No server of ours runs any more, so a pid in its files is that of a stranger, or of one that is dead and not yet
 * buried: PostgreSQL would take it for a server at work.
 */
function forgetDeadPostmaster(data: string): void {
  for (const name of readdirSync(data))
    if (name === 'postmaster.pid' || /^\.s\.PGSQL\.\d+\.lock$/.test(name))
      rmSync(join(data, name), { force: true });
}

async function privatePostgres(scene: Scene, last: number | undefined) {
  const { options, dataDir, home, account, watchdog } = scene;
  const plan = {
    bin: postgresBin(home, account),
    home,
    account,
    password: loadSecrets(dataDir).secret('postgres'),
    durable: options.durable ?? true,
    logFile: join(dataDir, 'logs', 'postgres.log'),
  };
  await ensureCluster(plan, options.log);
  if (process.platform === 'linux') forgetDeadPostmaster(join(home, 'postgres'));
  const start = (port: number) => startPostgres(plan, port, watchdog);
  const { port, running } = await onSomePort('PostgreSQL', options.postgresPort, last, start);
  const process_ = supervised(scene, 'PostgreSQL', running, async () => {
    // a backend of the dead one that is at work notices late, and must not meet the new one
    await stopOrphans(home, ['postgres']);
    return start(port);
  });
  try {
    return { port, process: process_, url: await ensureDatabase(port, plan.password, dataDir) };
  } catch (error) {
    await process_.stop();
    throw error;
  }
}

async function privateNats(scene: Scene, last: number | undefined) {
  const { options, dataDir, home, account, watchdog } = scene;
  const binary = await findNatsServer(options.binDir ?? join(dataDir, 'bin'), options.env, options.log);
  const plan = {
    binary: runnableFor(account, binary, home),
    home,
    account,
    password: loadSecrets(dataDir).secret('nats'),
    durable: options.durable ?? true,
    logFile: join(dataDir, 'logs', 'nats.log'),
  };
  const start = (port: number) => startNats(plan, port, watchdog);
  const { port, running } = await onSomePort('nats-server', options.natsPort, last, start);
  return {
    port,
    process: supervised(scene, 'nats-server', running, () => start(port)),
    url: natsUrl(port, plan.password),
  };
}

function openScene(options: ServicesOptions, dataDir: string): Scene {
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const account = serviceAccount(dataDir, options.log);
  const home = settle(dataDir, account, options.log);
  return { options, dataDir, home, account, watchdog: startWatchdog(options.scratch ? dataDir : undefined) };
}

const failureOf = (settled: readonly PromiseSettledResult<unknown>[]): unknown =>
  settled.find((one): one is PromiseRejectedResult => one.status === 'rejected')?.reason;

const none = (): undefined => undefined;

/** Starts both at once; where one fails, the other is stopped before the failure is told. */
async function startBoth(scene: Scene) {
  const { env } = scene.options;
  const last = remembered(scene.dataDir);
  const [database, messages] = await Promise.allSettled([
    env.DATABASE_URL ? checkDatabase(env.DATABASE_URL).then(none) : privatePostgres(scene, last.postgresPort),
    env.NATS_URL ? checkNats(env.NATS_URL).then(none) : privateNats(scene, last.natsPort),
  ]);
  if (database.status === 'fulfilled' && messages.status === 'fulfilled') {
    return { database: database.value, messages: messages.value };
  }
  for (const one of [database, messages]) {
    if (one.status === 'fulfilled') await one.value?.process.stop();
  }
  throw failureOf([database, messages]);
}

/**
 * Brings up PostgreSQL and NATS with JetStream for one installation: private child processes with their data
 * in the data directory, or external ones. The data directory is this process's alone until `stop`.
 * @throws ServiceProblem with one clear sentence for what a person can mend
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const dataDir = resolve(options.dataDir);
  const lock: DataLock = await lockDataDir(dataDir, options.log);
  let scene: Scene | undefined;
  try {
    scene = openScene(options, dataDir);
    if ((await stopOrphans(scene.home)) > 0) options.log('stopped the servers of an earlier start');
    const { database, messages } = await startBoth(scene);
    const runtime = { pid: process.pid, postgresPort: database?.port, natsPort: messages?.port };
    writeDurably(join(dataDir, 'runtime.json'), `${JSON.stringify(runtime)}\n`, 0o644);
    return running(scene, lock, database, messages);
  } catch (error) {
    scene?.watchdog.dismiss();
    lock.release();
    if (options.scratch) rmSync(dataDir, { recursive: true, force: true });
    throw explained(error, 'starting the services');
  }
}

type Started = { readonly process: Supervised; readonly url: string } | undefined;

function running(scene: Scene, lock: DataLock, database: Started, messages: Started): Services {
  const { env, scratch } = scene.options;
  let stopping: Promise<void> | undefined;
  const stopAll = async (): Promise<void> => {
    await Promise.all([messages?.process.stop(), database?.process.stop()]);
    scene.watchdog.dismiss();
    lock.release();
    if (scratch) rmSync(scene.dataDir, { recursive: true, force: true });
  };
  return {
    adminDatabaseUrl: database?.url ?? env.DATABASE_URL ?? '',
    natsUrl: messages?.url ?? env.NATS_URL ?? '',
    embedded: { postgres: database !== undefined, nats: messages !== undefined },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
