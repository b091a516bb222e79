/** Failed sign-ins of a username or an address. */
export interface Throttle {
  readonly failures: number;
  readonly lastFailedAt: Date;
  readonly lockedUntil: Date | null;
}

/** When failures lock, for how long, and when they are forgotten. */
export interface LockoutPolicy {
  /** This many failures lock; every further one locks twice as long. */
  readonly threshold: number;
  readonly firstLockMs: number;
  readonly longestLockMs: number;
  /** This long after the last failure, or the end of its lock, counting begins anew. */
  readonly forgetAfterMs: number;
}

const MINUTE_MS = 60_000;

export const USER_POLICY: LockoutPolicy = {
  threshold: 5,
  firstLockMs: MINUTE_MS,
  longestLockMs: 60 * MINUTE_MS,
  forgetAfterMs: 24 * 60 * MINUTE_MS,
};

/** A plant's people may all come from one address: it takes more. */
export const ADDRESS_POLICY: LockoutPolicy = {
  threshold: 50,
  firstLockMs: MINUTE_MS,
  longestLockMs: 60 * MINUTE_MS,
  forgetAfterMs: 15 * MINUTE_MS,
};

/** Until when no sign-in is tried, or null. */
export const lockedUntil = (throttle: Throttle | null, now: Date): Date | null =>
  throttle?.lockedUntil && throttle.lockedUntil > now ? throttle.lockedUntil : null;

/** One more failure. */
export function fail(before: Throttle | null, now: Date, policy: LockoutPolicy): Throttle {
  const failures = (before && !isForgotten(before, now, policy) ? before.failures : 0) + 1;
  if (failures < policy.threshold) return { failures, lastFailedAt: now, lockedUntil: null };
  const lock = Math.min(policy.firstLockMs * 2 ** (failures - policy.threshold), policy.longestLockMs);
  return { failures, lastFailedAt: now, lockedUntil: new Date(now.getTime() + lock) };
}

/**
 * What an address keeps after a person has signed in from it: that person's own failures are forgiven. Not all,
 * or whoever has one password could guess at the others without end.
 */
export function forgive(address: Throttle, failures: number): Throttle {
  return { ...address, failures: Math.max(0, address.failures - failures) };
}

function isForgotten(throttle: Throttle, now: Date, policy: LockoutPolicy): boolean {
  const since = Math.max(throttle.lastFailedAt.getTime(), throttle.lockedUntil?.getTime() ?? 0);
  return now.getTime() - since >= policy.forgetAfterMs;
}

/** The network that failures are counted for: an IPv4 address, or the /64 that an IPv6 host may roam in. */
export function networkOf(address: string | null): string | null {
  if (!address) return null;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address.slice(0, 64);
  const [left = '', right] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const head = left ? left.split(':') : [];
  const tail = right ? right.split(':') : [];
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`.slice(0, 64);
}
