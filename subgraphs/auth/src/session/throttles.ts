import { newId, type Tx } from '@machshop/db';
import { recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { type Context, Refused } from '@machshop/server';
import type { UserRow } from '../user/tables.ts';
import { ADDRESS_POLICY, fail, forgive, lockedUntil, type Throttle, USER_POLICY } from './lockout.ts';
import type { Attempt } from './login.ts';
import { AddressThrottleStore, LoginThrottleStore } from './throttle-store.ts';
import { strangerIn } from './viewer.ts';

/** What an event calls somebody whose name we do not know: people type passwords into the wrong field. */
const UNKNOWN = '(unknown)';

type Failure = { kind: 'FAILED' } | { kind: 'LOCKED'; until: Date };

/** The refusal of a sign-in that is not tried. */
export const locked = (retryAt: Date): Refused =>
  new Refused({
    __typename: 'SignInLockedError',
    code: 'LOCKED',
    message: `too many sign-ins have failed: try again after ${retryAt.toISOString()}`,
    path: ['input'],
    retryAt,
  });

/** What has failed so far, for a username and for an address. */
export async function readLocks(
  tx: Tx,
  { tenantId, key, address }: { tenantId?: string; key?: string; address: string | null },
): Promise<{ username: Throttle | null; address: Throttle | null }> {
  const [username] = tenantId && key ? await new LoginThrottleStore(tx, tenantId).byKeys([key]) : [];
  return {
    username: username ?? null,
    address: address ? await new AddressThrottleStore(tx).find(address) : null,
  };
}

/**
 * Counts a sign-in that failed, unless others that failed in the same moment have locked it already: then it
 * is answered as theirs will be, so that guessing in parallel tells no more than guessing in turn.
 */
export async function countFailure(
  ctx: Context,
  tx: Tx,
  { tenantId, username, key, address }: Attempt,
  user: UserRow | null,
): Promise<Failure> {
  const now = ctx.now();
  const throttles = new LoginThrottleStore(tx, tenantId);
  const before = await throttles.lockForFailure(key, now);
  const until = lockedUntil(before, now);
  if (until) return { kind: 'LOCKED', until };
  const after = fail(before, now, USER_POLICY);
  await throttles.save(key, after);
  await throttles.prune(new Date(now.getTime() - USER_POLICY.forgetAfterMs - USER_POLICY.longestLockMs));
  const byAddress = await countStranger(ctx, tx, address);
  const name = user ? username : UNKNOWN;
  const record = recorder('auth', strangerIn(tenantId, ctx.viewer.clientIp), ctx.now, ctx.trace);
  const attemptId = newId();
  const entity = user ? { __typename: 'User', id: user.id } : { __typename: 'Login', id: attemptId };
  const reason = failureReason(user);
  await record(tx, authEvents['login.failed'], {
    id: attemptId,
    data: {
      username: name,
      failures: after.failures,
      reason,
      change: { action: 'ACCESS', entity, old: null, new: { failures: after.failures }, reason },
    },
  });
  if (user && after.lockedUntil) {
    const lockedUntil = after.lockedUntil.toISOString();
    const own = { __typename: 'User', id: user.id } as const;
    await record(tx, authEvents['user.locked'], {
      id: user.id,
      data: {
        user: own,
        username,
        lockedUntil,
        change: { action: 'UPDATE', entity: own, old: null, new: { lockedUntil }, reason: null },
      },
    });
  }
  return byAddress;
}

function failureReason(user: UserRow | null): string {
  if (!user) return 'UNKNOWN_USER';
  return user.active ? 'WRONG_PASSWORD' : 'USER_DEACTIVATED';
}

/** Counts a failure against the address alone. */
export async function countStranger(ctx: Context, tx: Tx, address: string | null): Promise<Failure> {
  if (!address) return { kind: 'FAILED' };
  const now = ctx.now();
  const addresses = new AddressThrottleStore(tx);
  const before = await addresses.lockForFailure(address, now);
  const until = lockedUntil(before, now);
  if (until) return { kind: 'LOCKED', until };
  await addresses.save(address, fail(before, now, ADDRESS_POLICY));
  await addresses.prune(
    new Date(now.getTime() - ADDRESS_POLICY.forgetAfterMs - ADDRESS_POLICY.longestLockMs),
  );
  return { kind: 'FAILED' };
}

/**
 * The password was right: the username's failures are forgotten, and so are they to the address.
 * @returns until when it is locked by others that failed in the same moment, else null
 */
export async function forgiveFailures(
  tx: Tx,
  { tenantId, key, address }: Attempt,
  now: Date,
): Promise<Date | null> {
  const throttles = new LoginThrottleStore(tx, tenantId);
  const addresses = new AddressThrottleStore(tx);
  const ofUsername = await throttles.lock(key);
  const ofAddress = address ? await addresses.lock(address) : null;
  const until = lockedUntil(ofUsername, now) ?? lockedUntil(ofAddress, now);
  if (until) return until;
  if (!ofUsername) return null;
  await throttles.clear(key);
  if (address && ofAddress) await addresses.save(address, forgive(ofAddress, ofUsername.failures));
  return null;
}
