import { type KeySource, remoteKeys, TokenVerifier } from '@machshop/auth';
import { connectBus, ensureStreams } from '@machshop/events';
import { createLogger } from '@machshop/telemetry';
import { readEnv, type SubgraphEnv, secretFromEnv } from './env.ts';
import { hostSubgraph } from './host.ts';
import { type RunningSubgraph, runSubgraph } from './run.ts';
import type { Subgraph } from './subgraph.ts';

export interface MainOptions {
  /** Keys that tokens are checked with, in place of those at JWKS_URL: the auth subgraph has its own. */
  keys?: (running: RunningSubgraph) => KeySource;
  /** Runs before the first request is answered. */
  started?: (running: RunningSubgraph) => Promise<void>;
}

/** Runs a subgraph as a process of its own, until SIGTERM or SIGINT. */
export async function main(subgraph: Subgraph, options: MainOptions = {}): Promise<void> {
  let env: SubgraphEnv;
  try {
    env = readEnv(subgraph.name);
  } catch (error) {
    process.stderr.write(`${subgraph.name} cannot start:\n${(error as Error).message}\n`);
    process.exitCode = 1;
    return;
  }
  const log = createLogger(subgraph.name, env.LOG_LEVEL);
  const bus = await connectBus({ url: env.NATS_URL, name: subgraph.name, log });
  await ensureStreams(bus);
  const running = await runSubgraph(subgraph, {
    databaseUrl: env.DATABASE_URL,
    relayUrl: env.RELAY_DATABASE_URL,
    bus,
    log,
    secret: secretFromEnv,
  });
  await options.started?.(running);
  const verifier = new TokenVerifier(options.keys?.(running) ?? remoteKeys(env.JWKS_URL));
  const hosted = await hostSubgraph({ running, verifier, port: env.PORT, host: env.HOST, log });
  log.info({ url: hosted.url }, 'ready');
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await hosted.close();
    await running.close();
    await bus.close();
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));
}
