import type { Viewer } from '@machshop/auth';
import { type KeySource, TokenVerifier } from '@machshop/auth';
import { type Bus, connectBus, ensureStreams } from '@machshop/events';
import {
  createGateway,
  createRateLimiter,
  type EngineName,
  type Gateway,
  GatewayMetrics,
  type GatewayOptions,
  type GatewaySubgraph,
  operationFields,
  type RateLimits,
  type Route,
  readManifest,
  runsTrustedOnly,
  type SubgraphRequest,
  tokenAuthenticator,
  viewerGrants,
} from '@machshop/gateway';
import { type RunningSubgraph, runSubgraph, type Subgraph } from '@machshop/server';
import { type Logger, parseTraceparent, registry } from '@machshop/telemetry';
import { loadSecrets, type Services, startServices } from '../services/index.ts';
import { type DatabaseAddresses, prepareDatabase } from './database.ts';
import { MANIFEST, manifestOf } from './manifest.ts';
import { committed } from './schema.ts';
import { loadSubgraphs } from './subgraphs.ts';

export interface PlantOptions {
  /** Data, logs, secrets and the remembered ports of the private servers. */
  readonly dataDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly port: number;
  readonly host: string;
  readonly engine: EngineName;
  /** Requests a minute; without it nobody is refused for sending many. */
  readonly rateLimits?: Partial<RateLimits>;
  readonly log: Logger;
  /** Told one line of progress at a time. */
  readonly progress: (line: string) => void;
  /** Routes that the gateway serves beside GraphQL. */
  readonly routes?: (gateway: () => Gateway) => readonly Route[];
  /** Told one sentence when a part died and could not be brought back. */
  readonly onDeath?: (sentence: string) => void;
}

/** The whole plant in this process; PostgreSQL and nats-server are its children. */
export interface Plant {
  /** The GraphQL address. */
  readonly url: string;
  /** Of the bus, password included. */
  readonly natsUrl: string;
  readonly gateway: Gateway;
  readonly running: ReadonlyMap<string, RunningSubgraph>;
  readonly secret: (name: string) => string;
  /** Resolves when nothing is left to publish or to handle. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** Starts everything, in the order of who needs whom. What was started is stopped again when a later part fails. */
export async function startPlant(options: PlantOptions): Promise<Plant> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    return await start(options, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

async function start(options: PlantOptions, stops: (() => Promise<unknown>)[]): Promise<Plant> {
  const { log, progress } = options;
  const services: Services = await startServices({
    dataDir: options.dataDir,
    env: options.env,
    log: progress,
    ...(options.onDeath ? { onDeath: options.onDeath } : {}),
  });
  stops.push(() => services.stop());
  const { secret } = loadSecrets(options.dataDir);
  const subgraphs = await loadSubgraphs();
  let applied = 0;
  const addresses = await prepareDatabase(services.adminDatabaseUrl, subgraphs, secret, () => applied++);
  progress(applied > 0 ? `${applied} migrations applied` : 'the tables are up to date');
  const bus = await connectBus({ url: services.natsUrl, name: 'machshop', log });
  stops.push(() => bus.close());
  await ensureStreams(bus);
  const running = await runAll(subgraphs, addresses, bus, options, secret, stops);
  progress(`${running.size} subgraphs run: ${[...running.keys()].join(', ')}`);
  const gateway = await startGateway(options, running, bus, stops);
  const url = await gateway.listen();
  return {
    url,
    natsUrl: services.natsUrl,
    gateway,
    running,
    secret,
    async idle() {
      // an effect may make events that others handle
      for (let round = 0; round < 3; round++)
        await Promise.all([...running.values()].map((part) => part.idle()));
    },
    close: () => stopAll(stops),
  };
}

async function runAll(
  subgraphs: readonly Subgraph[],
  addresses: DatabaseAddresses,
  bus: Bus,
  { log }: PlantOptions,
  secret: (name: string) => string,
  stops: (() => Promise<unknown>)[],
): Promise<Map<string, RunningSubgraph>> {
  const running = await Promise.all(
    subgraphs.map((subgraph) =>
      runSubgraph(subgraph, {
        databaseUrl: addresses.of(subgraph.name),
        relayUrl: addresses.relay,
        bus,
        log,
        secret,
      }),
    ),
  );
  for (const part of running) stops.push(() => part.close());
  return new Map(running.map((part) => [part.name, part]));
}

async function startGateway(
  options: PlantOptions,
  running: ReadonlyMap<string, RunningSubgraph>,
  bus: Bus,
  stops: (() => Promise<unknown>)[],
): Promise<Gateway> {
  let gateway: Gateway | undefined;
  const current = () => {
    if (!gateway) throw new Error('the gateway is not up yet');
    return gateway;
  };
  gateway = await createGateway({
    ...gatewayOver(running, options),
    events: { bus },
    ...(options.rateLimits ? { rateLimiter: await rateLimiterOf(options, options.rateLimits) } : {}),
    metrics: new GatewayMetrics(registry),
    ready: Object.fromEntries([...running.values()].map((part) => [part.name, () => notReady(part)])),
    routes: options.routes?.(current) ?? [],
    onOperation: (record) => options.log.info(operationFields(record), 'operation'),
    title: 'MachShop',
  });
  stops.push(() => current().close());
  return gateway;
}

/** What a gateway over the subgraphs of a plant needs at least. */
export function gatewayOver(
  running: ReadonlyMap<string, RunningSubgraph>,
  { engine, env, log, port, host }: Pick<PlantOptions, 'engine' | 'env' | 'log' | 'port' | 'host'>,
) {
  const auth = running.get('auth');
  if (!auth) throw new Error('there is no auth subgraph');
  return {
    source: { subgraphs: [...running.values()].map(inProcess) },
    engine,
    authenticate: tokenAuthenticator(new TokenVerifier(auth.services.keys as KeySource)),
    trusted: readManifest(committed(MANIFEST) ?? manifestOf([])),
    trustedOnly: runsTrustedOnly,
    access: {
      grantsOf: viewerGrants(),
      introspection: env.NODE_ENV === 'production' ? 'schema:introspect' : undefined,
    },
    logger: log,
    port,
    host,
  } satisfies Partial<GatewayOptions>;
}

const rateLimiterOf = ({ env, log }: PlantOptions, limits: Partial<RateLimits>) =>
  createRateLimiter({ limits, redisUrl: env.REDIS_URL || undefined, logger: log });

const inProcess = (part: RunningSubgraph): GatewaySubgraph => ({
  name: part.name,
  sdl: part.subgraph.sdl,
  events: part.subgraph.events,
  async execute({ document, operationName, variables, context, trace }: SubgraphRequest) {
    const { data, errors } = await part.execute({
      query: document,
      operationName,
      variables: variables as Record<string, unknown>,
      viewer: context.viewer as Viewer,
      trace: trace ?? context.trace ?? parseTraceparent(String(context.headers.traceparent ?? '')),
    });
    return { data, ...(errors ? { errors: errors.map((error) => error.toJSON()) } : {}) };
  },
});

async function notReady(part: RunningSubgraph): Promise<string | undefined> {
  const missing = Object.entries(await part.ready()).filter(([, ok]) => !ok);
  return missing.length > 0 ? `no answer from ${missing.map(([name]) => name).join(' and ')}` : undefined;
}

/** Last started, first stopped; one that fails to stop does not keep the others up. */
async function stopAll(stops: (() => Promise<unknown>)[]): Promise<void> {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop().catch(() => {});
}
