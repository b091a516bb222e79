import type { IncomingHttpHeaders } from 'node:http';
import type { Engine } from '../../engine-api.ts';
import type { Authenticate, Guard } from '../../http/graphql-handler.ts';
import type { Expirable } from '../../lifetime.ts';
import type { RateLimiter } from '../../limits/rate-limit.ts';
import type { Subscriptions } from '../subscriptions.ts';

/** The socket under a connection. */
export interface Channel {
  send(text: string): void;
  /** Writes a whole frame that is made already. */
  write(frame: Buffer): void;
  close(code: number, reason: string): void;
  backlog(): number;
  onDrain(drained: () => void): void;
}

export interface ConnectionOptions {
  readonly acquire: () => { readonly engine: Engine; release(): void };
  readonly authenticate: Authenticate;
  /** Counts operations as it counts requests. */
  readonly limiter: RateLimiter | undefined;
  readonly guards: readonly Guard[];
  readonly subscriptions: Subscriptions;
  /** Ends queries and mutations that take too long. */
  readonly deadlines: { add(entry: Expirable, startedAt: number): void; delete(entry: Expirable): void };
  readonly onFault: (error: unknown, requestId: string) => void;
}

/** What is known of the request that opened the socket. */
export interface Upgrade {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string | undefined;
}
