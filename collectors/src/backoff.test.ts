import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';

const options = { initialMs: 500, maxMs: 30_000 };

it('waits twice as long each time up to the most, and of that between half and all', () => {
  expect([1, 2, 3, 7, 60, 5000].map((attempt) => backoffMs(attempt, options, () => 1))).toEqual([
    500, 1000, 2000, 30_000, 30_000, 30_000,
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, dice) => {
        const most = backoffMs(attempt, options, () => 1);
        const wait = backoffMs(attempt, options, () => dice);
        expect(wait).toBeLessThanOrEqual(most);
        expect(wait).toBeGreaterThanOrEqual(most / 2);
      },
    ),
  );
});
