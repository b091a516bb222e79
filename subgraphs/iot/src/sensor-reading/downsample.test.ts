import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downsample, gapsOf } from './downsample.ts';
import { lttb } from './lttb.ts';
import type { Reading } from './reading.ts';

const number = (timeUs: number, value: number | null, quality: Reading['quality'] = 'GOOD'): Reading => ({
  timeUs,
  seq: timeUs,
  value,
  text: null,
  kind: value === null ? 'NONE' : 'NUMBER',
  quality,
  outOfRange: false,
  early: false,
  late: false,
});
const state = (timeUs: number, text: string): Reading => ({ ...number(timeUs, null), kind: 'TEXT', text });

describe('largest triangle three buckets', () => {
  test('keeps the peak that the eye would miss', () => {
    const points = Array.from({ length: 1000 }, (_, x) => ({ x, y: x === 500 ? 100 : Math.sin(x / 50) }));
    expect(lttb(points, 20)).toContain(500);
  });

  test('takes the largest triangle of each bucket, on a series small enough to check by hand', () => {
    const points = [0, 1, 0, 5, 0, -5, 0, 2, 0, 0].map((y, x) => ({ x, y }));
    expect(lttb(points, 5)).toEqual([0, 1, 5, 7, 9]);
  });

  test('gives at most the budget, in order, with the first and the last, and all when they fit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 300 }),
        fc.integer({ min: 2, max: 100 }),
        (values, budget) => {
          const kept = lttb(
            values.map((y, x) => ({ x, y })),
            budget,
          );
          expect(kept.length).toBe(Math.min(budget, values.length));
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(values.length - 1);
          for (let index = 1; index < kept.length; index++)
            expect(kept[index]).toBeGreaterThan(kept[index - 1] as number);
        },
      ),
    );
  });
});

describe('a chart of readings', () => {
  const series = fc
    .array(
      fc.record({
        step: fc.integer({ min: 1, max: 30 }),
        value: fc.oneof({ weight: 8, arbitrary: fc.integer() }, { weight: 1, arbitrary: fc.constant(null) }),
      }),
      { maxLength: 200 },
    )
    .map((steps) => {
      let at = 0;
      return steps.map(({ step, value }) => {
        at += step;
        return number(at, value);
      });
    });

  test('has only readings, in order, within its budget, and no line over a gap', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: 2, max: 60 }), (readings, budget) => {
        const points = downsample(readings, budget, 20);
        expect(points.length).toBeLessThanOrEqual(budget);
        const drawn = readings.filter(({ value }) => value !== null);
        if (drawn.length <= budget) expect(points.length).toBe(drawn.length);
        for (const [index, { afterGap, ...point }] of points.entries()) {
          expect(readings).toContainEqual(point);
          const before = points[index - 1];
          if (!before) {
            expect(afterGap).toBe(false);
            continue;
          }
          const between = readings.filter(({ timeUs }) => timeUs >= before.timeUs && timeUs <= point.timeUs);
          const broken =
            between.some(({ value }) => value === null) ||
            gapsOf(
              between.map(({ timeUs }) => timeUs),
              20,
            ).length > 0;
          expect(afterGap).toBe(broken);
        }
      }),
    );
  });

  test('keeps both ends of every stretch between gaps', () => {
    const readings = [...Array(100).keys()].map((index) => number(index < 50 ? index : index + 1_000, index));
    const times = downsample(readings, 20, 10).map(({ timeUs }) => timeUs);
    expect(times).toEqual(expect.arrayContaining([0, 49, 1_050, 1_099]));
    expect(times.length).toBe(20);
  });

  test('of states shows their changes and the last', () => {
    const readings = ['A', 'A', 'B', 'B', 'B', 'A', 'A'].map((text, index) => state(index, text));
    expect(downsample(readings, 10, null).map(({ timeUs }) => timeUs)).toEqual([0, 2, 5, 6]);
    expect(
      downsample(
        [...Array(100).keys()].map((index) => state(index, String(index))),
        10,
        null,
      ),
    ).toHaveLength(10);
  });
});
