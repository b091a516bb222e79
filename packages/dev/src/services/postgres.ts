import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Account } from './account.ts';
import { syncFolder } from './files.ts';
import { deathOf, explained, portWasTaken, ServiceProblem } from './problem.ts';
import { launch, type ServerProcess } from './server-process.ts';
import type { Watchdog } from './watchdog.ts';

/** The superuser, and the database that the plant lives in. */
export const SUPERUSER = 'machshop';
export const DATABASE = 'machshop';

/** What a private PostgreSQL needs to know. */
export type PostgresPlan = {
  /** Its `bin` folder. */
  readonly bin: string;
  /** The folder that holds its data folder `postgres`. */
  readonly home: string;
  readonly account: Account | undefined;
  readonly password: string;
  /** false: for tests only. Nothing is forced to disk, and a crash of the machine loses the data. */
  readonly durable: boolean;
  readonly logFile: string;
};

/** A crash recovery may have to read much of the log again; a healthy start takes 0.1 s. */
const READY_LIMIT_MS = 180_000;
const POLL_MS = 20;
/** Beyond it a path does not fit the address of a Unix socket. */
const SOCKET_PATH_LIMIT = 90;

const identityOf = (account: Account | undefined) => (account ? { uid: account.uid, gid: account.gid } : {});

function makeOwned(folder: string, account: Account | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

function runInitdb(plan: PostgresPlan, draft: string): Promise<{ code: number | null; output: string }> {
  const passwordFile = join(draft, 'password');
  writeFileSync(passwordFile, plan.password, { mode: 0o600 });
  if (plan.account) chownSync(passwordFile, plan.account.uid, plan.account.gid);
  const args = [
    ...[
      '-D',
      join(draft, 'data'),
      '-U',
      SUPERUSER,
      '--pwfile',
      passwordFile,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
    ],
    // PostgreSQL's own Unicode collation: no index breaks when the system's C library is updated
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(plan.durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(join(plan.bin, 'initdb'), args, {
      cwd: draft,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH ?? '' },
      ...identityOf(plan.account),
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-16_384);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Makes the cluster where there is none. It is made beside its place and renamed when it is complete,
 * so that a kill in between leaves nothing that looks like a cluster.
 */
export async function ensureCluster(plan: PostgresPlan, log: (message: string) => void): Promise<void> {
  const data = join(plan.home, 'postgres');
  try {
    for (const name of readdirSync(plan.home)) {
      if (name.startsWith('postgres.init-')) rmSync(join(plan.home, name), { recursive: true, force: true });
    }
    if (existsSync(data)) return;
    log('making the database cluster');
    const draft = join(plan.home, `postgres.init-${process.pid}`);
    makeOwned(draft, plan.account);
    const { code, output } = await runInitdb(plan, draft);
    if (code !== 0) {
      writeFileSync(plan.logFile, output, { flag: 'a' });
      rmSync(draft, { recursive: true, force: true });
      throw deathOf('initdb', output, plan.logFile);
    }
    renameSync(join(draft, 'data'), data);
    if (plan.durable) syncFolder(plan.home);
    rmSync(draft, { recursive: true, force: true });
  } catch (error) {
    throw explained(error, 'making the database cluster');
  }
}

/** Settings for a small machine, as megabytes of its memory allow. */
function settings(plan: PostgresPlan, port: number): Record<string, string | number> {
  const memoryMb = Math.floor(totalmem() / 1024 / 1024);
  const data = join(plan.home, 'postgres');
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: data.length <= SOCKET_PATH_LIMIT ? data : '',
    max_connections: 300,
    shared_buffers: `${Math.min(512, Math.max(64, Math.floor(memoryMb / 16)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMb / 4))}MB`,
    max_wal_size: '2GB',
    wal_compression: 'on',
    wal_level: 'logical',
    max_replication_slots: 20,
    max_wal_senders: 20,
    // a reader of changes that never comes back must not fill the disk
    max_slot_wal_keep_size: '2GB',
    random_page_cost: 1.1,
    // compiling a query costs more than our short ones take
    jit: 'off',
    max_parallel_workers_per_gather: 1,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(plan.durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
}

/** Ready is what the postmaster itself writes into the eighth line of its pid file. */
function isReady(data: string, pid: number): boolean {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/**
 * Starts PostgreSQL on this port and waits until it takes connections (recovery after a crash included).
 * @returns 'port-taken' where somebody else got the port first
 */
export async function startPostgres(
  plan: PostgresPlan,
  port: number,
  watchdog: Watchdog,
): Promise<ServerProcess | 'port-taken'> {
  const data = join(plan.home, 'postgres');
  const args = Object.entries(settings(plan, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = launch(
    {
      server: 'PostgreSQL',
      command: join(plan.bin, 'postgres'),
      args: ['-D', data, ...args],
      workingFolder: data,
      account: plan.account,
      logFile: plan.logFile,
      // SIGINT: fast shutdown, clean. SIGQUIT: at once; the next start recovers
      stopWith: plan.durable
        ? [
            ['SIGINT', 20_000],
            ['SIGQUIT', 5_000],
          ]
        : [['SIGQUIT', 5_000]],
    },
    watchdog,
  );
  for (let waited = 0; !isReady(data, server.pid); waited += POLL_MS) {
    if (server.hasEnded()) {
      const output = server.output();
      if (portWasTaken(output)) return 'port-taken';
      throw deathOf('PostgreSQL', output || (await server.ended), plan.logFile);
    }
    if (waited > READY_LIMIT_MS) {
      await server.stop();
      throw new ServiceProblem(
        `PostgreSQL was not ready after ${READY_LIMIT_MS / 1000} s (its log: ${plan.logFile}).`,
      );
    }
    await sleep(POLL_MS);
  }
  return server;
}

/**
 * Makes the plant's database where it is missing, and so proves that the kept password opens the cluster.
 * @returns the administrator's URL of that database
 */
export async function ensureDatabase(port: number, password: string, dataDir: string): Promise<string> {
  const url = (database: string): string =>
    `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
  const sql = postgres(url('postgres'), { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '28P01') {
      throw new ServiceProblem(
        `PostgreSQL does not take the password in ${join(dataDir, 'secrets.json')}: restore that file, or remove ${dataDir} to begin anew.`,
      );
    }
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
  return url(DATABASE);
}
