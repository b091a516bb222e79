import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { connect, type NatsConnection } from 'nats';

const REPOSITORY = resolve(import.meta.dirname, '../../..');

function findBinary(): string {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/sbin',
    '/usr/local/sbin',
    join(process.env.MACHSHOP_DATA_DIR ?? join(REPOSITORY, '.machshop'), 'bin'),
  ];
  const found = folders
    .map((folder) => join(folder, 'nats-server'))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  if (!found) throw new Error('nats-server is not on this machine');
  return found;
}

/** A free port below those that the system gives away by itself. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise<boolean>((done) => {
      const server = createServer();
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
    });
    if (free) return port;
  }
  throw new Error('no port is free');
}

/** A nats-server of a test's own, that can go away and come back with what it had. */
export class TestNats {
  readonly port: number;
  readonly #folder: string;
  #process: ChildProcess | null = null;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.#folder = folder;
  }

  static async start(): Promise<TestNats> {
    const nats = new TestNats(await freePort(), mkdtempSync(join(tmpdir(), 'collector-nats-')));
    await nats.up();
    return nats;
  }

  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  /** Starts it (again), with these lines of configuration besides. */
  async up(lines: readonly string[] = []): Promise<void> {
    const file = join(this.#folder, 'more.conf');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const args = ['-a', '127.0.0.1', '-p', String(this.port), '-js', '-sd', this.#folder, '-c', file];
    this.#process = spawn(findBinary(), args, { stdio: 'ignore' });
    await (await this.connect()).close();
  }

  /** Connects, waiting for the server to be ready. */
  async connect(): Promise<NatsConnection> {
    for (let tries = 0; ; tries++) {
      try {
        return await connect({ servers: this.url, reconnect: false, timeout: 1000 });
      } catch (error) {
        if (tries > 100) throw error;
        await new Promise((done) => setTimeout(done, 50));
      }
    }
  }

  /** The server goes away at once, as in a power cut of its host. */
  async down(): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.down();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
