import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphQLFormattedError } from 'graphql';
import { type AccessOptions, createAccessControl } from './access/control.ts';
import { CompositionError, composeSupergraph, loadSupergraph, type Supergraph } from './compose/compose.ts';
import { createMachshopEngine } from './engine/engine.ts';
import type { Engine, Identity, Logger } from './engine-api.ts';
import { EngineHolder } from './engine-holder.ts';
import { createApolloEngine } from './engines/apollo.ts';
import { graphiqlPage, PAGE_POLICY } from './http/graphiql.ts';
import {
  type Authenticate,
  GraphQLHandler,
  type Guard,
  type OperationRecord,
} from './http/graphql-handler.ts';
import { negotiateEncoding } from './http/negotiate.ts';
import { Responder } from './http/respond.ts';
import { HttpServer, type Route } from './http/server.ts';
import type { StatusEdition } from './http/status.ts';
import { Lifetime } from './lifetime.ts';
import { COST_LIMITS, type CostLimits, type CostModel, readCostModel } from './limits/cost.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from './limits/document-limits.ts';
import type { RateLimiter } from './limits/rate-limit.ts';
import { GatewayMetrics } from './metrics.ts';
import { probeRoutes } from './probes.ts';
import type { ReadyChecks } from './subgraph-readiness.ts';
import { Live } from './subscriptions/live.ts';
import { SubscriptionMetrics } from './subscriptions/metrics.ts';
import type { EventBus } from './subscriptions/stream/event-log.ts';
import type { HttpTransportOptions } from './transport/http-common.ts';
import { type SubgraphTarget, TransportPool } from './transport/pool.ts';
import { RESILIENCE, type ResilienceOptions } from './transport/resilient.ts';
import type { SubgraphExecute } from './transport/transport.ts';

export type EngineName = 'machshop' | 'apollo';

/** One subgraph as the host knows it. */
export interface GatewaySubgraph {
  readonly name: string;
  readonly sdl: string;
  /** Its GraphQL address, when it is reached over HTTP. */
  readonly url?: string;
  /** Its Subscription fields, as its `events.graphql` files declare them. */
  readonly events?: string | undefined;
  /** Calls it in this process; wins over `url`. */
  readonly execute?: SubgraphExecute;
}

/** What is served: subgraphs to compose, or a supergraph that is composed already (addresses from its SDL). */
export type GatewaySource =
  | { readonly subgraphs: readonly GatewaySubgraph[] }
  | { readonly supergraph: string };

export interface GatewayOptions {
  readonly source: GatewaySource;
  readonly engine: EngineName;
  readonly authenticate: Authenticate;
  /** Enforces `@authenticated`, `@requiresScopes` and `@policy`, failing closed; without it nothing is refused. */
  readonly access?: AccessOptions;
  readonly logger: Logger;
  readonly metrics?: GatewayMetrics;
  readonly guards?: readonly Guard[];
  /** How large and how costly an operation may be. */
  readonly limits?: Partial<DocumentLimits>;
  readonly cost?: Partial<CostLimits>;
  /** Counts requests; without it nobody is refused for sending many. Closed with the gateway. */
  readonly rateLimiter?: RateLimiter;
  readonly routes?: readonly Route[];
  /** Further conditions of `/ready`; as a function, asked for anew each time. */
  readonly ready?: ReadyChecks | (() => ReadyChecks);
  readonly port: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  readonly path?: string;
  readonly corsOrigins?: readonly string[];
  /** Serves GraphiQL to browsers. Default true. */
  readonly graphiql?: boolean;
  readonly title?: string;
  readonly maxBodyBytes?: number;
  readonly timeoutMs?: number;
  readonly edition?: StatusEdition;
  readonly transport?: HttpTransportOptions;
  /** Time limit, retries and circuit breaker for requests to subgraphs. */
  readonly resilience?: Partial<ResilienceOptions>;
  /** Where events come from; without it subscriptions are refused. */
  readonly events?: EventOptions;
  /** Sees every answered operation, beside log and metrics. */
  readonly onOperation?: (record: OperationRecord) => void;
}

/** The bus of events that feeds subscriptions. */
export interface EventOptions {
  readonly bus: EventBus;
  /** The stream's name. Default `MES_EVENTS`. */
  readonly stream?: string;
}

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

/** An operation of the host itself. */
export interface RunRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  readonly requestId: string;
  readonly lifetime?: Lifetime;
}

/** What an operation of the host came to; without `data` it was refused. */
export interface RunResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export const MAX_BODY_BYTES = 10 * 1024 * 1024;
export const TIMEOUT_MS = 30_000;

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

interface Generation {
  readonly supergraph: Supergraph;
  readonly engine: Engine;
}

async function buildGeneration(
  source: GatewaySource,
  options: GatewayOptions,
  pool: TransportPool,
  metrics: GatewayMetrics,
): Promise<Generation> {
  const supergraph =
    'supergraph' in source ? loadSupergraph(source.supergraph) : composeSupergraph(source.subgraphs);
  const targets: readonly SubgraphTarget[] = 'supergraph' in source ? supergraph.subgraphs : source.subgraphs;
  const lease = pool.lease(targets);
  try {
    const costs = readCostModel(supergraph.sdl, supergraph.apiSchema, costLimits(options));
    const engine = await createEngine(options, supergraph, lease.transports, costs, metrics);
    const close = async () => {
      await engine.close();
      await lease.release();
    };
    return { supergraph, engine: { ...engine, estimate: costs.estimate, close } };
  } catch (error) {
    await lease.release();
    throw error;
  }
}

async function createEngine(
  options: GatewayOptions,
  supergraph: Supergraph,
  transports: Parameters<typeof createApolloEngine>[0]['transports'],
  { weightOf }: CostModel,
  metrics: GatewayMetrics,
) {
  const { logger } = options;
  const access = options.access && createAccessControl(supergraph, options.access);
  const parts = { supergraph, transports, logger, access, limits: { ...DOCUMENT_LIMITS, ...options.limits } };
  return options.engine === 'apollo'
    ? createApolloEngine(parts)
    : createMachshopEngine({
        ...parts,
        weightOf,
        onPlanned: (cached) => metrics.plan(cached),
        onShared: (subgraph) => metrics.fetch(subgraph, 'shared'),
      });
}

const costLimits = ({ cost }: GatewayOptions): CostLimits => ({ ...COST_LIMITS, ...cost });

class RunningGateway implements Gateway {
  readonly #options: GatewayOptions;
  readonly #pool: TransportPool;
  readonly #metrics: GatewayMetrics;
  readonly #holder: EngineHolder;
  readonly #http: HttpServer;
  readonly #live: Live;
  readonly #responder: Responder;
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
    const cors = { origins: options.corsOrigins ?? [] };
    this.#responder = new Responder(cors);
    const maxBodyBytes = options.maxBodyBytes ?? MAX_BODY_BYTES;
    const onFault = (error: unknown, requestId: string) =>
      options.logger.error({ err: error, requestId }, 'a request failed by a fault of the gateway');
    const handler = new GraphQLHandler({
      acquire: () => this.#holder.acquire(),
      authenticate: options.authenticate,
      guards: options.guards ?? [],
      maxCost: costLimits(options).max,
      limiter: options.rateLimiter,
      responder: this.#responder,
      maxBodyBytes,
      edition: options.edition ?? 'draft',
      observe: (record) => this.#observe(record),
      onFault,
      graphiql: (request, response) => this.#graphiql(request, response),
    });
    const probes = probeRoutes({
      registry: metrics.registry,
      checks: options.ready ?? {},
      stopping: () => this.#stopping,
      refused: () => this.#broken?.join('; '),
    });
    this.#http = new HttpServer({
      graphqlPath: options.path ?? '/graphql',
      handler,
      responder: this.#responder,
      routes: [...probes, ...(options.routes ?? [])],
      authenticate: options.authenticate,
      limiter: options.rateLimiter,
      cors,
      maxBodyBytes,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      onFault,
      eventStream: (request, response) => this.#live.takes(request, response),
    });
    this.#live = new Live(
      {
        acquire: () => this.#holder.acquire(),
        supergraph: () => this.#supergraph,
        authenticate: options.authenticate,
        guards: options.guards ?? [],
        maxCost: costLimits(options).max,
        limiter: options.rateLimiter,
        bus: options.events?.bus,
        stream: options.events?.stream,
        logger: options.logger,
        metrics: new SubscriptionMetrics(metrics.registry),
        now: () => new Date(),
        onFault,
        path: options.path ?? '/graphql',
        cors,
        maxBodyBytes,
        timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      },
      this.#http.server,
    );
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
    this.#address = `http://${shown}:${port}${this.#options.path ?? '/graphql'}`;
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

  async run(request: RunRequest): Promise<RunResult> {
    const lease = this.#holder.acquire();
    try {
      const prepared = lease.engine.prepare(request.query, request.operationName);
      if (prepared.refused !== undefined) return { errors: prepared.errors };
      const context = {
        ...request.identity,
        requestId: request.requestId,
        headers: {},
        lifetime: request.lifetime ?? new Lifetime(),
      };
      const outcome = await lease.engine.execute(prepared, request.variables, context);
      if (outcome.refused !== undefined) return { errors: outcome.errors };
      return outcome.body === undefined ? outcome : (JSON.parse(outcome.body.toString()) as RunResult);
    } finally {
      lease.release();
    }
  }

  async close(graceMs = 10_000): Promise<void> {
    this.#stopping = true;
    await this.#live.close();
    await this.#http.close(graceMs);
    await this.#holder.close();
    await this.#options.rateLimiter?.close();
  }

  #observe(record: OperationRecord): void {
    this.#metrics.operation(record);
    this.#options.onOperation?.(record);
  }

  #graphiql(request: IncomingMessage, response: ServerResponse): void {
    if (this.#options.graphiql === false) {
      this.#responder.send(request, response, {
        status: 406,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: 'GraphiQL is off here.\n',
      });
      return;
    }
    const fail = (error: unknown) => {
      this.#options.logger.error({ err: error }, 'GraphiQL could not be shown');
      this.#responder.send(request, response, { status: 500 });
    };
    graphiqlPage(this.#options.title ?? 'MachShop MES', this.#options.path ?? '/graphql').then((page) => {
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': PAGE_POLICY,
        etag: page.etag,
        'cache-control': 'no-cache',
      };
      if (request.headers['if-none-match'] === page.etag) {
        this.#responder.send(request, response, { status: 304, headers });
        return;
      }
      const encoding = negotiateEncoding(request.headers['accept-encoding'] as string | undefined);
      const body = encoding ? page[encoding] : page.plain;
      this.#responder.send(request, response, {
        status: 200,
        headers: { ...headers, 'content-encoding': encoding ?? 'identity' },
        body,
      });
    }, fail);
  }
}
