import { CompositionError, type Supergraph } from './compose/compose.ts';
import type { Engine } from './engine-api.ts';
import { EngineHolder } from './engine-holder.ts';
import {
  type GatewayOptions,
  type GatewaySource,
  GRAPHQL_PATH,
  MAX_BODY_BYTES,
  TIMEOUT_MS,
} from './gateway-options.ts';
import { buildGeneration, costLimits, type Generation } from './generation.ts';
import { graphiqlAnswer } from './graphiql-answer.ts';
import type { OperationRecord } from './http/contract.ts';
import type { CorsPolicy } from './http/cors.ts';
import { GraphQLHandler, type GraphQLHandlerOptions } from './http/graphql-handler.ts';
import { Responder } from './http/respond.ts';
import { HttpServer } from './http/server.ts';
import { GatewayMetrics } from './metrics.ts';
import { probeRoutes } from './probes.ts';
import { type RunRequest, type RunResult, runOperation } from './run-operation.ts';
import { Live } from './subscriptions/live.ts';
import { SubscriptionMetrics } from './subscriptions/metrics.ts';
import { TransportPool } from './transport/pool.ts';
import { RESILIENCE } from './transport/resilient.ts';

export type {
  EngineName,
  EventOptions,
  GatewayOptions,
  GatewaySource,
  GatewaySubgraph,
} from './gateway-options.ts';
export type { RunRequest, RunResult } from './run-operation.ts';

/** A running gateway. */
export interface Gateway {
  /** Begins to listen and gives the GraphQL address. */
  listen(): Promise<string>;
  /** The GraphQL address, once listening. */
  readonly address: string | undefined;
  readonly supergraph: Supergraph;
  readonly engine: Engine;
  /**
   * Serves another source from now on; requests under way finish on the old one. A source that does not compose
   * leaves the old one in place, shows in log, metric and `/ready`, and is thrown as {@link CompositionError}.
   */
  swap(source: GatewaySource): Promise<void>;
  /** Runs an operation without HTTP, for routes of the host. */
  run(request: RunRequest): Promise<RunResult>;
  /** Takes no new requests, lets those under way finish up to `graceMs` (default 10 s), frees everything. */
  close(graceMs?: number): Promise<void>;
}

/** Composes the source and makes a gateway that is ready to listen. Throws {@link CompositionError}. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const metrics = options.metrics ?? new GatewayMetrics();
  const resilience = { ...RESILIENCE, ...options.resilience };
  const pool = new TransportPool(options.transport ?? {}, resilience, (subgraph, outcome) =>
    metrics.fetch(subgraph, outcome),
  );
  const first = await buildGeneration(options.source, options, pool, metrics);
  return new RunningGateway(options, pool, metrics, first);
}

type Shared = Omit<GraphQLHandlerOptions, 'responder' | 'edition' | 'graphiql'> & {
  readonly path: string;
  readonly cors: CorsPolicy;
  readonly timeoutMs: number;
};

class RunningGateway implements Gateway {
  readonly #options: GatewayOptions;
  readonly #pool: TransportPool;
  readonly #metrics: GatewayMetrics;
  readonly #holder: EngineHolder;
  readonly #http: HttpServer;
  readonly #live: Live;
  #supergraph: Supergraph;
  #broken: readonly string[] | undefined;
  #stopping = false;
  #address: string | undefined;

  constructor(options: GatewayOptions, pool: TransportPool, metrics: GatewayMetrics, first: Generation) {
    this.#options = options;
    this.#pool = pool;
    this.#metrics = metrics;
    this.#supergraph = first.supergraph;
    this.#holder = new EngineHolder(first.engine);
    const shared = this.#shared();
    this.#http = this.#httpServer(shared);
    this.#live = new Live(
      {
        ...shared,
        supergraph: () => this.#supergraph,
        events: options.events,
        logger: options.logger,
        metrics: new SubscriptionMetrics(
          metrics.registry,
          () => options.events && this.#live.problem === undefined,
        ),
        now: () => new Date(),
      },
      this.#http.server,
    );
  }

  /** What requests and live connections have in common. */
  #shared(): Shared {
    const options = this.#options;
    return {
      acquire: () => this.#holder.acquire(),
      path: options.path ?? GRAPHQL_PATH,
      authenticate: options.authenticate,
      guards: options.guards ?? [],
      trustedOnly: options.trustedOnly,
      maxCost: costLimits(options).max,
      limiter: options.rateLimiter,
      trustedHops: options.trustedHops ?? 0,
      cors: { origins: options.corsOrigins ?? [] },
      maxBodyBytes: options.maxBodyBytes ?? MAX_BODY_BYTES,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      observe: (record: OperationRecord) => {
        this.#metrics.operation(record);
        options.onOperation?.(record);
      },
      onFault: (error: unknown, requestId: string) =>
        options.logger.error({ err: error, requestId }, 'a request failed by a fault of the gateway'),
    };
  }

  #httpServer(shared: Shared): HttpServer {
    const options = this.#options;
    const { path, cors } = shared;
    const responder = new Responder(cors);
    const graphiql = graphiqlAnswer({
      shown: options.graphiql ?? true,
      title: options.title ?? 'MachShop MES',
      path,
      responder,
      logger: options.logger,
    });
    const edition = options.edition ?? 'draft';
    const probes = probeRoutes({
      registry: this.#metrics.registry,
      checks: options.ready ?? {},
      stopping: () => this.#stopping,
      degraded: () => ({
        supergraph: this.#broken && `the newest is refused: ${this.#broken.join('; ')}`,
        ...(options.events ? { subscriptions: this.#live.problem } : {}),
      }),
    });
    return new HttpServer({
      ...shared,
      graphqlPath: path,
      handler: new GraphQLHandler({ ...shared, responder, edition, graphiql }),
      responder,
      routes: [...probes, ...(options.routes ?? [])],
      eventStream: (request, response) => this.#live.takes(request, response),
    });
  }

  get address(): string | undefined {
    return this.#address;
  }

  get supergraph(): Supergraph {
    return this.#supergraph;
  }

  get engine(): Engine {
    return this.#holder.engine;
  }

  async listen(): Promise<string> {
    const host = this.#options.host ?? '127.0.0.1';
    await this.#live.start();
    const { port } = await this.#http.listen(this.#options.port, host);
    const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
    this.#address = `http://${shown}:${port}${this.#options.path ?? GRAPHQL_PATH}`;
    return this.#address;
  }

  async swap(source: GatewaySource): Promise<void> {
    const { logger } = this.#options;
    try {
      const next = await buildGeneration(source, this.#options, this.#pool, this.#metrics);
      this.#supergraph = next.supergraph;
      this.#holder.swap(next.engine);
      this.#live.swapped();
      this.#broken = undefined;
      this.#metrics.supergraph('swapped');
      logger.info(
        { subgraphs: next.supergraph.subgraphs.map(({ name }) => name) },
        'a new supergraph is served',
      );
    } catch (error) {
      this.#broken =
        error instanceof CompositionError
          ? error.reasons
          : [error instanceof Error ? error.message : String(error)];
      this.#metrics.supergraph('refused');
      logger.error({ reasons: this.#broken }, 'the new supergraph is refused, the old one stays');
      throw error;
    }
  }

  run(request: RunRequest): Promise<RunResult> {
    return runOperation(this.#holder, request);
  }

  async close(graceMs = 10_000): Promise<void> {
    this.#stopping = true;
    await this.#live.close();
    await this.#http.close(graceMs);
    await this.#holder.close();
    await this.#options.rateLimiter?.close();
  }
}
