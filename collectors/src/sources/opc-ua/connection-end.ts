import type { SourceContext } from '../source.ts';
import type { OpcUaConnection } from './client.ts';

/** A lost connection that does not come back in this many session time-outs is begun anew. */
const LOST_SESSIONS = 2;

/** What to do when the connection is lost, and when it is back with its session and subscription. */
export interface ConnectionEvents {
  lost(): void;
  back(): void;
}

/**
 * When a connection is over. The library brings connection, session and subscription back by itself: it activates
 * the session anew and asks for what was published meanwhile, or has the subscription transferred to a new session,
 * or makes it again. What it does not bring back in time ends here, and the source begins anew.
 */
export class ConnectionEnd {
  /** Resolves when the source has to stop, rejects when the connection is over. */
  readonly promise: Promise<void>;
  readonly #context: SourceContext;
  readonly #limitMs: number;
  #timer: NodeJS.Timeout | undefined;
  #reason = '';
  #settle: { resolve: () => void; reject: (error: Error) => void } | undefined;

  constructor(
    { client, session }: OpcUaConnection,
    context: SourceContext,
    sessionTimeoutMs: number,
    events: ConnectionEvents,
  ) {
    this.#context = context;
    this.#limitMs = LOST_SESSIONS * sessionTimeoutMs;
    this.promise = new Promise<void>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.promise.catch(() => undefined);
    context.signal.addEventListener('abort', this.#stop, { once: true });
    if (context.signal.aborted) this.#stop();
    client.on('connection_lost', () => {
      events.lost();
      context.state(false, 'the connection was lost; waiting for it to come back');
      this.#limit();
    });
    client.on('reconnection_attempt_has_failed', (error, message) =>
      this.#failed(error ?? new Error(message)),
    );
    client.on('connection_reestablished', () => {
      clearTimeout(this.#timer);
      events.back();
    });
    session.on('session_closed', (status) =>
      this.fail(new Error(`the server closed the session: ${status.name}`)),
    );
  }

  fail(error: Error): void {
    this.#settle?.reject(error);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#context.signal.removeEventListener('abort', this.#stop);
  }

  readonly #stop = (): void => this.#settle?.resolve();

  #limit(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => this.fail(new Error(`the connection did not come back in ${this.#limitMs} ms${this.#reason}`)),
      this.#limitMs,
    );
  }

  #failed(error: Error): void {
    this.#reason = `: ${error.message}`;
    this.#context.fault('reconnect', error);
    // the server may be another one now: begin anew, with all its checks
    if (/certificate|security|BadSecure/i.test(this.#reason))
      this.fail(new Error(`cannot connect again${this.#reason}`));
  }
}
