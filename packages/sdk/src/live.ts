import { type Client, createClient } from 'graphql-ws';
import type { Tokens } from './credentials.ts';
import { type GraphQLAnswerError, PlantError, Refused } from './errors.ts';
import { pause, referenceTo } from './http.ts';

/** What a subscription tells. */
export interface Message<Data> {
  readonly data: Data | null;
  readonly errors?: readonly GraphQLAnswerError[];
  /** Subscribe with it later, and what was missed comes first. Readings of sensors have none. */
  readonly cursor: string | undefined;
}

export interface WatchOptions {
  /** Behind which message to go on. */
  readonly cursor?: string;
  readonly signal?: AbortSignal;
  /** So many messages may wait for you; whoever is further behind is sent the rest again later. Default 1,000. */
  readonly maxWaiting?: number;
}

const MAX_WAITING = 1_000;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;
/** The gateway's: the token, or what it permits, has come to its end. */
const FORBIDDEN_CLOSE = 4403;

export interface LiveOptions {
  readonly url: string;
  readonly byId?: boolean;
  readonly webSocket?: unknown;
}

/** Subscriptions over one socket, which is opened when it is needed and again when it breaks. */
export class Live {
  readonly #client: Client;

  readonly #byId: boolean;

  constructor({ url, byId, webSocket }: LiveOptions, tokens: Tokens) {
    this.#byId = byId ?? false;
    this.#client = createClient({
      url: url.replace(/^http/, 'ws'),
      ...(webSocket === undefined ? {} : { webSocketImpl: webSocket }),
      connectionParams: async () => {
        const token = await tokens.current();
        return token === undefined ? {} : { authorization: `Bearer ${token}` };
      },
      retryAttempts: Number.POSITIVE_INFINITY,
      // what is no fault of the sign-in's is one of the line's, or the gateway's end
      shouldRetry: (fault) => {
        if (fault instanceof PlantError || fault instanceof Refused) return false;
        if ((fault as { code?: number }).code !== FORBIDDEN_CLOSE) return true;
        tokens.forget();
        return tokens.renewable;
      },
    });
  }

  async *watch<Data>(
    text: string,
    variables: unknown,
    { cursor, signal, maxWaiting = MAX_WAITING }: WatchOptions,
  ): AsyncGenerator<Message<Data>, void, void> {
    const query = this.#byId ? await referenceTo(text) : text;
    const extensions: { cursor?: string } = cursor === undefined ? {} : { cursor };
    let pauseMs = FIRST_PAUSE_MS;
    while (!signal?.aborted) {
      const payload = { query, variables: variables as Record<string, unknown>, extensions };
      const inbox = new Inbox<Data>(maxWaiting, extensions);
      inbox.stop = this.#client.subscribe<Data>(payload, {
        next: (message) => inbox.take(message as never),
        error: (fault) => inbox.end(fault),
        complete: () => inbox.end(undefined),
      });
      const abort = () => inbox.end(undefined);
      signal?.addEventListener('abort', abort, { once: true });
      try {
        for (let message = await inbox.next(); message; message = await inbox.next()) {
          yield message;
          pauseMs = FIRST_PAUSE_MS;
        }
        if (!inbox.overflowed) return;
      } catch (fault) {
        if (!isResumable(fault)) throw failureOf(fault);
        await pause(pauseMs, signal);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      } finally {
        signal?.removeEventListener('abort', abort);
        inbox.stop();
      }
    }
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }
}

interface Raw<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLAnswerError[];
  readonly extensions?: { readonly cursor?: string };
}

/** What came and has not been taken yet. */
class Inbox<Data> {
  stop: () => void = () => {};
  /** More came than may wait: the rest is asked for again behind the last one taken. */
  overflowed = false;
  readonly #limit: number;
  /** What is sent with the operation, also when the socket is opened again: behind what has come to go on. */
  readonly #place: { cursor?: string };
  readonly #waiting: Message<Data>[] = [];
  #ended: { readonly fault: unknown } | undefined;
  #wake: (() => void) | undefined;

  constructor(limit: number, place: { cursor?: string }) {
    this.#limit = limit;
    this.#place = place;
  }

  take({ data, errors, extensions }: Raw<Data>): void {
    if (this.#ended) return;
    const message = { data: data ?? null, ...(errors ? { errors } : {}), cursor: extensions?.cursor };
    if (this.#waiting.length >= this.#limit) {
      if (message.cursor !== undefined) {
        this.overflowed = true;
        this.end(undefined);
        this.stop();
        return;
      }
      // what has no past is not sent again: the newest counts
      this.#waiting.shift();
    }
    if (message.cursor !== undefined) this.#place.cursor = message.cursor;
    this.#waiting.push(message);
    this.#wake?.();
  }

  end(fault: unknown): void {
    this.#ended ??= { fault };
    this.#wake?.();
  }

  /** The next message; undefined at the end. Throws what ended it. */
  async next(): Promise<Message<Data> | undefined> {
    for (;;) {
      const message = this.#waiting.shift();
      if (message) return message;
      if (this.#ended) {
        if (this.#ended.fault !== undefined) throw this.#ended.fault;
        return undefined;
      }
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
      this.#wake = undefined;
    }
  }
}

function isResumable(fault: unknown): boolean {
  return (
    Array.isArray(fault) &&
    fault.length > 0 &&
    fault.every(({ extensions }) => extensions?.resumable === true)
  );
}

function failureOf(fault: unknown): Error {
  if (Array.isArray(fault)) return PlantError.of(fault as GraphQLAnswerError[]);
  if (fault instanceof Error) return fault;
  const { code, reason } = fault as { code?: number; reason?: string };
  return new PlantError(
    reason || 'SOCKET_CLOSED',
    `the socket was closed (${code ?? 'no code'}): ${reason ?? ''}`,
  );
}
