import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ADDRESS_POLICY,
  fail,
  forgive,
  lockedUntil,
  networkOf,
  type Throttle,
  USER_POLICY,
} from './lockout.ts';

const policies = fc.constantFrom(USER_POLICY, ADDRESS_POLICY);

describe('lock-out', () => {
  test('fewer failures than the threshold never lock', () => {
    fc.assert(
      fc.property(policies, fc.array(fc.nat(3_600_000), { maxLength: 3 }), (policy, waits) => {
        let state: Throttle | null = null;
        let time = 0;
        for (const wait of waits) {
          time += wait;
          state = fail(state, new Date(time), policy);
        }
        expect(lockedUntil(state, new Date(time))).toBeNull();
      }),
    );
  });

  test('locks never get shorter while failures go on, and none is longer than the longest', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: 1, max: 200 }), (policy, failures) => {
        let state: Throttle | null = null;
        let time = 0;
        let longest = 0;
        for (let i = 0; i < failures; i++) {
          time = Math.max(time, state?.lockedUntil?.getTime() ?? 0);
          state = fail(state, new Date(time), policy);
          const lock = (state.lockedUntil?.getTime() ?? time) - time;
          expect(lock).toBeGreaterThanOrEqual(longest);
          expect(lock).toBeLessThanOrEqual(policy.longestLockMs);
          longest = lock;
        }
      }),
    );
  });

  test('counting begins anew when the last failure is long past', () => {
    const old = { failures: 30, lastFailedAt: new Date(0), lockedUntil: new Date(1_000) };
    const just = new Date(1_000 + USER_POLICY.forgetAfterMs);
    expect(fail(old, just, USER_POLICY).failures).toBe(1);
    expect(fail(old, new Date(just.getTime() - 1), USER_POLICY).failures).toBe(31);
  });

  test("forgiving takes away a person's own failures and no more", () => {
    const address = { failures: 7, lastFailedAt: new Date(0), lockedUntil: null };
    expect(forgive(address, 3).failures).toBe(4);
    expect(forgive(address, 9).failures).toBe(0);
  });

  test('an IPv6 host is counted by its /64, an IPv4 address in IPv6 clothes as itself', () => {
    expect(networkOf('2001:db8:0:1:aaaa::1')).toBe('2001:db8:0:1::/64');
    expect(networkOf('2001:DB8::5')).toBe('2001:db8:0:0::/64');
    expect(networkOf('::1')).toBe('0:0:0:0::/64');
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
    expect(networkOf(null)).toBeNull();
  });
});
