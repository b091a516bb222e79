import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { GatewayOptions } from '../gateway-options.ts';
import { admit } from '../http/admit.ts';
import type { Authenticate, Guard } from '../http/contract.ts';
import type { CorsPolicy } from '../http/cors.ts';
import { Deadlines } from '../lifetime.ts';
import type { RateLimiter } from '../limits/rate-limit.ts';
import type { Observe } from './observed.ts';
import { OperationRunner } from './operation-runner.ts';
import { EventStreamHandler, wantsEventStream } from './sse/handler.ts';
import { Subscriptions, type SubscriptionsOptions } from './subscriptions.ts';
import type { ConnectionOptions } from './ws/channel.ts';
import { GraphQLWebSocketServer } from './ws/server.ts';

export interface LiveOptions extends SubscriptionsOptions {
  readonly authenticate: Authenticate;
  readonly guards: readonly Guard[];
  readonly trustedOnly: GatewayOptions['trustedOnly'] | undefined;
  /** Sees every operation, over either transport. */
  readonly observe: Observe;
  /** What one operation may cost at most. */
  readonly maxCost: number;
  readonly limiter: RateLimiter | undefined;
  /** How many proxies stand before this gateway. */
  readonly trustedHops: number;
  readonly onFault: ConnectionOptions['onFault'];
  readonly path: string;
  readonly cors: CorsPolicy;
  readonly maxBodyBytes: number;
  /** How long a query or a mutation may take. */
  readonly timeoutMs: number;
}

/** How many connections one gateway holds. */
export const MAX_CONNECTIONS = 50_000;
/** The largest message that a client may send. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Subscriptions with their two transports: WebSocket and server-sent events. */
export class Live {
  readonly #subscriptions: Subscriptions;
  readonly #deadlines: Deadlines;
  readonly #eventStreams: EventStreamHandler;
  readonly #webSockets: GraphQLWebSocketServer;

  constructor(options: LiveOptions, server: Server) {
    this.#subscriptions = new Subscriptions(options);
    this.#deadlines = new Deadlines(options.timeoutMs);
    const { limiter, trustedHops, observe, onFault, path, cors, maxBodyBytes } = options;
    const authenticate: Authenticate = (request) =>
      limiter ? admit(options.authenticate, limiter, request) : options.authenticate(request);
    const runner = new OperationRunner({
      ...options,
      subscriptions: this.#subscriptions,
      deadlines: this.#deadlines,
    });
    const common = {
      authenticate,
      runner,
      trustedHops,
      observe,
      onFault,
      cors,
      subscriptions: this.#subscriptions,
      maxConnections: MAX_CONNECTIONS,
      heartbeatMs: options.events?.heartbeatMs,
    };
    this.#eventStreams = new EventStreamHandler({ ...common, maxBodyBytes });
    const maxMessageBytes = Math.min(maxBodyBytes, MAX_MESSAGE_BYTES);
    this.#webSockets = new GraphQLWebSocketServer({ ...common, server, path, maxMessageBytes });
  }

  /** Begins to follow the stream of events. */
  start(): Promise<void> {
    return this.#subscriptions.start();
  }

  /** Answers a request that wants server-sent events; false for any other. */
  takes(request: IncomingMessage, response: ServerResponse): boolean {
    if (!wantsEventStream(request)) return false;
    void this.#eventStreams.handle(request, response);
    return true;
  }

  /** Why subscriptions cannot be served now; undefined when they can. */
  get problem(): string | undefined {
    return this.#subscriptions.problem;
  }

  /** A new supergraph is served. */
  swapped(): void {
    this.#subscriptions.swapped();
  }

  /** Ends everything with a word that lets clients resume elsewhere. */
  async close(): Promise<void> {
    await this.#subscriptions.close();
    this.#eventStreams.close();
    await this.#webSockets.close();
    this.#deadlines.close();
  }
}
