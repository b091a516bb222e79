import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Viewer } from './viewer.ts';

/** The `iss` claim of our tokens. */
export const ISSUER = 'machshop-auth-service';
/** The `aud` claim of our tokens. */
export const AUDIENCE = 'machshop-api';

/** Finds the public key of a token by its `kid`. */
export type KeySource = JWTVerifyGetKey;

/** The token is no good; the message says why and holds nothing of the token. */
export class InvalidTokenError extends Error {
  readonly code: 'TOKEN_EXPIRED' | 'TOKEN_INVALID';
  constructor(code: 'TOKEN_EXPIRED' | 'TOKEN_INVALID', message: string) {
    super(message);
    this.code = code;
  }
}

/** Keys from the auth subgraph's JWKS address; kept, and asked again when a token names a new key. */
export const remoteKeys = (url: string): KeySource =>
  createRemoteJWKSet(new URL(url), { cacheMaxAge: 600_000, cooldownDuration: 5_000, timeoutDuration: 5_000 });

const CACHE_LIMIT = 10_000;
const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * Checks RS256 access tokens. A checked token is remembered until it expires (at most 10,000 of them), since
 * a signature costs 0.4 ms.
 */
export class TokenVerifier {
  readonly #keys: KeySource;
  readonly #now: () => Date;
  readonly #cache = new Map<string, Viewer>();

  constructor(keys: KeySource, now: () => Date = () => new Date()) {
    this.#keys = keys;
    this.#now = now;
  }

  /**
   * The viewer of a bearer token.
   * @throws InvalidTokenError
   */
  async verify(token: string, clientIp: string | null): Promise<Viewer> {
    const seconds = this.#now().getTime() / 1000;
    const known = this.#cache.get(token);
    if (known && (known.expiresAt ?? 0) + CLOCK_TOLERANCE_SECONDS > seconds) {
      return known.clientIp === clientIp ? known : { ...known, clientIp };
    }
    const viewer = viewerOf(await this.#check(token), token, clientIp);
    if (this.#cache.size >= CACHE_LIMIT) this.#cache.delete(this.#cache.keys().next().value as string);
    this.#cache.set(token, viewer);
    return viewer;
  }

  /** Forgets the tokens of a session: it was signed out or revoked. */
  forget(sessionId: string): void {
    for (const [token, viewer] of this.#cache) if (viewer.sessionId === sessionId) this.#cache.delete(token);
  }

  async #check(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.#keys, {
        issuer: ISSUER,
        audience: AUDIENCE,
        algorithms: ['RS256'],
        requiredClaims: ['sub', 'exp', 'iat', 'tenant_id'],
        currentDate: this.#now(),
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired)
        throw new InvalidTokenError('TOKEN_EXPIRED', 'the access token has expired');
      if (error instanceof errors.JOSEError)
        throw new InvalidTokenError('TOKEN_INVALID', 'the access token is not valid');
      throw error;
    }
  }
}

function viewerOf(payload: JWTPayload, token: string, clientIp: string | null): Viewer {
  const { sub, username, tenant_id: tenantId, sid } = payload;
  if (typeof sub !== 'string' || typeof username !== 'string' || typeof tenantId !== 'string') {
    throw new InvalidTokenError('TOKEN_INVALID', 'the access token lacks a claim');
  }
  return {
    // a person's token names a session, a program's has none
    kind: typeof sid === 'string' ? 'USER' : 'API_CLIENT',
    tenantId,
    userId: sub,
    username,
    roles: strings(payload.roles),
    permissions: new Set(strings(payload.permissions)),
    siteIds: strings(payload.site_ids),
    sessionId: typeof sid === 'string' ? sid : null,
    expiresAt: payload.exp ?? 0,
    token,
    clientIp,
  };
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
