import { expect, test } from 'vitest';
import { fuzz } from './run.ts';

/** Caches fill up meanwhile: so much may be kept at most. */
const MAX_GROWTH_MB = 100;

test('a gateway under attack has no fault, answers each attack and goes on serving', {
  timeout: 60_000,
}, async () => {
  const { failures, attacks, kinds, heapMb } = await fuzz({ seconds: 6, seed: 20_261_125 });
  expect(failures).toEqual([]);
  expect(kinds.size).toBeGreaterThan(40);
  expect(attacks).toBeGreaterThan(3 * kinds.size - 1);
  expect(heapMb.after - heapMb.before).toBeLessThan(MAX_GROWTH_MB);
});
