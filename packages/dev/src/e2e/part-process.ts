import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../env.ts';

const PARENT_WATCH = join(ROOT, 'packages/dev/bin/parent-watch.mjs');
const START_LIMIT_MS = 100_000;
const STOP_LIMIT_MS = 20_000;
const POLL_MS = 50;
const MAX_OUTPUT = 256 * 1024;

/** How a part of the plant is run as a process of its own. */
export interface PartCommand {
  readonly name: string;
  /** From the repository's root. */
  readonly args: readonly string[];
  /** All of its environment, but for PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it listens. */
  readonly origin: string;
}

/** How a process ended. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Starts a process of the plant, which ends with this one however this one ends. */
export function spawnPart(args: readonly string[], env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, ['--import', PARENT_WATCH, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      MACHSHOP_BOOTSTRAP_PID: String(process.pid),
      APOLLO_TELEMETRY_DISABLED: '1',
      ...env,
    },
  });
}

/** Runs a process of the plant to its end, and gives all that it wrote. */
export async function runToEnd(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended & { readonly output: string }> {
  const child = spawnPart(args, env);
  const late = setTimeout(() => child.kill('SIGKILL'), START_LIMIT_MS);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  const ended = await new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  clearTimeout(late);
  return { ...ended, output };
}

/** A part of the plant at work; can be killed and started again. */
export class PartProcess {
  readonly name: string;
  readonly origin: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #command: PartCommand;
  #child: ChildProcess | undefined;
  #ended: Promise<Ended> | undefined;
  #output = '';

  constructor(command: PartCommand) {
    this.name = command.name;
    this.origin = command.origin;
    this.env = command.env;
    this.#command = command;
  }

  /** What it wrote since it was started, at most the last 256 KiB. */
  get output(): string {
    return this.#output;
  }

  /** Starts it; resolves when it serves. */
  async start(): Promise<void> {
    const child = spawnPart(this.#command.args, this.#command.env);
    this.#child = child;
    this.#output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output = (this.#output + text).slice(-MAX_OUTPUT);
      });
    }
    this.#ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
    await this.#serves(child);
  }

  async #serves(child: ChildProcess): Promise<void> {
    const end = Date.now() + START_LIMIT_MS;
    const url = new URL('/ready', this.origin);
    for (;;) {
      const up = await fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
        (response) => response.ok,
        () => false,
      );
      if (up) return;
      if (child.exitCode !== null || child.signalCode !== null)
        throw new Error(`${this.name} ended before it served:\n${this.#output}`);
      if (Date.now() > end)
        throw new Error(`${this.name} does not serve after ${START_LIMIT_MS / 1000} s:\n${this.#output}`);
      await sleep(POLL_MS);
    }
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  /** Asks it to end in good order; kills it when that takes too long. */
  async stop(): Promise<Ended> {
    const ended = this.#ended ?? Promise.resolve({ code: 0, signal: null });
    this.#child?.kill('SIGTERM');
    const late = setTimeout(() => this.#child?.kill('SIGKILL'), STOP_LIMIT_MS);
    const how = await ended;
    clearTimeout(late);
    return how;
  }
}
