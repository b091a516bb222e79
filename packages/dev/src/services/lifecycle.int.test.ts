import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'nats';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findOrphans } from './orphans.ts';

const COMMAND = resolve(import.meta.dirname, '../commands/services.ts');
// the nats-server that the test run itself found, so that no test fetches one
const BIN_PATH = `${process.env.PATH}:${resolve(import.meta.dirname, '../../../../.machshop/bin')}`;

type Running = { child: ChildProcess; databaseUrl: string; natsUrl: string; said: () => string };

let dataDir: string;
let children: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'machshop-lifecycle-'));
  chmodSync(dataDir, 0o755);
  children = [];
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await until(() => findOrphans(dataDir).length === 0);
  rmSync(dataDir, { recursive: true });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries += 1) {
    if (tries > 300) throw new Error('it did not come to pass within 15 s');
    await sleep(50);
  }
}

const exited = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function launch(
  folder = dataDir,
  env: Record<string, string> = {},
): { child: ChildProcess; output: () => string } {
  const child = spawn(process.execPath, [COMMAND], {
    env: { ...process.env, PATH: BIN_PATH, MACHSHOP_DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return { child, output: () => output };
}

async function start(folder = dataDir): Promise<Running> {
  const { child, output } = launch(folder);
  await until(() => /^NATS_URL=.*\n/m.test(output()) || exited(child));
  const url = (name: string): string =>
    new RegExp(`^${name}=(.*)$`, 'm').exec(output())?.[1] ?? `none: ${output()}`;
  return { child, databaseUrl: url('DATABASE_URL'), natsUrl: url('NATS_URL'), said: output };
}

async function end(running: Running, signal: NodeJS.Signals): Promise<void> {
  running.child.kill(signal);
  await until(() => exited(running.child));
}

async function query<T>(url: string, run: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const publish = async (url: string, subject: string): Promise<number> => {
  const { host, username, password } = new URL(url);
  const client = await connect({ servers: host, user: username, pass: password });
  try {
    const manager = await client.jetstreamManager();
    await manager.streams.add({ name: 'TEST', subjects: ['test.>'] });
    await client.jetstream().publish(subject);
    return (await manager.streams.info('TEST')).state.messages;
  } finally {
    await client.close();
  }
};

test('what was acknowledged survives SIGKILL, on the same ports, and nothing of the killed start stays', async () => {
  const first = await start();
  await query(first.databaseUrl, (sql) => sql`create table kept (n int)`);
  await query(first.databaseUrl, (sql) => sql`insert into kept values (1)`);
  expect(await publish(first.natsUrl, 'test.1')).toBe(1);
  await end(first, 'SIGKILL');

  const second = await start();
  expect(second.databaseUrl).toBe(first.databaseUrl);
  expect(second.natsUrl).toBe(first.natsUrl);
  expect(await query(second.databaseUrl, (sql) => sql`select n from kept`)).toEqual([{ n: 1 }]);
  expect(await publish(second.natsUrl, 'test.2')).toBe(2);
  await end(second, 'SIGTERM');
  expect(second.child.exitCode).toBe(0);
  expect(findOrphans(dataDir)).toEqual([]);
});

test('the watchdog stops the servers of a killed process, and the next start those of a killed watchdog', async () => {
  const first = await start();
  await end(first, 'SIGKILL');
  await until(() => findOrphans(dataDir).length === 0);

  const second = await start();
  const watchdogs = readdirSync('/proc').filter((pid) => isWatchdogOf(pid, second.child.pid));
  expect(watchdogs).toHaveLength(1);
  process.kill(Number(watchdogs[0]), 'SIGKILL');
  await end(second, 'SIGKILL');
  expect(findOrphans(dataDir).length).toBeGreaterThan(0);
  const third = await start();
  expect(third.said()).toContain('stopped the servers of an earlier start');
  expect(await query(third.databaseUrl, (sql) => sql`select 1 as up`)).toEqual([{ up: 1 }]);
});

test('lock files that name a living stranger keep nobody from starting', async () => {
  const first = await start();
  const port = new URL(first.databaseUrl).port;
  const files = ['postmaster.pid', `.s.PGSQL.${port}.lock`].map((name) => join(dataDir, 'postgres', name));
  const kept = files.map((file) => readFileSync(file, 'utf8'));
  await end(first, 'SIGTERM');
  for (const [index, file] of files.entries()) {
    writeFileSync(file, (kept[index] as string).replace(/^\d+/, String(process.pid)));
    chmodSync(file, 0o666);
  }
  const second = await start();
  expect(await query(second.databaseUrl, (sql) => sql`select 1 as up`)).toEqual([{ up: 1 }]);
});

function isWatchdogOf(pid: string, parent: number | undefined): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return (
      status.includes(`PPid:\t${parent}\n`) &&
      readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('machshop-watchdog')
    );
  } catch {
    return false;
  }
}

test('a start that is killed at any moment of its first run leaves a folder that the next start completes', async () => {
  for (const milliseconds of [100, 300, 450, 600, 800]) {
    const { child } = launch();
    await sleep(milliseconds);
    child.kill('SIGKILL');
  }
  const running = await start();
  expect(await query(running.databaseUrl, (sql) => sql`select 1 as up`)).toEqual([{ up: 1 }]);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('postgres.init'))).toEqual([]);
});

test('a second start on the same folder is refused in one sentence, one on another folder is not', async () => {
  const first = await start();
  const second = launch();
  await until(() => exited(second.child));
  expect(second.child.exitCode).toBe(1);
  expect(second.output().trim().split('\n').at(-1)).toBe(
    `MachShop already runs on ${dataDir} (process ${first.child.pid}): stop that one first, or set MACHSHOP_DATA_DIR to another folder.`,
  );
  const elsewhere = join(dataDir, 'elsewhere');
  const third = await start(elsewhere);
  expect(new URL(third.databaseUrl).port).not.toBe(new URL(first.databaseUrl).port);
  await end(third, 'SIGINT');
  expect(third.child.exitCode).toBe(0);
});

test('a server that dies is started again and what it kept is there', async () => {
  const running = await start();
  await query(running.databaseUrl, (sql) => sql`create table kept as select 1 as n`);
  const postmaster = Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(postmaster, 'SIGKILL');
  await until(() => running.said().includes('PostgreSQL was killed (SIGKILL): starting it again'));
  let rows: unknown;
  for (let tries = 0; rows === undefined && tries < 100; tries += 1) {
    rows = await query(running.databaseUrl, (sql) => sql`select n from kept`).catch(() => sleep(100));
  }
  expect(rows).toEqual([{ n: 1 }]);
});

test('the secrets are closed to others, and the database to who does not know them', async () => {
  const running = await start();
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
  const url = new URL(running.databaseUrl);
  url.password = 'guessed';
  await expect(query(url.href, (sql) => sql`select 1`)).rejects.toThrow(/password authentication failed/);
});

test('an external server that does not answer is told in one sentence without its password', async () => {
  const { child, output } = launch(dataDir, {
    DATABASE_URL: 'postgres://user:hidden@127.0.0.1:1/db',
    NATS_URL: 'nats://127.0.0.1:1',
  });
  await until(() => exited(child));
  expect(child.exitCode).toBe(1);
  expect(output()).toBe(
    'The database at DATABASE_URL (postgres://user:***@127.0.0.1:1/db) does not answer: connect ECONNREFUSED 127.0.0.1:1.\n',
  );
});
