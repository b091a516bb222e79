import { type Credentials, notAccepted, Tokens } from './credentials.ts';
import { PlantError } from './errors.ts';
import type { TypedDocumentString } from './generated/operations.ts';
import { type Answer, Http, type HttpOptions, Unauthenticated } from './http.ts';
import { Live, type Message, type WatchOptions } from './live.ts';

/** An operation: a typed document of this package, or any text, whose answer is as its caller says. */
export type Operation<Data, Variables> = TypedDocumentString<Data, Variables> | string;

/** How a plant is reached. */
export interface PlantOptions extends HttpOptions {
  /** Left out: what anybody may ask. */
  readonly credentials?: Credentials;
  /** Milliseconds since 1970; for tests. */
  readonly now?: () => number;
  /** Default: the runtime's own. */
  readonly webSocket?: unknown;
}

export interface RunOptions {
  /**
   * Whether the operation may arrive twice. Queries may; say so for a mutation whose input carries an id that you
   * chose, which the plant then does once however often it arrives.
   */
  readonly repeatable?: boolean;
  readonly signal?: AbortSignal;
}

/** A plant's graph. */
export class Plant {
  readonly #http: Http;
  readonly #tokens: Tokens;
  readonly #live: Live;

  constructor(options: PlantOptions) {
    this.#http = new Http(options);
    this.#tokens = new Tokens(this.#http, options.credentials, options.now ?? Date.now);
    this.#live = new Live(options, this.#tokens);
  }

  /**
   * Runs a query or a mutation and gives its data.
   * @throws PlantError when there is any error, with the partial data in it
   * @throws PlantUnreachable when nobody answers
   */
  async run<Data, Variables = Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables?: Variables,
    options: RunOptions = {},
  ): Promise<Data> {
    const { data, errors } = await this.answer(operation, variables, options);
    if (errors && errors.length > 0) throw PlantError.of(errors, data);
    return data as Data;
  }

  /** As {@link run}, but gives the whole answer: what could be had, and the errors of what could not. */
  async answer<Data, Variables = Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables?: Variables,
    options: RunOptions = {},
  ): Promise<{ readonly data: Data | null; readonly errors?: Answer['errors'] }> {
    const query = String(operation);
    const repeatable = options.repeatable ?? !MUTATION.test(query);
    const send = async () => {
      const token = await this.#tokens.current();
      return this.#http.send({
        query,
        variables: variables ?? {},
        token,
        repeatable,
        signal: options.signal,
      });
    };
    const answer = await send().catch((cause) => {
      if (!(cause instanceof Unauthenticated)) throw cause;
      if (!this.#tokens.renewable) throw notAccepted();
      this.#tokens.forget();
      return send().catch(refused);
    });
    return answer as { data: Data | null; errors?: Answer['errors'] };
  }

  /**
   * Watches a subscription. Each message has a cursor; after a break it goes on behind the last one that you have
   * taken, in order, and each comes once. Ends when the plant completes it, or by `signal`, or by leaving the loop.
   * @throws PlantError when it cannot go on, with the code that says why: `RETENTION_PASSED`, `FORBIDDEN`, …
   */
  watch<Data, Variables = Record<string, unknown>>(
    operation: Operation<Data, Variables>,
    variables?: Variables,
    options: WatchOptions = {},
  ): AsyncGenerator<Message<Data>, void, void> {
    return this.#live.watch<Data>(String(operation), variables ?? {}, options);
  }

  /** Ends all subscriptions and the socket. */
  async close(): Promise<void> {
    await this.#live.close();
  }
}

/** An operation's keyword stands at the beginning or after what closes another definition. */
const MUTATION = /(^|\})\s*mutation\b/;

function refused(cause: unknown): never {
  if (cause instanceof Unauthenticated) throw notAccepted();
  throw cause;
}

/** The plant at an address: `http://localhost:4000/graphql`. Nothing is sent yet. */
export const connect = (options: PlantOptions): Plant => new Plant(options);
