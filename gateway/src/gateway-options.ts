import type { AccessOptions } from './access/control.ts';
import type { TrustedOperations } from './documents/trusted.ts';
import type { Identity, Logger } from './engine-api.ts';
import type { Authenticate, Guard, OperationRecord } from './http/contract.ts';
import type { Route } from './http/server.ts';
import type { StatusEdition } from './http/status.ts';
import type { CostLimits } from './limits/cost.ts';
import type { DocumentLimits } from './limits/document-limits.ts';
import type { RateLimiter } from './limits/rate-limit.ts';
import type { GatewayMetrics } from './metrics.ts';
import type { ReadyChecks } from './subgraph-readiness.ts';
import type { EventBus } from './subscriptions/stream/event-log.ts';
import type { HttpTransportOptions } from './transport/http-common.ts';
import type { ResilienceOptions } from './transport/resilient.ts';
import type { SubgraphExecute } from './transport/transport.ts';

export const MAX_BODY_BYTES = 10 * 1024 * 1024;
export const TIMEOUT_MS = 30_000;
export const GRAPHQL_PATH = '/graphql';

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
  /** Operations that may be sent by their id: `readManifest`. */
  readonly trusted?: TrustedOperations | undefined;
  /** Callers who may run trusted operations and nothing else. */
  readonly trustedOnly?: (viewer: Identity['viewer']) => boolean;
  /** How large and how costly an operation may be. */
  readonly limits?: Partial<DocumentLimits>;
  readonly cost?: Partial<CostLimits>;
  /** Counts requests; without it nobody is refused for sending many. Closed with the gateway. */
  readonly rateLimiter?: RateLimiter;
  /**
   * How many proxies stand before this gateway, each of which adds to `X-Forwarded-For` who called it. Default 0: who
   * connects is who calls, and the header is not read.
   */
  readonly trustedHops?: number;
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
  /** The labels of `@override`, other than of percent, that hold: their fields have moved. */
  readonly overrideLabels?: ReadonlySet<string>;
  /** Sees every answered operation, beside log and metrics. */
  readonly onOperation?: (record: OperationRecord) => void;
}

/** The bus of events that feeds subscriptions. */
export interface EventOptions {
  readonly bus: EventBus;
  /** The stream's name. Default `MES_EVENTS`. */
  readonly stream?: string;
  /**
   * How often those who listen are told how far the stream is, so that the cursor of one who hears nothing does not
   * grow old, in milliseconds. Default 15,000 over server-sent events, and every twentieth time over WebSocket.
   */
  readonly heartbeatMs?: number;
}
