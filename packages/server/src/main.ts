import { type KeySource, remoteKeys, TokenVerifier } from '@machshop/auth';
import { connectBus, ensureStreams } from '@machshop/events';
import { createLogger, type Logger, tracingFromEnv } from '@machshop/telemetry';
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

/** Runs a subgraph as a process of its own, until SIGTERM or SIGINT. What keeps it from starting is said in sentences. */
export async function main(subgraph: Subgraph, options: MainOptions = {}): Promise<void> {
  let log: Logger | undefined;
  try {
    const env = readEnv(subgraph.name);
    log = createLogger(subgraph.name, env.LOG_LEVEL);
    await start(subgraph, env, log, options);
  } catch (error) {
    process.stderr.write(`${subgraph.name} cannot start:\n${reasonOf(error)}\n`);
    log?.fatal({ err: error }, 'cannot start');
    // what was started already would keep the process alive
    process.exit(1);
  }
}

async function start(subgraph: Subgraph, env: SubgraphEnv, log: Logger, options: MainOptions): Promise<void> {
  const traces = await tracingFromEnv(subgraph.name);
  const bus = await connectBus({ url: env.NATS_URL, name: subgraph.name, log }).catch((error: unknown) => {
    throw new Error(`NATS at ${addressOf(env.NATS_URL)} does not answer: ${reasonOf(error)}.`);
  });
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
  const hosted = await hostSubgraph({
    running,
    verifier,
    port: env.PORT,
    host: env.HOST,
    log,
    trustedHops: env.TRUSTED_HOPS,
  });
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    await hosted.close();
    await running.close();
    await bus.close();
    await traces?.close();
  };
  process.once('SIGTERM', () => void stop('SIGTERM'));
  process.once('SIGINT', () => void stop('SIGINT'));
  // last: who reads it may ask for the end at once
  log.info({ url: hosted.url }, 'ready');
}

/** Host and port alone: a password is not for the terminal. */
const addressOf = (url: string): string =>
  url
    .split(',')
    .map((one) => new URL(one).host)
    .join(', ');

/** Several addresses tried in vain come as an AggregateError with an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message || error.name : String(error);
}
