import { constraintOf, newId, type Tx } from '@machshop/db';
import { type Context, checkInput, invalidInput, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { name, reason, roles, sameList, siteIds, username } from '../input.ts';
import { servicesOf } from '../services.ts';
import { SessionStore } from '../session/store.ts';
import { LoginThrottleStore } from '../session/throttle-store.ts';
import { TenantStore } from '../tenant/store.ts';
import { describeUser, recordUser } from './events.ts';
import { newPassword } from './passwords.ts';
import { checkReach, checkSites, lockUser } from './reach.ts';
import { UserStore } from './store.ts';
import type { UserRow } from './tables.ts';
import { losesAdministrator } from './user.ts';

const email = z.email().max(254).nullish();
const createInput = z.object({
  id: z.uuid().toLowerCase().nullish(),
  username,
  displayName: name,
  email,
  roles,
  siteIds: siteIds.nullish(),
  password: z.string().max(1_000),
});
const changeInput = z.object({
  id: z.uuid(),
  displayName: name.nullish(),
  email,
  roles: roles.nullish(),
  siteIds: siteIds.nullish(),
});
const idInput = z.object({ id: z.uuid(), reason });

/**
 * Creates a user, who must choose a password of their own. The same id with the same content again changes
 * nothing; passwords are not compared, since the user may have another one by then.
 */
export async function createUser(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(createInput, raw);
  const reach = { roles: input.roles, siteIds: input.siteIds ?? [] };
  checkReach(ctx, reach, ['input', 'roles']);
  const passwordHash = await newPassword(ctx, input.password, input.username, ['input', 'password']);
  const wanted = {
    ...reach,
    username: input.username,
    displayName: input.displayName,
    email: input.email ?? null,
  };
  try {
    return await ctx.write(async (tx) => {
      const store = new UserStore(tx, ctx.viewer.tenantId);
      const [same] = input.id ? await store.byIds([input.id]) : [];
      if (same && isSame(same, wanted)) return same;
      await checkSites(ctx, tx, wanted.siteIds);
      const now = ctx.now();
      const row = await store.insert({
        ...wanted,
        id: input.id ?? newId(),
        passwordHash,
        passwordChange: 'REQUIRED',
        passwordChangedAt: now,
        active: true,
        lastLoginAt: null,
        recordedAt: now,
      });
      await recordUser(ctx.record, tx, 'user.created', row, { old: null, new: describeUser(row) });
      return row;
    });
  } catch (error) {
    if (constraintOf(error) === 'users_username_key') {
      throw new Refused(
        invalidInput(['input', 'username'], 'USERNAME_TAKEN', `there is a user ${input.username} already`),
      );
    }
    if (constraintOf(error) === 'users_pkey') {
      throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another user'));
    }
    throw error;
  }
}

type Described = Pick<UserRow, 'username' | 'displayName' | 'email' | 'roles' | 'siteIds'>;

const isSame = (row: Described, wanted: Described): boolean =>
  row.username === wanted.username &&
  row.displayName === wanted.displayName &&
  row.email === wanted.email &&
  sameList(row.roles, wanted.roles) &&
  sameList(row.siteIds, wanted.siteIds);

/** Changes what describes a user and what they may do; a field left out stays. */
export async function changeUser(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(changeInput, raw);
  return ctx.write(async (tx) => {
    // before any user: two administrators who change each other take turns
    await new TenantStore(tx).lock(ctx.viewer.tenantId);
    const before = await lockUser(ctx, tx, input.id, ['input', 'id']);
    const wanted = {
      displayName: input.displayName ?? before.displayName,
      email: input.email ?? before.email,
      roles: input.roles ?? before.roles,
      siteIds: input.siteIds ?? before.siteIds,
    };
    if (isSame(before, { ...wanted, username: before.username })) return before;
    if (!sameList(wanted.roles, before.roles) || !sameList(wanted.siteIds, before.siteIds)) {
      checkReach(ctx, wanted, ['input', 'roles']);
      await checkSites(ctx, tx, wanted.siteIds);
    }
    await keepAdministrator(ctx, tx, before, { ...wanted, active: before.active });
    const row = await new UserStore(tx, ctx.viewer.tenantId).update(before.id, wanted);
    await recordUser(ctx.record, tx, 'user.changed', row, changed(before, row));
    return row;
  });
}

function changed(before: UserRow, after: UserRow) {
  const [old, now] = [describeUser(before), describeUser(after)];
  const keys = Object.keys(old).filter((key) => JSON.stringify(old[key]) !== JSON.stringify(now[key]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(keys.map((key) => [key, from[key]]));
  return { old: pick(old), new: pick(now) };
}

async function keepAdministrator(
  ctx: Context,
  tx: Tx,
  before: UserRow,
  after: Pick<UserRow, 'roles' | 'active'>,
): Promise<void> {
  const others = await new UserStore(tx, ctx.viewer.tenantId).otherAdministrators(before.id);
  if (losesAdministrator(before, after, others)) {
    throw new Refused(
      ruleViolation('LAST_ADMINISTRATOR', `${before.username} is the last administrator`, ['input', 'id']),
    );
  }
}

/** A user signs in no more, and every session of theirs ends. */
export async function deactivateUser(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(idInput, raw);
  return ctx.write(async (tx) => {
    await new TenantStore(tx).lock(ctx.viewer.tenantId);
    const before = await lockUser(ctx, tx, input.id, ['input', 'id']);
    if (!before.active) return before;
    await keepAdministrator(ctx, tx, before, { roles: before.roles, active: false });
    const row = await new UserStore(tx, ctx.viewer.tenantId).update(before.id, { active: false });
    const sessions = new SessionStore(tx, ctx.viewer.tenantId);
    await sessions.endOfUser(row.id, ctx.now(), 'USER_DEACTIVATED', null);
    await recordUser(ctx.record, tx, 'user.deactivated', row, {
      old: { active: true },
      new: { active: false },
      reason: input.reason ?? null,
    });
    return row;
  });
}

/** A deactivated user signs in again. */
export async function reactivateUser(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(idInput, raw);
  return ctx.write(async (tx) => {
    const before = await lockUser(ctx, tx, input.id, ['input', 'id']);
    if (before.active) return before;
    const row = await new UserStore(tx, ctx.viewer.tenantId).update(before.id, { active: true });
    await recordUser(ctx.record, tx, 'user.reactivated', row, {
      old: { active: false },
      new: { active: true },
      reason: input.reason ?? null,
    });
    return row;
  });
}

/** Forgets the failed sign-ins of a user. */
export async function unlockUser(ctx: Context, raw: unknown): Promise<UserRow> {
  const input = checkInput(idInput, raw);
  return ctx.write(async (tx) => {
    const row = await lockUser(ctx, tx, input.id, ['input', 'id']);
    const throttles = new LoginThrottleStore(tx, ctx.viewer.tenantId);
    const key = servicesOf(ctx).secrets.throttleKey(ctx.viewer.tenantId, row.username);
    const throttle = await throttles.lock(key);
    if (!throttle) return row;
    await throttles.clear(key);
    await recordUser(ctx.record, tx, 'user.unlocked', row, {
      old: { failures: throttle.failures, lockedUntil: throttle.lockedUntil?.toISOString() ?? null },
      new: { failures: 0, lockedUntil: null },
    });
    return row;
  });
}
