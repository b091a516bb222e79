import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AgentConfigInput } from '../config/schema.ts';

const MAIN = resolve(import.meta.dirname, '../main.ts');

/** An edge agent as a process of its own, with a folder for its configuration and buffer. */
export class AgentProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'collector-agent-'));
  readonly #limits: string;
  #child: ChildProcess | null = null;
  #log = '';

  /** `limits` are shell commands before the agent starts, such as `ulimit -f 4096`. */
  constructor(limits = '') {
    this.#limits = limits;
  }

  /** Everything that the agent has logged. */
  get log(): string {
    return this.#log;
  }

  get pid(): number {
    const pid = this.#child?.pid;
    if (pid === undefined) throw new Error('the agent does not run');
    return pid;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  configure(config: AgentConfigInput): void {
    writeFileSync(this.path('edge.json'), JSON.stringify(config));
  }

  start(): void {
    const command = `${this.#limits ? `${this.#limits};` : ''} exec "$0" "$@"`;
    const child = spawn(
      '/bin/sh',
      ['-c', command, process.execPath, MAIN, '--config', this.path('edge.json')],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (text: string) => {
        this.#log += text;
      });
    }
    this.#child = child;
  }

  /** Ends the process with this signal and waits for it to be gone. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
