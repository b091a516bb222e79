import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideRefresh,
  MAX_GENERATIONS,
  REPEAT_MS,
  readRefreshToken,
  refreshTokenExpiry,
  writeRefreshToken,
} from './session.ts';

const facts = {
  session: { expiresAt: new Date(1_000_000), endedAt: null },
  token: { generation: 3, expiresAt: new Date(500_000), usedAt: null, usedFrom: null },
  newest: 3,
  now: new Date(100_000),
  address: '10.0.0.1',
};
const used = { ...facts.token, usedAt: new Date(95_000), usedFrom: '10.0.0.1' };

describe('a refresh token', () => {
  test('is written and read without loss', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.uuid(),
        fc.integer({ min: 1, max: MAX_GENERATIONS }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        (tenantId, sessionId, generation, bytes) => {
          const token = {
            tenantId,
            sessionId,
            generation,
            secret: Buffer.from(bytes).toString('base64url'),
          };
          expect(readRefreshToken(writeRefreshToken(token))).toEqual(token);
        },
      ),
    );
  });

  test('that is anything else reads as none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readRefreshToken(text)).toBeNull();
      }),
    );
  });

  test('is rotated while it is unused and neither it nor its session has ended', () => {
    expect(decideRefresh(facts)).toEqual({ kind: 'ROTATE' });
    expect(decideRefresh({ ...facts, now: facts.token.expiresAt })).toEqual({ kind: 'OVER', why: 'EXPIRED' });
    const session = { ...facts.session, endedAt: new Date(1) };
    expect(decideRefresh({ ...facts, session })).toEqual({ kind: 'OVER', why: 'ENDED' });
    const token = { ...facts.token, generation: MAX_GENERATIONS };
    expect(decideRefresh({ ...facts, token })).toEqual({ kind: 'OVER', why: 'TOO_MANY' });
  });

  test('that was used is repeated only for its user, soon after, while its successor lies unused', () => {
    const repeated = { ...facts, token: used, newest: 4 };
    expect(decideRefresh(repeated)).toEqual({ kind: 'REPEAT' });
    expect(decideRefresh({ ...repeated, newest: 5 })).toEqual({ kind: 'REUSED' });
    expect(decideRefresh({ ...repeated, address: '10.0.0.2' })).toEqual({ kind: 'REUSED' });
    const late = new Date(used.usedAt.getTime() + REPEAT_MS + 1);
    expect(decideRefresh({ ...repeated, now: late })).toEqual({ kind: 'REUSED' });
  });

  test('never outlives its session', () => {
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.nat(10 ** 9), (now, end) => {
        expect(refreshTokenExpiry(new Date(now), new Date(end)).getTime()).toBeLessThanOrEqual(end);
      }),
    );
  });
});
