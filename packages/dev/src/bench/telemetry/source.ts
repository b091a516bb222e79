import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentNats, natsOf } from '../../demo/machines.ts';

/** What the machines of a benchmark say. */
export type Work =
  | {
      readonly kind: 'opc-ua';
      readonly items: number;
      readonly intervalMs: number;
      readonly seconds: number;
    }
  | {
      readonly kind: 'mqtt';
      readonly topics: number;
      readonly messages: number;
      readonly perSecond?: number;
    }
  | { readonly kind: 'recordings'; readonly path: string };

/** What the process of the machines is told. */
export interface SourceSettings {
  readonly folder: string;
  readonly nats: AgentNats;
  readonly tenantId: string;
  readonly siteCode: string;
  readonly work: Work;
}

/** What it did. */
export interface SourceDone {
  /** Values that the machines said, and readings that the agent has read since its start. */
  readonly said: number;
  readonly read: number;
  readonly bufferBytes: number;
  readonly cpuMs: number;
  readonly rssBytes: number;
}

export interface Source {
  /** Lets the machines work; resolves when the agent has sent everything. */
  run(): Promise<SourceDone>;
  stop(): Promise<void>;
}

/** Starts machines and an edge agent in a process of their own; resolves when they are connected. */
export async function startSource(
  natsUrl: string,
  settings: Pick<SourceSettings, 'tenantId' | 'siteCode' | 'work'>,
): Promise<Source> {
  const folder = mkdtempSync(join(tmpdir(), 'machshop-bench-source-'));
  const whole: SourceSettings = { ...settings, folder, nats: natsOf(natsUrl, folder) };
  const child = fork(join(import.meta.dirname, 'source-main.ts'), {
    env: { PATH: process.env.PATH ?? '', MACHSHOP_BENCH_SOURCE: JSON.stringify(whole) },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const told = () =>
    new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      void ended.then(() => reject(new Error('the machines of the benchmark ended')));
    });
  await told();
  return {
    async run() {
      const done = told();
      child.send('go');
      return (await done) as SourceDone;
    },
    async stop() {
      child.send('stop');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
