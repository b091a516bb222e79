import { createClient, type SubscribePayload } from 'graphql-ws';
import { WebSocket } from 'ws';

/** One message of a subscription, as a client sees it. */
export interface Received {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
  readonly extensions?: { readonly cursor?: string };
}

/** A subscription that a test looks at. */
export interface Watch {
  readonly received: Received[];
  /** The cursor of the last message. */
  readonly cursor: string | undefined;
  /** Where the stream is, as the gateway last said. */
  readonly place: string | undefined;
  /** Resolves when the gateway says next where the stream is. */
  told(): Promise<string>;
  /** Resolves when so many messages have come. */
  until(count: number): Promise<Received[]>;
  /** Resolves with the reason when it has ended. */
  readonly ended: Promise<unknown>;
  stop(): void;
}

/** Subscribes with the graphql-ws client, on a socket of its own, and does not reconnect. */
export function watch(address: string, token: string | undefined, payload: SubscribePayload): Watch {
  let place: string | undefined;
  let told: ((cursor: string) => void)[] = [];
  const client = createClient({
    url: address.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    on: {
      ping: (_received, payload) => {
        place = String(payload?.cursor);
        for (const tell of told) tell(place);
        told = [];
      },
    },
    ...(token === undefined ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const received: Received[] = [];
  let changed = () => {};
  let over: { readonly reason: unknown } | undefined;
  let stop = () => {};
  const ended = new Promise<unknown>((resolve) => {
    const end = (reason: unknown) => {
      over = { reason };
      resolve(reason);
      changed();
      void client.dispose();
    };
    stop = client.subscribe(payload, {
      next: (message) => {
        received.push(message as Received);
        changed();
      },
      error: end,
      complete: () => end(undefined),
    });
  });
  return {
    received,
    get cursor() {
      return received.at(-1)?.extensions?.cursor;
    },
    get place() {
      return place;
    },
    told: () => new Promise((resolve) => told.push(resolve)),
    async until(count) {
      while (received.length < count) {
        if (over) throw new Error(`ended after ${received.length} messages: ${describe(over.reason)}`);
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
      }
      return received;
    },
    ended,
    stop,
  };
}

function describe(reason: unknown): string {
  if (typeof reason === 'object' && reason !== null && 'code' in reason && 'reason' in reason)
    return `${reason.code} ${reason.reason}`;
  return JSON.stringify(reason);
}
