import { type AnonymousSend, ApiClient, ApiError, type SignedIn } from './api-client.ts';

/** A refusal of a mutation: an expected answer, told as data. */
export interface Refusal {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** A mutation was refused, and not for a reason that passes. */
export class RefusedError extends Error {
  readonly refusals: readonly Refusal[];

  constructor(doing: string, refusals: readonly Refusal[]) {
    super(`${doing}: ${refusals.map(({ code, message }) => `${code}: ${message}`).join('; ')}`);
    this.name = 'RefusedError';
    this.refusals = refusals;
  }
}

/** The demo plant's log-ins. */
export type DemoUser =
  | 'planner'
  | 'supervisor'
  | 'operator'
  | 'inspector'
  | 'quality.engineer'
  | 'material.handler'
  | 'maintenance'
  | 'auditor'
  | 'integration';

const LOGIN = `mutation SignIn($input: LoginInput!) {
  login(input: $input) { accessToken accessTokenExpiresAt errors { __typename code message path } }
}`;

/** A fact of another part of the plant is on its way for milliseconds; longer than this and it is missing. */
const LAG_MS = 20_000;
const POLL_MS = 50;

/** The public API, as a program of anyone's uses it: one log-in a user. */
export class PlantClient {
  readonly #api: ApiClient<DemoUser>;

  constructor(url: string, password: string) {
    const signIn = (user: DemoUser, send: AnonymousSend) => logIn(send, user, password);
    this.#api = new ApiClient({ url, signIn });
  }

  /** Runs a query. */
  async query<T>(user: DemoUser, document: string, variables: Record<string, unknown> = {}): Promise<T> {
    return (await this.#api.send(user, document, variables)) as T;
  }

  /**
   * Runs a mutation and gives its payload. What is not found is asked for again for a while: what one part of
   * the plant published, another may not have heard of yet.
   * @throws RefusedError
   */
  async mutate<T extends object>(
    user: DemoUser,
    document: string,
    input: Record<string, unknown>,
    doing: string,
  ): Promise<T> {
    const until = Date.now() + LAG_MS;
    for (;;) {
      const data = await this.query<Record<string, T & { errors: Refusal[] }>>(user, document, { input });
      const [payload] = Object.values(data);
      if (!payload) throw new ApiError('NO_DATA', `${doing}: no payload`);
      if (payload.errors.length === 0) return payload;
      const passes = payload.errors.every(({ __typename }) => __typename === 'NotFoundError');
      if (!passes || Date.now() > until) throw new RefusedError(doing, payload.errors);
      await sleep(POLL_MS);
    }
  }

  /** Asks again and again until there is an answer that will do; at most for a minute. */
  async until<T>(ask: () => Promise<T | null>, what: string, limitMs = 60_000): Promise<T> {
    const end = Date.now() + limitMs;
    for (;;) {
      const answer = await ask();
      if (answer !== null) return answer;
      if (Date.now() > end) throw new Error(`${what}: did not come about within ${limitMs / 1000} s`);
      await sleep(POLL_MS);
    }
  }
}

async function logIn(send: AnonymousSend, username: string, password: string): Promise<SignedIn> {
  const { login } = (await send(LOGIN, { input: { username, password } })) as {
    login: { accessToken: string | null; accessTokenExpiresAt: string | null; errors: Refusal[] };
  };
  if (!login.accessToken || !login.accessTokenExpiresAt)
    throw new RefusedError(`signing in as ${username}`, login.errors);
  return { token: login.accessToken, expiresAtMs: Date.parse(login.accessTokenExpiresAt) };
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
