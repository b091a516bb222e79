import { newId, type Tx } from '@machshop/db';
import { recorder } from '@machshop/events';
import { type Context, checkInput, invalidInput, Refused, ruleViolation } from '@machshop/server';
import { counter } from '@machshop/telemetry';
import { z } from 'zod';
import { hashSecret, randomSecret } from '../secrets.ts';
import { servicesOf } from '../services.ts';
import { byTenantCode, INSTALLATION, TenantStore } from '../tenant/store.ts';
import type { AccessToken } from '../token.ts';
import { UserStore } from '../user/store.ts';
import type { UserRow } from '../user/tables.ts';
import { recordLogin } from './events.ts';
import { lockedUntil, networkOf } from './lockout.ts';
import { MAX_SESSIONS, refreshTokenExpiry, SESSION_MS, writeRefreshToken } from './session.ts';
import { SessionStore } from './store.ts';
import { countFailure, countStranger, forgiveFailures, locked, readLocks } from './throttles.ts';
import { subjectOfUser, type ViewerModel, viewerOf } from './viewer.ts';

const loginInput = z.object({
  tenant: z.string().trim().max(40).nullish(),
  username: z.string().trim().toLowerCase().min(1).max(100),
  password: z.string().min(1).max(1_000),
});
const KEPT_MS = 30 * 24 * 60 * 60_000;
const logins = counter('auth_logins_total', 'Sign-ins by outcome', ['outcome']);

/** What a sign-in or a refresh gives. */
export interface SignedIn extends AccessToken {
  refreshToken: string;
  refreshTokenExpiresAt: Date;
  mustChangePassword: boolean;
  viewer: ViewerModel;
}

export const invalidCredentials = () =>
  new Refused(invalidInput(['input'], 'INVALID_CREDENTIALS', 'the username or the password is wrong'));

/** A sign-in on its way. */
export interface Attempt {
  tenantId: string;
  username: string;
  /** Under which failures of the username are counted. */
  key: string;
  /** Under which failures of the address are counted. */
  address: string | null;
}

type Outcome =
  | { kind: 'IN'; user: UserRow; sessionId: string; refreshToken: string; refreshTokenExpiresAt: Date }
  | { kind: 'FAILED' }
  | { kind: 'LOCKED'; until: Date }
  | { kind: 'TOO_MANY_SESSIONS' };

/**
 * Signs a user in. Whatever is wrong, the answer is the same and takes the same time: one argon2id check.
 * @throws Refused INVALID_CREDENTIALS, LOCKED, BUSY, TOO_MANY_SESSIONS
 */
export async function login(ctx: Context, raw: unknown): Promise<SignedIn> {
  const { tenant, username, password } = checkInput(loginInput, raw);
  const { hasher, secrets, signer } = servicesOf(ctx);
  const address = networkOf(ctx.viewer.clientIp);
  const tenantId = await findTenant(ctx, tenant ?? null);
  if (!tenantId) return refuseStranger(ctx, address, password);
  const attempt = { tenantId, username, key: secrets.throttleKey(tenantId, username), address };
  const found = await ctx.db.read(tenantId, async (tx) => ({
    user: (await new UserStore(tx, tenantId).byUsernames([username]))[0] ?? null,
    locks: await readLocks(tx, attempt),
  }));
  const until = lockedUntil(found.locks.address, ctx.now()) ?? lockedUntil(found.locks.username, ctx.now());
  if (until) return refuse(ctx, { kind: 'LOCKED', until });
  // outside of any transaction: it takes its time
  const proven = await hasher.verify(found.user?.passwordHash ?? null, password);
  const stale = proven && found.user ? hasher.isStale(found.user.passwordHash) : false;
  const rehashed = stale ? await hasher.hash(password) : null;
  const outcome = await ctx.db.write(tenantId, (tx) =>
    proven && found.user
      ? admit(ctx, tx, attempt, found.user, rehashed)
      : countFailure(ctx, tx, attempt, found.user),
  );
  if (outcome.kind !== 'IN') return refuse(ctx, outcome);
  logins.inc({ outcome: 'IN' });
  const { user, sessionId, refreshToken, refreshTokenExpiresAt } = outcome;
  const subject = subjectOfUser(user, sessionId);
  const token = await signer.sign(subject);
  const viewer = viewerOf(subject, token.accessTokenExpiresAt, ctx.viewer.clientIp);
  return {
    ...token,
    refreshToken,
    refreshTokenExpiresAt,
    mustChangePassword: user.passwordChange !== 'NONE',
    viewer: { viewer, user, apiClient: null },
  };
}

function refuse(ctx: Context, outcome: Exclude<Outcome, { kind: 'IN' }>): never {
  logins.inc({ outcome: outcome.kind });
  ctx.log.warn({ outcome: outcome.kind, client: ctx.viewer.clientIp }, 'a sign-in was refused');
  switch (outcome.kind) {
    case 'FAILED':
      throw invalidCredentials();
    case 'LOCKED':
      throw locked(outcome.until);
    case 'TOO_MANY_SESSIONS':
      throw new Refused(
        ruleViolation('TOO_MANY_SESSIONS', `this user has ${MAX_SESSIONS} open sessions: log out of some`),
      );
  }
}

/** The tenant of the code, or the only one; null when there is none of that code. */
async function findTenant(ctx: Context, code: string | null): Promise<string | null> {
  if (code) {
    const tenant = await ctx.db.readAs(byTenantCode(code), (tx) => new TenantStore(tx).byCode(code));
    return tenant?.id ?? null;
  }
  const [only, another] = await ctx.db.readAs(INSTALLATION, (tx) => new TenantStore(tx).visible(2));
  if (another)
    throw new Refused(invalidInput(['input', 'tenant'], 'TENANT_MISSING', 'name the tenant to sign in to'));
  return only?.id ?? null;
}

/** There is no such tenant: it looks like a wrong password, and counts against the address. */
async function refuseStranger(ctx: Context, address: string | null, password: string): Promise<never> {
  const { hasher } = servicesOf(ctx);
  const before = await ctx.db.readAs(INSTALLATION, (tx) => readLocks(tx, { address }));
  const until = lockedUntil(before.address, ctx.now());
  if (until) return refuse(ctx, { kind: 'LOCKED', until });
  await hasher.verify(null, password);
  return refuse(ctx, await ctx.db.writeAs(INSTALLATION, (tx) => countStranger(ctx, tx, address)));
}

/** The password was right: unless the user was locked, deactivated or changed meanwhile, a session begins. */
async function admit(
  ctx: Context,
  tx: Tx,
  attempt: Attempt,
  found: UserRow,
  rehashed: string | null,
): Promise<Outcome> {
  const { tenantId, username } = attempt;
  const now = ctx.now();
  const users = new UserStore(tx, tenantId);
  const user = await users.lock(found.id);
  if (!user?.active || user.passwordHash !== found.passwordHash) {
    return countFailure(ctx, tx, attempt, user ?? found);
  }
  const until = await forgiveFailures(tx, attempt, now);
  if (until) return { kind: 'LOCKED', until };
  const sessions = new SessionStore(tx, tenantId);
  if ((await sessions.openCount(user.id, now)) >= MAX_SESSIONS) return { kind: 'TOO_MANY_SESSIONS' };
  const session = {
    id: newId(),
    userId: user.id,
    startedAt: now,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_MS),
    clientAddress: ctx.viewer.clientIp,
  };
  await sessions.insert(session);
  const secret = randomSecret();
  const refreshTokenExpiresAt = refreshTokenExpiry(now, session.expiresAt);
  await sessions.addToken({
    sessionId: session.id,
    generation: 1,
    secretHash: hashSecret(secret),
    issuedAt: now,
    expiresAt: refreshTokenExpiresAt,
  });
  const saved = await users.update(user.id, {
    lastLoginAt: now,
    ...(rehashed ? { passwordHash: rehashed } : {}),
  });
  const viewer = viewerOf(subjectOfUser(saved, session.id), null, ctx.viewer.clientIp);
  await recordLogin(recorder('auth', viewer, ctx.now, ctx.trace), tx, session, username);
  await sessions.prune(new Date(now.getTime() - KEPT_MS));
  const refreshToken = writeRefreshToken({ tenantId, sessionId: session.id, generation: 1, secret });
  return { kind: 'IN', user: saved, sessionId: session.id, refreshToken, refreshTokenExpiresAt };
}
