import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { delimiter, join } from 'node:path';
import { sleep } from '../clock.ts';

/** Where the mosquitto binary lies, or null when there is none. */
export function findMosquitto(path = process.env.PATH ?? ''): string | null {
  const folders = [...path.split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  return (
    folders
      .filter(Boolean)
      .map((folder) => join(folder, 'mosquitto'))
      .find((file) => {
        try {
          accessSync(file, constants.X_OK);
          return true;
        } catch {
          return false;
        }
      }) ?? null
  );
}

/** How Mosquitto listens. */
export interface MosquittoOptions {
  readonly binary: string;
  readonly port: number;
  /** For its configuration and data. */
  readonly folder: string;
  /** Files of a TLS listener that wants a certificate from every client. */
  readonly tls?: { readonly caFile: string; readonly certFile: string; readonly keyFile: string };
  /** More lines of its configuration. */
  readonly lines?: readonly string[];
}

const READY_MS = 10_000;

/** A Mosquitto of one's own (MQTT 3.1.1 and 5), that can be killed and started again with what it had. */
export class Mosquitto {
  readonly #options: MosquittoOptions;
  #process: ChildProcess | null = null;

  private constructor(options: MosquittoOptions) {
    this.#options = options;
  }

  static async start(options: MosquittoOptions): Promise<Mosquitto> {
    const broker = new Mosquitto(options);
    await broker.up();
    return broker;
  }

  get url(): string {
    return `${this.#options.tls ? 'mqtts' : 'mqtt'}://127.0.0.1:${this.#options.port}`;
  }

  async up(): Promise<void> {
    const { binary, port, folder, tls, lines = [] } = this.#options;
    mkdirSync(folder, { recursive: true });
    const config = join(folder, 'mosquitto.conf');
    const settings = [
      // as root it would change to a user that cannot read the folder
      ...(process.getuid?.() === 0 ? ['user root'] : []),
      `listener ${port} 127.0.0.1`,
      'allow_anonymous true',
      'persistence true',
      `persistence_location ${folder}/`,
      'autosave_interval 1',
      ...(tls
        ? [
            `cafile ${tls.caFile}`,
            `certfile ${tls.certFile}`,
            `keyfile ${tls.keyFile}`,
            'require_certificate true',
          ]
        : []),
      ...lines,
    ];
    writeFileSync(config, `${settings.join('\n')}\n`);
    this.#process = spawn(binary, ['-c', config], { stdio: 'ignore' });
    const end = performance.now() + READY_MS;
    while (!(await answers(port))) {
      if (performance.now() > end || this.#process.exitCode !== null)
        throw new Error('mosquitto does not start');
      await sleep(25);
    }
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const done = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once('connect', () => done(true));
    socket.once('error', () => done(false));
  });
