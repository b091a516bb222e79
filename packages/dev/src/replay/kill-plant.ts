import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../env.ts';
import { loadSecrets } from '../services/index.ts';
import { findOrphans } from '../services/orphans.ts';
import type { Blow } from './kill-blows.ts';

const START = join(ROOT, 'packages/dev/src/commands/start.ts');
const WATCH = join(ROOT, 'packages/dev/bin/parent-watch.mjs');
const READY_LIMIT_MS = 90_000;
const POLL_MS = 20;

/** Where a plant runs. */
export interface MortalOptions {
  /** Its data directory, which everybody may enter. */
  readonly dataDir: string;
  readonly port: number;
  /** Of the demo log-ins. */
  readonly password: string;
}

/**
 * A plant as `npm start` runs it, in a process of its own that is started again whenever it was killed. What it
 * does by itself beside that, such as ending with an error, is kept in `unexpected`.
 */
export class MortalPlant {
  readonly url: string;
  readonly unexpected: string[] = [];
  /** Milliseconds that each start took which came to an end. */
  readonly startMs: number[] = [];
  readonly #options: MortalOptions;
  readonly #again: number[] = [];
  #child: ChildProcess | undefined;
  #output = '';
  #ready = false;
  #closing = false;
  #keeping: Promise<void>;

  constructor(options: MortalOptions) {
    this.#options = options;
    this.url = `http://127.0.0.1:${options.port}/graphql`;
    this.#keeping = this.#keep();
  }

  /** Waits until it is up. */
  async up(): Promise<void> {
    for (let waited = 0; !this.#ready; waited += POLL_MS) {
      if (this.unexpected.length > 0) throw new Error(this.unexpected.join('\n'));
      if (waited > READY_LIMIT_MS) throw new Error(`the plant is not up:\n${this.#output}`);
      await sleep(POLL_MS);
    }
  }

  /** Ends what the blow says, as a crash would. */
  async strike({ victim, delayMs, again }: Blow): Promise<void> {
    await this.up();
    await sleep(delayMs);
    for (const { server, pid } of serverProcesses(this.#options.dataDir))
      if (victim === 'everything' || victim === server) killOutright(pid);
    if (victim === 'plant' || victim === 'everything') {
      this.#again.push(...again);
      if (this.#child) this.#end(this.#child);
    }
  }

  /** Ends it in good order. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#child?.kill('SIGTERM');
    await this.#keeping;
  }

  async #keep(): Promise<void> {
    while (!this.#closing) {
      const began = performance.now();
      const child = this.#launch();
      const killAfterMs = this.#again.shift();
      const kill = killAfterMs === undefined ? undefined : setTimeout(() => this.#end(child), killAfterMs);
      const ended = new Promise<string>((resolve) =>
        child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
      );
      void this.#sayWhenReady(child, began);
      const end = await ended;
      clearTimeout(kill);
      this.#ready = false;
      if (end !== 'SIGKILL' && !this.#closing) {
        this.unexpected.push(`the plant ended by itself (${end}):\n${this.#output}`);
        return;
      }
    }
  }

  #end(child: ChildProcess): void {
    this.#ready = false;
    child.kill('SIGKILL');
  }

  async #sayWhenReady(child: ChildProcess, began: number): Promise<void> {
    while (child === this.#child && child.exitCode === null && child.signalCode === null) {
      if (this.#output.includes('\nReady after ')) {
        this.startMs.push(Math.round(performance.now() - began));
        this.#ready = true;
        return;
      }
      await sleep(POLL_MS);
    }
  }

  #launch(): ChildProcess {
    const { dataDir, port, password } = this.#options;
    const child = spawn(process.execPath, ['--import', pathToFileURL(WATCH).href, START], {
      cwd: ROOT,
      env: {
        ...process.env,
        // a start that is killed keeps nothing of what it compiled
        NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/node'),
        PATH: `${process.env.PATH}${delimiter}${join(ROOT, '.machshop/bin')}`,
        MACHSHOP_BOOTSTRAP_PID: String(process.pid),
        MACHSHOP_DATA_DIR: dataDir,
        MACHSHOP_DEMO_PASSWORD: password,
        PORT: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        if (child === this.#child) this.#output += chunk;
      });
    this.#child = child;
    return child;
  }
}

/** The addresses of a plant's private servers, for who may look behind its API. */
export function serversOf(dataDir: string): { adminDatabaseUrl: string; natsUrl: string } {
  const { postgresPort, natsPort } = JSON.parse(readFileSync(join(dataDir, 'runtime.json'), 'utf8')) as {
    postgresPort: number;
    natsPort: number;
  };
  const { secret } = loadSecrets(dataDir);
  return {
    adminDatabaseUrl: `postgres://machshop:${secret('postgres')}@127.0.0.1:${postgresPort}/machshop`,
    natsUrl: `nats://machshop:${secret('nats')}@127.0.0.1:${natsPort}`,
  };
}

/** The processes of a plant's servers. */
function serverProcesses(dataDir: string): { server: 'nats-server' | 'PostgreSQL'; pid: number }[] {
  const first = (file: string) => Number(readFileSync(join(dataDir, file), 'utf8').split('\n')[0]);
  return [
    { server: 'nats-server', pid: first('nats/nats.pid') },
    { server: 'PostgreSQL', pid: first('postgres/postmaster.pid') },
  ];
}

/** One that is dead already, of the blow before, is left so. */
function killOutright(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

/** Waits until no server of this data directory runs any more. */
export async function noServerLeft(dataDir: string): Promise<void> {
  for (let waited = 0; findOrphans(dataDir).length > 0; waited += POLL_MS) {
    if (waited > READY_LIMIT_MS) throw new Error(`servers of ${dataDir} still run`);
    await sleep(POLL_MS);
  }
}
