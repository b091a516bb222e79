const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A session ends at the latest after this, however busy. */
export const SESSION_MS = 7 * 24 * HOUR_MS;
/** A refresh token that is not used for this long is no good any more: a shift. */
export const REFRESH_TOKEN_MS = 12 * HOUR_MS;
/** A client whose answer was lost may ask again for this long. */
export const REPEAT_MS = 10_000;
/** Refreshes of one session: 7 days at one every two minutes. */
export const MAX_GENERATIONS = 5_040;
/** Sessions of one user that are open at once. */
export const MAX_SESSIONS = 1_000;

/** The parts of a refresh token: `<tenant>.<session>.<generation>.<secret>`. */
export interface RefreshToken {
  readonly tenantId: string;
  readonly sessionId: string;
  readonly generation: number;
  readonly secret: string;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const FORM = new RegExp(`^(${UUID})\\.(${UUID})\\.(\\d{1,6})\\.([A-Za-z0-9_-]{43})$`);

export const writeRefreshToken = (token: RefreshToken): string =>
  [token.tenantId, token.sessionId, token.generation, token.secret].join('.');

/** Reads a refresh token, or null when it is none. */
export function readRefreshToken(text: string): RefreshToken | null {
  const [, tenantId, sessionId, generation, secret] = FORM.exec(text) ?? [];
  if (!tenantId || !sessionId || !generation || !secret) return null;
  return { tenantId, sessionId, generation: Number(generation), secret };
}

export interface RefreshFacts {
  readonly session: { readonly expiresAt: Date; readonly endedAt: Date | null };
  /** The token that was presented, its secret being right. */
  readonly token: {
    readonly generation: number;
    readonly expiresAt: Date;
    readonly usedAt: Date | null;
    readonly usedFrom: string | null;
  };
  /** The newest token's generation. */
  readonly newest: number;
  readonly now: Date;
  readonly address: string | null;
}

export type RefreshDecision =
  | { kind: 'ROTATE' }
  /** The same answer once more: it may have been lost on the way. */
  | { kind: 'REPEAT' }
  /** Somebody has a copy of the token. */
  | { kind: 'REUSED' }
  | { kind: 'OVER'; why: 'ENDED' | 'EXPIRED' | 'TOO_MANY' };

/** What to answer to a refresh token. */
export function decideRefresh({ session, token, newest, now, address }: RefreshFacts): RefreshDecision {
  if (session.endedAt) return { kind: 'OVER', why: 'ENDED' };
  if (token.usedAt) {
    // only while its successor lies unused, and for whoever used it: then nobody gets a second token of it
    const lost =
      token.generation === newest - 1 &&
      token.usedFrom === address &&
      now.getTime() - token.usedAt.getTime() <= REPEAT_MS;
    if (!lost) return { kind: 'REUSED' };
    return session.expiresAt > now ? { kind: 'REPEAT' } : { kind: 'OVER', why: 'EXPIRED' };
  }
  if (session.expiresAt <= now || token.expiresAt <= now) return { kind: 'OVER', why: 'EXPIRED' };
  return token.generation >= MAX_GENERATIONS ? { kind: 'OVER', why: 'TOO_MANY' } : { kind: 'ROTATE' };
}

/** When a token that is issued now is no good any more. */
export const refreshTokenExpiry = (now: Date, sessionExpiresAt: Date): Date =>
  new Date(Math.min(now.getTime() + REFRESH_TOKEN_MS, sessionExpiresAt.getTime()));
