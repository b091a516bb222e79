import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@machshop/telemetry';
import { type AgentDeps, createEdgeAgent, type EdgeAgent } from '../agent.ts';
import { checkConfig } from '../config/load.ts';
import type { AgentConfig, AgentConfigInput } from '../config/schema.ts';
import { TestNats } from './nats-server.ts';

/** An edge agent in this process with a folder, a nats-server and a log of its own. */
export class Harness {
  readonly folder = mkdtempSync(join(tmpdir(), 'collector-test-'));
  readonly nats: TestNats;
  /** What the agent logged. */
  readonly log: string[] = [];
  #agent: EdgeAgent | null = null;
  readonly #cleanUp: (() => Promise<unknown> | unknown)[] = [];

  private constructor(nats: TestNats) {
    this.nats = nats;
  }

  static async start(): Promise<Harness> {
    return new Harness(await TestNats.start());
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** Something to undo at the end, last first. */
  later(undo: () => Promise<unknown> | unknown): void {
    this.#cleanUp.push(undo);
  }

  config(
    sources: AgentConfigInput['sources'],
    buffer: Partial<AgentConfigInput['buffer']> = {},
  ): AgentConfig {
    return checkConfig({
      collector: { id: 'edge-test', tenant: 'acme', site: 'pune' },
      nats: { servers: [this.nats.url], ackTimeoutMs: 1000 },
      buffer: { path: this.path('buffer.db'), commitIntervalMs: 20, reserveBytes: '64 KiB', ...buffer },
      sources: sources?.map((source) => ({ backoff: { initialMs: 50, maxMs: 200 }, ...source })) ?? [],
    });
  }

  startAgent(config: AgentConfig, deps: Partial<AgentDeps> = {}): EdgeAgent {
    const log = createLogger('collector', 'debug', { write: (line) => this.log.push(line) });
    const agent = createEdgeAgent(config, { log, ...deps });
    agent.start();
    this.#agent = agent;
    return agent;
  }

  async stopAgent(): Promise<void> {
    const agent = this.#agent;
    this.#agent = null;
    await agent?.stop();
  }

  async end(): Promise<void> {
    await this.stopAgent();
    for (const undo of this.#cleanUp.splice(0).reverse()) await undo();
    await this.nats.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
