import type { IncomingHttpHeaders } from 'node:http';
import type { Authenticate } from '../../http/contract.ts';
import type { Observe } from '../observed.ts';
import type { OperationRunner } from '../operation-runner.ts';
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
  readonly authenticate: Authenticate;
  readonly runner: OperationRunner;
  readonly observe: Observe;
  readonly subscriptions: Subscriptions;
  readonly onFault: (error: unknown, requestId: string) => void;
}

/** What is known of the request that opened the socket. */
export interface Upgrade {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string | undefined;
}
