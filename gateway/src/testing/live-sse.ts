import type { SubscribePayload } from 'graphql-ws';
import { type Received, type Watch, watch } from './live-client.ts';

/** One server-sent event, as a client reads it. */
export interface ServerEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
}

/** Reads server-sent events as the HTML standard says, as far as we use them. */
export class EventReader {
  /** The comments so far. */
  readonly comments: string[] = [];
  readonly #body: ReadableStreamDefaultReader<string>;
  #text = '';

  constructor(response: Response) {
    if (!response.body) throw new Error('the answer has no body');
    this.#body = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Undefined when the stream has ended. */
  async next(): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await this.#body.read();
        if (done) return undefined;
        this.#text += value;
        continue;
      }
      const lines = this.#text.slice(0, end).split('\n');
      this.#text = this.#text.slice(end + 2);
      if (lines.every((line) => line.startsWith(':'))) {
        this.comments.push(...lines);
        continue;
      }
      const fields = lines.map((line) => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 2),
      ]);
      return Object.fromEntries(fields) as ServerEvent;
    }
  }

  async stop(): Promise<void> {
    await this.#body.cancel();
  }
}

/** Subscribes by POST and server-sent events. */
export function subscribeSse(
  address: string,
  token: string | undefined,
  body: object,
  headers: Readonly<Record<string, string>> = {},
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(address, {
    signal,
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
}

/** What both transports let a test look at. */
export type AnyWatch = Pick<Watch, 'received' | 'cursor' | 'until' | 'ended' | 'stop'>;

/** Subscribes by server-sent events, on a connection of its own, and does not reconnect. */
export function watchSse(address: string, token: string | undefined, payload: SubscribePayload): AnyWatch {
  const received: Received[] = [];
  let over: { readonly reason: unknown } | undefined;
  let changed = () => {};
  const cut = new AbortController();
  const read = async (): Promise<unknown> => {
    const response = await subscribeSse(address, token, payload, {}, cut.signal);
    if (!response.ok) return ((await response.json()) as { errors: unknown }).errors;
    const reader = new EventReader(response);
    for (;;) {
      const event = await reader.next();
      if (!event) throw new Error(`broken off: ${reader.comments.at(-1)}`);
      if (event.event === 'complete') return undefined;
      const message = JSON.parse(event.data ?? '') as Received;
      // the end of what is refused or ended: errors, of no event
      if (message.errors && event.id === undefined && !('data' in message)) return message.errors;
      received.push(message);
      changed();
    }
  };
  const ended = read()
    .catch((error: unknown) => error)
    .then((reason) => {
      over = { reason };
      changed();
      return reason;
    });
  return {
    received,
    get cursor() {
      return received.at(-1)?.extensions?.cursor;
    },
    async until(count) {
      while (received.length < count) {
        if (over) throw new Error(`ended after ${received.length} messages: ${JSON.stringify(over.reason)}`);
        await new Promise<void>((resolve) => {
          changed = resolve;
        });
      }
      return received;
    },
    ended,
    stop: () => cut.abort(),
  };
}

type WatchBy = (address: string, token: string | undefined, payload: SubscribePayload) => AnyWatch;

/** For tests that hold over both. */
export const TRANSPORTS: readonly (readonly [name: string, watch: WatchBy])[] = [
  ['graphql-ws', watch],
  ['server-sent events', watchSse],
];
