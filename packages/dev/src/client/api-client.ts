/** What a GraphQL server answers. */
interface GraphQlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** A log-in's outcome. */
export interface SignedIn {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** Sends one operation without a token: what a log-in is made with. */
export type AnonymousSend = (document: string, variables: Record<string, unknown>) => Promise<unknown>;

/** How a client is set up; times in milliseconds. */
export interface ApiClientOptions<Role extends string> {
  readonly url: string;
  /** Logs a role in. */
  readonly signIn: (role: Role, send: AnonymousSend) => Promise<SignedIn>;
  /** Tries of one request, the first included. */
  readonly attempts?: number;
  /** Of one try. */
  readonly timeoutMs?: number;
  /** Before the second try; doubled for each further one, up to `maxDelayMs`. */
  readonly delayMs?: number;
  readonly maxDelayMs?: number;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

/** The server answered, and its answer is not one to try again. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ApiError';
    this.code = code;
  }
}

/** All tries failed; whether the last one changed anything is not known. */
export class ApiUnreachable extends Error {
  constructor(url: string, attempts: number, cause: unknown) {
    super(`${url} did not answer in ${attempts} tries: ${messageOf(cause)}`, { cause });
    this.name = 'ApiUnreachable';
  }
}

/** A failure after which the same request may be sent again. */
class Retryable extends Error {
  readonly waitMs: number | null;

  constructor(message: string, waitMs: number | null = null, cause?: unknown) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

/** The token was not taken: sign in again. */
class Unauthenticated extends Error {}

const RETRYABLE_STATUS = new Set([408, 425, 429, 502, 503, 504]);
const RETRYABLE_CODE = new Set([
  'SERVICE_UNAVAILABLE',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'TIMEOUT',
  'RATE_LIMITED',
  'TRY_AGAIN',
]);
const UNAUTHENTICATED = 'UNAUTHENTICATED';
/** A token is renewed this long before it expires. */
const RENEW_MS = 30_000;

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/**
 * A GraphQL client that logs in once a role and sends a request again when nobody answered or the server asked to
 * wait. A mutation may therefore arrive twice: each must carry an id of the client's choosing, or go through
 * {@link ensure}.
 */
export class ApiClient<Role extends string> {
  readonly #options: ApiClientOptions<Role>;
  readonly #attempts: number;
  readonly #tokens = new Map<Role, Promise<SignedIn>>();
  readonly #now: () => number;

  constructor(options: ApiClientOptions<Role>) {
    this.#options = options;
    this.#attempts = options.attempts ?? 8;
    this.#now = options.now ?? Date.now;
  }

  /** Sends an operation as a role and gives its data. Throws {@link ApiError} or {@link ApiUnreachable}. */
  async send(role: Role, document: string, variables: Record<string, unknown> = {}): Promise<unknown> {
    try {
      return await this.#withRetries(document, variables, await this.#token(role));
    } catch (cause) {
      if (!(cause instanceof Unauthenticated)) throw cause;
      this.#tokens.delete(role);
      return await this.#withRetries(document, variables, await this.#token(role)).catch(unauthenticated);
    }
  }

  async #token(role: Role): Promise<string> {
    const held = await this.#tokens.get(role);
    if (held && held.expiresAtMs - RENEW_MS > this.#now()) return held.token;
    const anonymous: AnonymousSend = (document, variables) =>
      this.#withRetries(document, variables, null).catch(unauthenticated);
    const signingIn = this.#options.signIn(role, anonymous);
    this.#tokens.set(role, signingIn);
    try {
      return (await signingIn).token;
    } catch (cause) {
      this.#tokens.delete(role);
      throw cause;
    }
  }

  async #withRetries(
    document: string,
    variables: Record<string, unknown>,
    token: string | null,
  ): Promise<unknown> {
    const sleep = this.#options.sleep ?? ((ms: number) => new Promise<void>((wake) => setTimeout(wake, ms)));
    const maxDelayMs = this.#options.maxDelayMs ?? 5_000;
    let delayMs = this.#options.delayMs ?? 100;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(document, variables, token);
      } catch (cause) {
        if (!(cause instanceof Retryable)) throw cause;
        if (attempt >= this.#attempts) throw new ApiUnreachable(this.#options.url, attempt, cause);
        await sleep(Math.min(cause.waitMs ?? delayMs, maxDelayMs));
        delayMs = Math.min(delayMs * 2, maxDelayMs);
      }
    }
  }

  async #once(query: string, variables: Record<string, unknown>, token: string | null): Promise<unknown> {
    const request: RequestInit = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(this.#options.timeoutMs ?? 30_000),
    };
    let response: Response;
    let text: string;
    try {
      response = await (this.#options.fetch ?? fetch)(this.#options.url, request);
      text = await response.text();
    } catch (cause) {
      throw new Retryable(messageOf(cause), null, cause);
    }
    if (response.status === 401) throw new Unauthenticated();
    if (RETRYABLE_STATUS.has(response.status)) {
      throw new Retryable(`HTTP ${response.status}: ${text.slice(0, 200)}`, retryAfterMs(response));
    }
    return dataOf(response.status, text);
  }
}

/** Being refused with a fresh token, or without needing one, is an answer. */
function unauthenticated(cause: unknown): never {
  if (cause instanceof Unauthenticated) throw new ApiError(UNAUTHENTICATED, 'The log-in is not accepted');
  throw cause;
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : null;
}

function dataOf(status: number, text: string): unknown {
  let answer: GraphQlAnswer;
  try {
    answer = JSON.parse(text) as GraphQlAnswer;
  } catch {
    throw new ApiError('NOT_GRAPHQL', `HTTP ${status}, and no JSON: ${text.slice(0, 200)}`);
  }
  const [error] = answer.errors ?? [];
  if (error) {
    const code = error.extensions?.code ?? 'UNKNOWN';
    if (code === UNAUTHENTICATED) throw new Unauthenticated();
    if (RETRYABLE_CODE.has(code)) throw new Retryable(error.message);
    throw new ApiError(code, answer.errors?.map((one) => one.message).join('; ') ?? error.message);
  }
  if (answer.data === undefined || answer.data === null) {
    throw new ApiError('NO_DATA', `HTTP ${status} without data: ${text.slice(0, 200)}`);
  }
  return answer.data;
}

/** What {@link ensure} came upon. */
export interface Ensured<T> {
  readonly value: T;
  /** False when it was there already. */
  readonly made: boolean;
}

/**
 * Makes something that has a natural key but no client-chosen id: looks for it, makes it when it is not there, and
 * looks again when making it failed, for the failed try may have arrived or another run may have been faster.
 */
export async function ensure<T>(find: () => Promise<T | null>, make: () => Promise<T>): Promise<Ensured<T>> {
  const found = await find();
  if (found !== null) return { value: found, made: false };
  try {
    return { value: await make(), made: true };
  } catch (cause) {
    const after = await find();
    if (after === null) throw cause;
    return { value: after, made: false };
  }
}
