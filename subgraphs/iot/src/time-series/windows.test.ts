import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SeriesWindow } from './time-series.ts';
import { aligned, merged, widthFor } from './windows.ts';

function windowOf(startUs: number, values: readonly number[]): SeriesWindow {
  const mean = values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - (mean ?? 0)) ** 2, 0);
  return {
    startUs,
    good: values.length,
    uncertain: 1,
    bad: 2,
    numbers: values.length,
    min: values.length === 0 ? null : Math.min(...values),
    max: values.length === 0 ? null : Math.max(...values),
    mean,
    standardDeviation: mean === null ? null : Math.sqrt(squares / values.length),
    first: values[0] ?? null,
    last: values.at(-1) ?? null,
  };
}

test('windows together are the window of all their readings', () => {
  const parts = fc.array(fc.array(fc.integer({ min: -1000, max: 1000 }), { maxLength: 10 }), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(parts, (given) => {
      const whole = windowOf(0, given.flat());
      const sum = merged(given.map((values, index) => windowOf(index, values))) as SeriesWindow;
      expect(sum).toMatchObject({
        good: whole.good,
        uncertain: given.length,
        bad: 2 * given.length,
        numbers: whole.numbers,
      });
      expect([sum.min, sum.max, sum.first, sum.last]).toEqual([
        whole.min,
        whole.max,
        whole.first,
        whole.last,
      ]);
      if (whole.mean === null) expect([sum.mean, sum.standardDeviation]).toEqual([null, null]);
      else {
        expect(sum.mean).toBeCloseTo(whole.mean, 8);
        expect(sum.standardDeviation).toBeCloseTo(whole.standardDeviation as number, 6);
      }
    }),
  );
  expect(merged([])).toBeNull();
});

test('a width cuts a range into no more windows than asked for, wherever it begins', () => {
  const range = fc.record({
    fromUs: fc.integer({ min: 0, max: 1e12 }),
    length: fc.integer({ min: 1, max: 1e12 }),
  });
  fc.assert(
    fc.property(
      range,
      fc.integer({ min: 2, max: 5_000 }),
      fc.constantFrom(1_000, 60_000_000),
      ({ fromUs, length }, most, unit) => {
        const given = { fromUs, toUs: fromUs + length };
        const width = widthFor(given, most, unit);
        const whole = aligned(given, width);
        expect(width % unit).toBe(0);
        expect((whole.toUs - whole.fromUs) / width).toBeLessThanOrEqual(most);
        expect(whole.fromUs).toBeLessThanOrEqual(given.fromUs);
        expect(whole.toUs).toBeGreaterThanOrEqual(given.toUs);
      },
    ),
  );
});
