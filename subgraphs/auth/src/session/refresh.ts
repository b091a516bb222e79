import type { Tx } from '@machshop/db';
import { recorder } from '@machshop/events';
import { type Context, checkInput, invalidInput, Refused, unauthenticated } from '@machshop/server';
import { counter } from '@machshop/telemetry';
import { z } from 'zod';
import { hashSecret, isSecret } from '../secrets.ts';
import { servicesOf } from '../services.ts';
import { UserStore } from '../user/store.ts';
import type { UserRow } from '../user/tables.ts';
import { recordEnd } from './events.ts';
import { networkOf } from './lockout.ts';
import type { SignedIn } from './login.ts';
import {
  decideRefresh,
  type RefreshToken,
  readRefreshToken,
  refreshTokenExpiry,
  writeRefreshToken,
} from './session.ts';
import { SessionStore } from './store.ts';
import type { RefreshTokenRow, SessionRow } from './tables.ts';
import { strangerIn, subjectOfUser, viewerOf } from './viewer.ts';

const refreshInput = z.object({ refreshToken: z.string().max(400) });
const logoutInput = z.object({ refreshToken: z.string().max(400).nullish() }).nullish();
const refreshes = counter('auth_refreshes_total', 'Refreshes by outcome', ['outcome']);

type Outcome =
  | { kind: 'ROTATE' | 'REPEAT'; user: UserRow; sessionId: string; next: RefreshToken; nextExpiresAt: Date }
  | { kind: 'INVALID' | 'REUSED' | 'OVER' };

const REFUSALS = {
  INVALID: ['INVALID_REFRESH_TOKEN', 'this is no refresh token of ours'],
  REUSED: [
    'REFRESH_TOKEN_REUSED',
    'this refresh token was used before: its session has ended, sign in again',
  ],
  OVER: ['SESSION_ENDED', 'the session has ended: sign in again'],
} as const;

/**
 * Exchanges a refresh token for the next one and a new access token.
 * @throws Refused INVALID_REFRESH_TOKEN, REFRESH_TOKEN_REUSED, SESSION_ENDED
 */
export async function refresh(ctx: Context, raw: unknown): Promise<SignedIn> {
  const token = readRefreshToken(checkInput(refreshInput, raw).refreshToken);
  // a refusal may change something, so it is not thrown inside the transaction
  const outcome: Outcome = token
    ? await ctx.db.write(token.tenantId, (tx) => exchange(ctx, tx, token))
    : { kind: 'INVALID' };
  refreshes.inc({ outcome: outcome.kind });
  if (!('user' in outcome)) {
    const [code, message] = REFUSALS[outcome.kind];
    throw new Refused(invalidInput(['input', 'refreshToken'], code, message));
  }
  const subject = subjectOfUser(outcome.user, outcome.sessionId);
  const access = await servicesOf(ctx).signer.sign(subject);
  return {
    ...access,
    refreshToken: writeRefreshToken(outcome.next),
    refreshTokenExpiresAt: outcome.nextExpiresAt,
    mustChangePassword: outcome.user.passwordChange !== 'NONE',
    viewer: {
      viewer: viewerOf(subject, access.accessTokenExpiresAt, ctx.viewer.clientIp),
      user: outcome.user,
      apiClient: null,
    },
  };
}

interface Presented {
  session: SessionRow;
  row: RefreshTokenRow;
}

/** The session of a token, held, when its secret is right: what is forged ends nobody's session. */
async function present(sessions: SessionStore, token: RefreshToken): Promise<Presented | null> {
  const session = await sessions.lock(token.sessionId);
  const row = session && (await sessions.token(token.sessionId, token.generation));
  return session && row && isSecret(token.secret, row.secretHash) ? { session, row } : null;
}

async function exchange(ctx: Context, tx: Tx, token: RefreshToken): Promise<Outcome> {
  const sessions = new SessionStore(tx, token.tenantId);
  const presented = await present(sessions, token);
  if (!presented) return { kind: 'INVALID' };
  const { session, row } = presented;
  const now = ctx.now();
  const address = networkOf(ctx.viewer.clientIp);
  const newest = await sessions.newestGeneration(session.id);
  const decision = decideRefresh({ session, token: row, newest, now, address });
  const [user] = await new UserStore(tx, token.tenantId).byIds([session.userId]);
  if (decision.kind === 'OVER' || !user?.active) return { kind: 'OVER' };
  if (decision.kind === 'REUSED') {
    await sessions.end(session.id, now, 'REUSE_DETECTED');
    const record = recorder('auth', strangerIn(token.tenantId, ctx.viewer.clientIp), ctx.now, ctx.trace);
    await recordEnd(record, tx, session, user.username, 'REUSE_DETECTED');
    ctx.log.warn({ session: session.id, client: ctx.viewer.clientIp }, 'a used refresh token came back');
    return { kind: 'REUSED' };
  }
  const generation = token.generation + 1;
  const secret = servicesOf(ctx).secrets.successor(session.id, generation, token.secret);
  const next = { tenantId: token.tenantId, sessionId: session.id, generation, secret };
  const found = { user, sessionId: session.id, next };
  if (decision.kind === 'REPEAT') {
    const successor = await sessions.token(session.id, generation);
    // made with a key that has changed since: the answer cannot be given again
    if (!successor || !isSecret(secret, successor.secretHash)) return { kind: 'INVALID' };
    return { ...found, kind: 'REPEAT', nextExpiresAt: successor.expiresAt };
  }
  const nextExpiresAt = refreshTokenExpiry(now, session.expiresAt);
  await sessions.useToken(session.id, token.generation, now, address);
  await sessions.addToken({
    sessionId: session.id,
    generation,
    secretHash: hashSecret(secret),
    issuedAt: now,
    expiresAt: nextExpiresAt,
  });
  await sessions.touch(session.id, now);
  return { ...found, kind: 'ROTATE', nextExpiresAt };
}

/** Ends the session of the refresh token, or else of the access token; answers which, null when none was open. */
export async function logout(ctx: Context, raw: unknown): Promise<string | null> {
  const given = checkInput(logoutInput, raw)?.refreshToken;
  if (given) {
    const token = readRefreshToken(given);
    if (!token) return null;
    return ctx.db.write(token.tenantId, async (tx) => {
      const sessions = new SessionStore(tx, token.tenantId);
      const presented = await present(sessions, token);
      return presented ? endSession(ctx, tx, sessions, presented.session) : null;
    });
  }
  const { kind, tenantId, sessionId } = ctx.viewer;
  if (kind === 'ANONYMOUS') throw unauthenticated();
  if (!sessionId) return null;
  return ctx.write(async (tx) => {
    const sessions = new SessionStore(tx, tenantId);
    const session = await sessions.lock(sessionId);
    return session ? endSession(ctx, tx, sessions, session) : null;
  });
}

async function endSession(ctx: Context, tx: Tx, sessions: SessionStore, session: SessionRow) {
  if (session.endedAt) return null;
  const [user] = await new UserStore(tx, session.tenantId).byIds([session.userId]);
  if (!user) throw new Error(`session ${session.id} has no user`);
  await sessions.end(session.id, ctx.now(), 'LOGGED_OUT');
  const viewer = viewerOf(subjectOfUser(user, session.id), null, ctx.viewer.clientIp);
  const record = recorder('auth', viewer, ctx.now, ctx.trace);
  await recordEnd(record, tx, session, user.username, 'LOGGED_OUT');
  return session.id;
}
