import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from '@machshop/telemetry';
import { ROOT } from '../env.ts';
import { freePort } from '../services/ports.ts';

/** Where an edge agent finds the bus. */
export interface AgentNats {
  readonly servers: readonly string[];
  readonly username?: string;
  readonly passwordFile?: string;
}

/** What the process of the machines is told. */
export interface DemoMachinesSettings {
  /** Certificates and the edge buffer. */
  readonly folder: string;
  readonly nats: AgentNats;
  readonly tenantId: string;
  readonly siteCode: string;
  readonly opcUaPort: number;
  readonly mqttPort: number;
  readonly logLevel: string;
}

export interface DemoMachinesOptions {
  readonly dataDir: string;
  readonly natsUrl: string;
  readonly tenantId: string;
  readonly siteCode: string;
  readonly logLevel: string;
  readonly log: Logger;
}

export interface DemoMachines {
  /** Where the machines' OPC UA server and the sensors' MQTT broker listen. */
  readonly opcUaUrl: string;
  readonly mqttUrl: string;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

const PARENT_WATCH = join(ROOT, 'packages/dev/bin/parent-watch.mjs');
const MAIN = join(import.meta.dirname, 'machines-main.ts');
const STOP_LIMIT_MS = 5_000;

/**
 * Starts the demo plant's machines (OPC UA), sensors (MQTT) and the edge agent that collects from them, in a process
 * of their own: what they load and compute takes nothing from the plant. It ends with this process in any case.
 */
export async function startDemoMachines(options: DemoMachinesOptions): Promise<DemoMachines> {
  const folder = join(options.dataDir, 'demo-machines');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const opcUaPort = await freePort();
  const mqttPort = await freePort(undefined, new Set([opcUaPort]));
  const { tenantId, siteCode, logLevel, log } = options;
  const nats = natsOf(options.natsUrl, folder);
  const settings: DemoMachinesSettings = { folder, nats, tenantId, siteCode, opcUaPort, mqttPort, logLevel };
  const child = spawn(process.execPath, ['--import', PARENT_WATCH, MAIN], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      MACHSHOP_BOOTSTRAP_PID: String(process.pid),
      MACHSHOP_DEMO_MACHINES: JSON.stringify(settings),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let stopping = false;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => log.info({ text }, 'demo machines'));
  child.once('error', (error) => log.error({ err: error }, 'the demo machines could not be started'));
  child.once('exit', (code, signal) => {
    if (!stopping) log.error({ code, signal }, 'the demo machines ended by themselves');
  });
  return {
    opcUaUrl: `opc.tcp://127.0.0.1:${opcUaPort}`,
    mqttUrl: `mqtt://127.0.0.1:${mqttPort}`,
    async stop() {
      stopping = true;
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await ended;
      clearTimeout(late);
    },
  };
}

/** The address without its password, which an edge agent takes from a file. */
export function natsOf(url: string, folder: string): AgentNats {
  const addresses = url.split(',').map((one) => new URL(one));
  const servers = addresses.map(({ host }) => host);
  const { username, password } = addresses[0] as URL;
  if (username === '') return { servers };
  const passwordFile = join(folder, 'nats-password');
  writeFileSync(passwordFile, decodeURIComponent(password), { mode: 0o600 });
  return { servers, username: decodeURIComponent(username), passwordFile };
}
