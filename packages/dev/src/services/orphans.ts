import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceProblem } from './problem.ts';

const SERVERS = new Set(['postgres', 'initdb', 'nats-server']);
/** A server with much to write is given this long to end in good order before it is killed. */
const GRACE_MS = 15_000;
const STEP_MS = 50;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** The servers' folders. */
export type ServerFolder = 'postgres' | 'nats';
const FOLDERS: readonly ServerFolder[] = ['postgres', 'nats'];

/** Linux: every server process that works in one of the folders, backends whose postmaster is gone included. */
function findByWorkingFolder(home: string, folders: readonly ServerFolder[]): number[] {
  const found: number[] = [];
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      if (!SERVERS.has(readFileSync(`/proc/${entry}/comm`, 'utf8').trim())) continue;
      const folder = readlinkSync(`/proc/${entry}/cwd`);
      if (folders.some((one) => folder.startsWith(join(home, one)))) found.push(Number(entry));
    } catch {
      // it ended while we looked, or it belongs to another user and so is not ours
    }
  }
  return found;
}

const PID_FILES: Readonly<Record<ServerFolder, string>> = {
  postgres: 'postgres/postmaster.pid',
  nats: 'nats/nats.pid',
};

/** Elsewhere: the pid files, believed only where the process's command line names our folder. */
function findByPidFile(home: string, folders: readonly ServerFolder[]): number[] {
  const found: number[] = [];
  for (const folder of folders) {
    try {
      const pid = Number(readFileSync(join(home, PID_FILES[folder]), 'utf8').split('\n')[0]);
      const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
      if (command.includes(home)) found.push(pid);
    } catch {
      // no file, or no such process
    }
  }
  return found;
}

/** The servers of this folder that still run. Whoever asks holds the folder's lock, so they are orphans. */
export function findOrphans(home: string, folders: readonly ServerFolder[] = FOLDERS): number[] {
  return process.platform === 'linux' ? findByWorkingFolder(home, folders) : findByPidFile(home, folders);
}

const signalAll = (pids: readonly number[], signal: NodeJS.Signals): void => {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // already gone
    }
  }
};

/**
 * Stops what an earlier process left running in this folder, and waits until it is gone.
 * @returns how many processes there were
 * @throws ServiceProblem when one does not end even after SIGKILL
 */
export async function stopOrphans(home: string, folders: readonly ServerFolder[] = FOLDERS): Promise<number> {
  const first = findOrphans(home, folders);
  if (first.length === 0) return 0;
  // SIGINT: PostgreSQL shuts down fast and clean, nats-server too
  signalAll(first, 'SIGINT');
  for (let waited = 0; waited < GRACE_MS + 5_000; waited += STEP_MS) {
    const left = findOrphans(home, folders);
    if (left.length === 0) return first.length;
    // the postmaster has had its time: what is written is safe, recovery does the rest
    if (waited === GRACE_MS) signalAll(left, 'SIGKILL');
    await sleep(STEP_MS);
  }
  const left = findOrphans(home, folders).filter(isAlive);
  if (left.length === 0) return first.length;
  throw new ServiceProblem(
    `A server of an earlier start does not end (process ${left.join(', ')}): end it by hand.`,
  );
}
