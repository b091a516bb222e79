import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { admit } from '../http/admit.ts';
import type { CorsPolicy } from '../http/cors.ts';
import type { Authenticate, Guard } from '../http/graphql-handler.ts';
import { Deadlines } from '../lifetime.ts';
import { refuseCost } from '../limits/cost.ts';
import type { RateLimiter } from '../limits/rate-limit.ts';
import { EventStreamHandler, wantsEventStream } from './sse/handler.ts';
import { Subscriptions, type SubscriptionsOptions } from './subscriptions.ts';
import type { ConnectionOptions } from './ws/channel.ts';
import { GraphQLWebSocketServer } from './ws/server.ts';

export interface LiveOptions extends SubscriptionsOptions {
  readonly authenticate: Authenticate;
  /** What one operation may cost at most. */
  readonly maxCost: number;
  readonly limiter: RateLimiter | undefined;
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

/** A subscription costs what it asks for at each event. */
function costGuard({ acquire, maxCost }: LiveOptions): Guard {
  return (operation, variables) => {
    const lease = acquire();
    try {
      return refuseCost(lease.engine.estimate?.(operation, variables) ?? 0, maxCost);
    } finally {
      lease.release();
    }
  };
}

/** Subscriptions with their two transports: WebSocket and server-sent events. */
export class Live {
  readonly #subscriptions: Subscriptions;
  readonly #deadlines: Deadlines;
  readonly #eventStreams: EventStreamHandler;
  readonly #webSockets: GraphQLWebSocketServer;

  constructor(options: LiveOptions, server: Server) {
    const guards = [costGuard(options), ...options.guards];
    this.#subscriptions = new Subscriptions({ ...options, guards });
    this.#deadlines = new Deadlines(options.timeoutMs);
    const { acquire, limiter, onFault, path, cors, maxBodyBytes } = options;
    const authenticate: Authenticate = (request) =>
      limiter ? admit(options.authenticate, limiter, request) : options.authenticate(request);
    const common = {
      acquire,
      authenticate,
      limiter,
      guards,
      onFault,
      cors,
      subscriptions: this.#subscriptions,
      deadlines: this.#deadlines,
      maxConnections: MAX_CONNECTIONS,
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
