import { accepted, PlantError } from './errors.ts';
import {
  SignInDocument,
  type SignInMutation,
  SignInProgramDocument,
  type SignInProgramMutation,
} from './generated/operations.ts';
import { type Http, Unauthenticated } from './http.ts';

/** Who calls: somebody with a token, a person, or a program. */
export type Credentials =
  | { readonly token: string | (() => string | Promise<string>) }
  | { readonly username: string; readonly password: string; readonly tenant?: string }
  | { readonly clientId: string; readonly clientSecret: string };

interface Held {
  readonly token: string;
  readonly expiresAtMs: number;
}

/** A token is renewed this long before it expires. */
const RENEW_MS = 30_000;

/** Signs in when a token is needed, and again before it expires or when it is no longer taken. */
export class Tokens {
  readonly #http: Http;
  readonly #credentials: Credentials | undefined;
  readonly #now: () => number;
  #held: Promise<Held> | undefined;

  constructor(http: Http, credentials: Credentials | undefined, now: () => number) {
    this.#http = http;
    this.#credentials = credentials;
    this.#now = now;
  }

  /** Whether there is anything to sign in with anew. */
  get renewable(): boolean {
    return (
      this.#credentials !== undefined &&
      !('token' in this.#credentials && typeof this.#credentials.token === 'string')
    );
  }

  /** Undefined for who calls without credentials. */
  async current(): Promise<string | undefined> {
    const credentials = this.#credentials;
    if (!credentials) return undefined;
    if ('token' in credentials)
      return typeof credentials.token === 'string' ? credentials.token : await credentials.token();
    const held = await this.#held;
    if (held && held.expiresAtMs - RENEW_MS > this.#now()) return held.token;
    const signingIn = this.#signIn(credentials);
    this.#held = signingIn;
    try {
      return (await signingIn).token;
    } catch (cause) {
      if (this.#held === signingIn) this.#held = undefined;
      throw cause;
    }
  }

  /** The token is no longer taken. */
  forget(): void {
    this.#held = undefined;
  }

  async #signIn(credentials: Exclude<Credentials, { token: unknown }>): Promise<Held> {
    const { document, input } = signInOf(credentials);
    const request = { query: String(document), variables: { input }, token: undefined, repeatable: true };
    const { data, errors } = await this.#http.send(request).catch((cause) => {
      if (cause instanceof Unauthenticated) throw notAccepted();
      throw cause;
    });
    if (errors) throw PlantError.of(errors, data);
    const signedIn = data as Partial<SignInMutation & SignInProgramMutation>;
    const payload = signedIn.clientLogin ?? signedIn.login;
    if (!payload) throw new PlantError('NO_DATA', 'The sign-in was answered with nothing');
    const { accessToken, accessTokenExpiresAt } = accepted(payload, 'signing in');
    if (!accessToken || !accessTokenExpiresAt) throw notAccepted();
    return { token: accessToken, expiresAtMs: Date.parse(accessTokenExpiresAt) };
  }
}

function signInOf(credentials: Exclude<Credentials, { token: unknown }>) {
  if ('clientId' in credentials) {
    const { clientId, clientSecret } = credentials;
    return { document: SignInProgramDocument, input: { clientId, clientSecret } };
  }
  const { username, password, tenant } = credentials;
  return {
    document: SignInDocument,
    input: { username, password, ...(tenant === undefined ? {} : { tenant }) },
  };
}

/** Being refused with a fresh token, or without needing one, is an answer. */
export const notAccepted = (): PlantError => new PlantError('UNAUTHENTICATED', 'The sign-in is not accepted');
