import { type GraphQLAnswerError, PlantError, PlantUnreachable } from './errors.ts';

/** An answer as it came: with partial results there are both. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLAnswerError[];
}

/** How requests are sent; times in milliseconds. */
export interface HttpOptions {
  readonly url: string;
  /** Tries of one request, the first included. Default 8. */
  readonly attempts?: number;
  /** Of one try. Default 30 s. */
  readonly timeoutMs?: number;
  /** Before the second try; doubled for each further one, up to `maxDelayMs`. Default 100 and 5,000. */
  readonly delayMs?: number;
  readonly maxDelayMs?: number;
  /**
   * Sends the id of an operation in place of its text, as who may run trusted operations alone must: it has to be one of
   * this package's, or another that the plant knows.
   */
  readonly byId?: boolean;
  readonly fetch?: typeof fetch;
  readonly sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export interface HttpRequest {
  readonly query: string;
  readonly variables: unknown;
  readonly token: string | undefined;
  /** Whether it may arrive twice: queries may, and mutations whose input carries an id of the caller's. */
  readonly repeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The token was not taken. */
export class Unauthenticated extends Error {}

/** A failure after which the same request may be sent again. */
class Retryable extends Error {
  /** What the server asked to wait. */
  readonly waitMs: number | undefined;
  /** The request has changed nothing: it was not taken, or nobody was there. */
  readonly untouched: boolean;
  /** What was answered all the same, for want of better: a part of the plant that is down is null in it. */
  readonly partial: Answer | undefined;

  constructor(
    message: string,
    untouched: boolean,
    {
      waitMs,
      partial,
      cause,
    }: {
      readonly waitMs?: number | undefined;
      readonly partial?: Answer | undefined;
      readonly cause?: unknown;
    } = {},
  ) {
    super(message, { cause });
    this.untouched = untouched;
    this.waitMs = waitMs;
    this.partial = partial;
  }
}

const UNTOUCHED_STATUS = new Set([425, 429]);
const RETRYABLE_STATUS = new Set([408, 425, 429, 502, 503, 504]);
const RETRYABLE_CODE = new Set([
  'SERVICE_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'TIMEOUT',
  'RATE_LIMITED',
  'TRY_AGAIN',
]);
const NOBODY_THERE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** GraphQL over HTTP, sent again when nobody answered or the server asked to wait. */
export class Http {
  readonly #options: HttpOptions;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  /** Throws {@link PlantError}, {@link PlantUnreachable} or {@link Unauthenticated}. */
  async send(request: HttpRequest): Promise<Answer> {
    const { attempts = 8, maxDelayMs = 5_000, url, sleep = pause } = this.#options;
    let delayMs = this.#options.delayMs ?? 100;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(request);
      } catch (cause) {
        if (!(cause instanceof Retryable) || request.signal?.aborted) throw cause;
        if (attempt >= attempts || !(request.repeatable || cause.untouched)) {
          if (cause.partial) return cause.partial;
          throw new PlantUnreachable(url, attempt, cause);
        }
        await sleep(Math.min(cause.waitMs ?? delayMs, maxDelayMs), request.signal);
        delayMs = Math.min(delayMs * 2, maxDelayMs);
      }
    }
  }

  async #once({ query, variables, token, signal }: HttpRequest): Promise<Answer> {
    const operation = this.#options.byId ? { documentId: await referenceTo(query) } : { query };
    const limit = AbortSignal.timeout(this.#options.timeoutMs ?? 30_000);
    let response: Response;
    let text: string;
    try {
      response = await (this.#options.fetch ?? fetch)(this.#options.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json, application/json',
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify({ ...operation, variables }),
        signal: signal ? AbortSignal.any([limit, signal]) : limit,
      });
      text = await response.text();
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      const { code } = ((cause as Error).cause ?? {}) as { code?: string };
      throw new Retryable(messageOf(cause), code !== undefined && NOBODY_THERE.has(code), { cause });
    }
    const { status } = response;
    if (status === 401) throw new Unauthenticated();
    if (RETRYABLE_STATUS.has(status)) {
      const message = `HTTP ${status}: ${text.slice(0, 200)}`;
      throw new Retryable(message, UNTOUCHED_STATUS.has(status), { waitMs: retryAfterMs(response) });
    }
    return answerOf(status, text);
  }
}

function answerOf(status: number, text: string): Answer {
  let answer: Answer;
  try {
    answer = JSON.parse(text) as Answer;
  } catch {
    throw new PlantError('NOT_GRAPHQL', `HTTP ${status}, and no JSON: ${text.slice(0, 200)}`);
  }
  const { data, errors = [] } = answer;
  const code = errors[0]?.extensions?.code;
  if (code === 'UNAUTHENTICATED') throw new Unauthenticated();
  if (code !== undefined && RETRYABLE_CODE.has(code))
    throw new Retryable(errors[0]?.message ?? code, code === 'RATE_LIMITED', {
      partial: hasData(data) ? answer : undefined,
    });
  if (errors.length === 0 && (data === undefined || data === null))
    throw new PlantError('NO_DATA', `HTTP ${status} without data: ${text.slice(0, 200)}`);
  return answer;
}

const hasData = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);

function retryAfterMs(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** How a trusted operation is named in place of its text. */
export async function referenceTo(query: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(query)));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** Waits; not longer than until it is aborted. */
export const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((wake) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      wake();
    };
    const timer = setTimeout(end, ms);
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', end);
  });
