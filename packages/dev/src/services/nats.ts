import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.ts';
import { probeNats } from './nats-probe.ts';
import { deathOf, explained, portWasTaken, ServiceProblem } from './problem.ts';
import { launch, type ServerProcess } from './server-process.ts';
import type { Watchdog } from './watchdog.ts';

/** What a private nats-server needs to know. */
export type NatsPlan = {
  readonly binary: string;
  /** The folder that holds its data folder `nats`. */
  readonly home: string;
  readonly account: Account | undefined;
  readonly password: string;
  /** false: for tests only, messages are not forced to disk. */
  readonly durable: boolean;
  readonly logFile: string;
};

const USER = 'machshop';
/** A restart reads every stream's index again; a healthy start takes 0.1 s. */
const READY_LIMIT_MS = 120_000;
const POLL_MS = 25;

function versionOf(binary: string): readonly [number, number] {
  const output = execFileSync(binary, ['--version'], { encoding: 'utf8' });
  const found = /v?(\d+)\.(\d+)\./.exec(output);
  return [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
}

/**
 * The server's configuration. An acknowledged message is in the kernel's hands, so it survives the death of
 * nats-server and of the plant. That it survives a power cut needs a sync before the acknowledgement:
 * `sync_interval: always`, known from 2.10 on. An older server (Debian 12 has 2.9) syncs every two minutes, and
 * what it acknowledged since then is lost with the power. On a server before 2.10.5 the streams have no bound of
 * their own (`streamBound`): `max_file_store` holds what they would take together.
 */
function configure(plan: NatsPlan, port: number): string {
  const folder = join(plan.home, 'nats');
  const [major, minor] = versionOf(plan.binary);
  if (major < 2 || (major === 2 && minor < 9)) {
    throw new ServiceProblem(
      `${plan.binary} is version ${major}.${minor}: 2.9 or newer is needed; take it off PATH, or set NATS_URL to another server.`,
    );
  }
  const canSync = major > 2 || minor >= 10;
  return `# written at every start
server_name: machshop
host: 127.0.0.1
port: ${port}
pid_file: ${JSON.stringify(join(folder, 'nats.pid'))}
max_payload: 4MB
max_connections: 1000
authorization { user: ${USER}, password: ${JSON.stringify(plan.password)} }
jetstream {
  store_dir: ${JSON.stringify(join(folder, 'store'))}
  max_memory_store: 256MB
  max_file_store: 10GB
${plan.durable && canSync ? '  sync_interval: always\n' : ''}}
`;
}

/** Writes the configuration into the servers' home and gives it to the account. */
function prepare(plan: NatsPlan, port: number): string {
  const folder = join(plan.home, 'nats');
  const config = join(folder, 'nats.conf');
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(config, configure(plan, port), { mode: 0o600 });
    chmodSync(config, 0o600);
    if (plan.account) {
      for (const path of [folder, config]) chownSync(path, plan.account.uid, plan.account.gid);
    }
  } catch (error) {
    throw explained(error, 'writing the configuration of nats-server');
  }
  return config;
}

/** The address of the private server, credentials included. */
export const natsUrl = (port: number, password: string): string =>
  `nats://${USER}:${password}@127.0.0.1:${port}`;

/**
 * Starts nats-server on this port and waits until it takes connections.
 * @returns 'port-taken' where somebody else got the port first
 */
export async function startNats(
  plan: NatsPlan,
  port: number,
  watchdog: Watchdog,
): Promise<ServerProcess | 'port-taken'> {
  const config = prepare(plan, port);
  const server = launch(
    {
      server: 'nats-server',
      command: plan.binary,
      args: ['--config', config],
      workingFolder: join(plan.home, 'nats'),
      account: plan.account,
      logFile: plan.logFile,
      stopWith: [['SIGINT', 10_000]],
    },
    watchdog,
  );
  for (let waited = 0; ; waited += POLL_MS) {
    if (server.hasEnded()) {
      const output = server.output();
      if (portWasTaken(output)) return 'port-taken';
      throw deathOf('nats-server', output || (await server.ended), plan.logFile);
    }
    const info = await probeNats(natsUrl(port, plan.password)).catch(() => undefined);
    if (info?.jetstream) return server;
    if (waited > READY_LIMIT_MS) {
      await server.stop();
      throw new ServiceProblem(
        `nats-server was not ready after ${READY_LIMIT_MS / 1000} s (its log: ${plan.logFile}).`,
      );
    }
    await sleep(POLL_MS);
  }
}
