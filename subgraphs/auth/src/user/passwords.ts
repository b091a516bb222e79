import type { Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  invalidInput,
  notFound,
  Refused,
  requirePerson,
  unauthenticated,
} from '@machshop/server';
import { z } from 'zod';
import { servicesOf } from '../services.ts';
import { recordEnd } from '../session/events.ts';
import { lockedUntil, networkOf } from '../session/lockout.ts';
import { SessionStore } from '../session/store.ts';
import { countFailure, forgiveFailures, locked, readLocks } from '../session/throttles.ts';
import { recordUser } from './events.ts';
import { passwordFault } from './password.ts';
import { lockUser } from './reach.ts';
import { UserStore } from './store.ts';
import type { UserRow } from './tables.ts';
import type { PasswordChange } from './user.ts';

const password = z.string().max(1_000);
const ownInput = z.object({ oldPassword: password, newPassword: password });
const setInput = z.object({ userId: z.uuid(), password });

/**
 * The hash of a new password.
 * @throws Refused when a rule of passwords is broken, or BUSY
 */
export async function newPassword(
  ctx: Context,
  text: string,
  username: string,
  path: readonly string[],
): Promise<string> {
  const fault = passwordFault(text, username);
  if (fault) throw new Refused(invalidInput(path, fault.code, fault.message));
  return servicesOf(ctx).hasher.hash(text);
}

/**
 * Changes the viewer's password; their other sessions end. A wrong old password counts as a failed sign-in:
 * whoever finds an open terminal may not guess at it.
 */
export async function changeOwnPassword(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(ownInput, raw);
  requirePerson(ctx.viewer, 'a program has no password: its secret is rotated');
  const { tenantId, userId, sessionId, clientIp } = ctx.viewer;
  const { hasher, secrets } = servicesOf(ctx);
  const [user] = await ctx.read((tx) => new UserStore(tx, tenantId).byIds([userId]));
  if (!user?.active) throw unauthenticated();
  const { username } = user;
  const attempt = {
    tenantId,
    username,
    key: secrets.throttleKey(tenantId, username),
    address: networkOf(clientIp),
  };
  const locks = await ctx.read((tx) => readLocks(tx, attempt));
  const until = lockedUntil(locks.username, ctx.now()) ?? lockedUntil(locks.address, ctx.now());
  if (until) throw locked(until);
  if (!(await hasher.verify(user.passwordHash, input.oldPassword))) {
    const failure = await ctx.write((tx) => countFailure(ctx, tx, attempt, user));
    if (failure.kind === 'LOCKED') throw locked(failure.until);
    throw new Refused(invalidInput(['input', 'oldPassword'], 'WRONG_PASSWORD', 'the old password is wrong'));
  }
  if (input.oldPassword === input.newPassword) {
    throw new Refused(
      invalidInput(['input', 'newPassword'], 'PASSWORD_UNCHANGED', 'the new password is the old one'),
    );
  }
  const hash = await newPassword(ctx, input.newPassword, username, ['input', 'newPassword']);
  return ctx.write(async (tx) => {
    const before = await new UserStore(tx, tenantId).lock(userId);
    if (!before?.active || before.passwordHash !== user.passwordHash) throw unauthenticated();
    const lockedMeanwhile = await forgiveFailures(tx, attempt, ctx.now());
    if (lockedMeanwhile) throw locked(lockedMeanwhile);
    return savePassword(ctx, tx, before, hash, 'NONE', sessionId);
  });
}

/** An administrator sets a password, with which the user can do nothing but choose another one. */
export async function setPassword(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(setInput, raw);
  const [user] = await ctx.read((tx) => new UserStore(tx, ctx.viewer.tenantId).byIds([input.userId]));
  if (!user) throw new Refused(notFound(['input', 'userId'], 'no such user'));
  const hash = await newPassword(ctx, input.password, user.username, ['input', 'password']);
  return ctx.write(async (tx) => {
    const before = await lockUser(ctx, tx, input.userId, ['input', 'userId']);
    return savePassword(ctx, tx, before, hash, 'REQUIRED', null);
  });
}

async function savePassword(
  ctx: Context,
  tx: Tx,
  before: UserRow,
  passwordHash: string,
  passwordChange: PasswordChange,
  keptSession: string | null,
): Promise<UserRow> {
  const now = ctx.now();
  const { tenantId } = ctx.viewer;
  const changes = { passwordHash, passwordChange, passwordChangedAt: now };
  const row = await new UserStore(tx, tenantId).update(before.id, changes);
  const ended = await new SessionStore(tx, tenantId).endOfUser(row.id, now, 'PASSWORD_CHANGED', keptSession);
  for (const session of ended) await recordEnd(ctx.record, tx, session, row.username, 'PASSWORD_CHANGED');
  await recordUser(ctx.record, tx, 'user.password-changed', row, {
    old: { passwordChangedAt: before.passwordChangedAt.toISOString() },
    new: { passwordChangedAt: now.toISOString(), mustChangePassword: passwordChange !== 'NONE' },
  });
  return row;
}
