import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { explained } from './problem.ts';
import type { Watchdog } from './watchdog.ts';

/** How a server is run. */
export type ServerCommand = {
  /** "PostgreSQL", "nats-server": for sentences. */
  readonly server: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Orphans are known by it (see orphans.ts). */
  readonly workingFolder: string;
  readonly account: Account | undefined;
  readonly logFile: string;
  /** Signals to stop it with, each with the milliseconds it gets before the next; SIGKILL comes last by itself. */
  readonly stopWith: readonly (readonly [NodeJS.Signals, number])[];
};

/** A server that was started; it need not be ready. */
export type ServerProcess = {
  readonly pid: number;
  /** Settles when the process has ended, with how. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  /** What it wrote into its log since it was started, at most the last 64 KiB. */
  output(): string;
  stop(): Promise<void>;
};

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const OUTPUT_LIMIT_BYTES = 64 * 1024;

/** Opens a log for appending; one that has grown becomes `.1`, in place of the one before. */
function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  try {
    if (statSync(path).size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  } catch {
    // the first log
  }
  return openSync(path, 'a+', 0o640);
}

function readFrom(path: string, start: number): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const size = fstatSync(file).size;
    const from = Math.max(start, size - OUTPUT_LIMIT_BYTES);
    const buffer = Buffer.alloc(Math.max(0, size - from));
    readSync(file, buffer, 0, buffer.length, from);
    return buffer.toString('utf8');
  } finally {
    closeSync(file);
  }
}

/** Settles true when the promise does within the time, else false. */
const within = async (promise: Promise<unknown>, milliseconds: number): Promise<boolean> => {
  const giveUp = new AbortController();
  try {
    return await Promise.race([
      promise.then(() => true),
      sleep(milliseconds, false, { signal: giveUp.signal }).catch(() => false),
    ]);
  } finally {
    giveUp.abort();
  }
};

function whenEnded(child: ChildProcess, server: string): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) =>
      resolve(signal ? `was killed (${signal})` : `ended with code ${code}`),
    );
    child.once('error', (error) => resolve(explained(error, `starting ${server}`).message));
  });
}

/**
 * Starts a server in a session of its own (Ctrl-C in the terminal must reach us first, not it) and
 * puts it under the watchdog.
 */
export function launch(how: ServerCommand, watchdog: Watchdog): ServerProcess {
  let log: number;
  try {
    log = openLog(how.logFile);
  } catch (error) {
    throw explained(error, `opening the log of ${how.server}`);
  }
  const begin = fstatSync(log).size;
  const identity = how.account ? { uid: how.account.uid, gid: how.account.gid } : {};
  const child = spawn(how.command, how.args, {
    cwd: how.workingFolder,
    detached: true,
    stdio: ['ignore', log, log],
    // its messages are read by explain: they must be in English, whatever the terminal's language
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' },
    ...identity,
  });
  closeSync(log);
  let gone = false;
  const ended = whenEnded(child, how.server).then((end) => {
    gone = true;
    if (child.pid !== undefined) watchdog.forget(child.pid);
    return end;
  });
  if (child.pid !== undefined) watchdog.watch(child.pid, (how.stopWith[0]?.[0] ?? 'SIGTERM').slice(3));
  return {
    pid: child.pid ?? -1,
    ended,
    hasEnded: () => gone,
    output: () => readFrom(how.logFile, begin),
    async stop() {
      for (const [signal, milliseconds] of how.stopWith) {
        if (gone) return;
        child.kill(signal);
        if (await within(ended, milliseconds)) return;
      }
      child.kill('SIGKILL');
      await ended;
    },
  };
}
