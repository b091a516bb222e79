import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagRule } from '../config/common.ts';
import type { LocatedReading, ReadingValue } from '../reading.ts';
import { Preprocessor } from './preprocess.ts';

const at = { area: 'a', workCenter: 'w', equipment: 'e' };
const T0 = Date.parse('2026-01-01T00:00:00Z');
const reading = (ms: number, value: ReadingValue, more: Partial<LocatedReading> = {}): LocatedReading => ({
  at,
  tag: 'load',
  sourceTime: new Date(T0 + ms).toISOString(),
  value,
  quality: 'GOOD',
  ...more,
});
const rule = (given: object) => [tagRule.parse({ tags: 'load', ...given })];

describe('pre-processing by tag', () => {
  it('leaves readings without a rule as they are', () => {
    const kept = new Preprocessor(rule({ deadband: { type: 'absolute', value: 9 } })).take(
      reading(0, 1, { tag: 'other' }),
      T0,
    );
    expect(kept).toEqual([{ kind: 'telemetry', reading: reading(0, 1, { tag: 'other' }) }]);
  });

  it('marks states and alarms as events', () => {
    const [kept] = new Preprocessor(rule({ kind: 'alarm' })).take(reading(0, 'E-STOP'), T0);
    expect(kept?.kind).toBe('event');
  });

  it('leaves out what stays within the dead-band of the last reading kept, but never a change of quality', () => {
    const pre = new Preprocessor(rule({ deadband: { type: 'absolute', value: 1 } }));
    const values = [10, 10.5, 11, 11.1, 10.2, 10].flatMap((value, i) => pre.take(reading(i, value), T0 + i));
    expect(values.map(({ reading: { value } }) => value)).toEqual([10, 11.1, 10]);
    expect(pre.take(reading(9, 10, { quality: 'BAD' }), T0)).toHaveLength(1);
  });

  it('never lets a kept series stray further than the dead-band from the whole one', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const pre = new Preprocessor(rule({ deadband: { type: 'absolute', value: 5 } }));
        let last = Number.NaN;
        for (const [i, value] of values.entries()) {
          const [kept] = pre.take(reading(i, value), T0 + i);
          if (kept) last = kept.reading.value as number;
          expect(Math.abs(value - last)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  it('keeps one reading an interval, and the last one held back when the interval is over', () => {
    const pre = new Preprocessor(rule({ minIntervalMs: 1000 }));
    const kept = [0, 100, 200, 300].flatMap((ms) => pre.take(reading(ms, ms), T0 + ms));
    expect(kept.map((one) => one.reading.value)).toEqual([0]);
    expect(pre.tick(T0 + 900)).toEqual([]);
    expect(pre.tick(T0 + 1000).map((one) => one.reading)).toEqual([reading(300, 300)]);
    expect(pre.tick(T0 + 5000)).toEqual([]);
  });

  it('keeps readings when the clock jumps back', () => {
    const pre = new Preprocessor(rule({ minIntervalMs: 1000 }));
    pre.take(reading(0, 1), T0);
    expect(pre.take(reading(1, 2), T0 - 86_400_000)).toHaveLength(1);
  });

  it('makes statistics of fixed windows, at the end of the window, BAD readings left out', () => {
    const pre = new Preprocessor(
      rule({ aggregate: { windowMs: 1000, functions: ['min', 'max', 'avg', 'sum', 'count', 'last'] } }),
    );
    for (const [ms, value] of [
      [0, 4],
      [500, 1],
      [999, 4],
    ] as const)
      expect(pre.take(reading(ms, value), T0)).toEqual([]);
    pre.take(reading(600, 1e9, { quality: 'BAD' }), T0);
    const kept = pre.take(reading(1000, 7), T0).map((one) => one.reading);
    expect(Object.fromEntries(kept.map(({ tag, value }) => [tag, value]))).toEqual({
      'load.min': 1,
      'load.max': 4,
      'load.avg': 3,
      'load.sum': 9,
      'load.count': 3,
      'load.last': 4,
    });
    expect(new Set(kept.map((one) => one.sourceTime))).toEqual(new Set(['2026-01-01T00:00:01.000Z']));
    expect(pre.flush().map(({ reading: { value } }) => value)).toContain(7);
  });

  it('counts every usable reading in exactly one window, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 })), (times) => {
        const pre = new Preprocessor(rule({ aggregate: { windowMs: 1000, functions: ['count'] } }));
        const kept = times.flatMap((ms) => pre.take(reading(ms, 1), T0 + ms));
        const counted = [...kept, ...pre.flush()].reduce(
          (sum, one) => sum + (one.reading.value as number),
          0,
        );
        expect(counted).toBe(times.length);
      }),
    );
  });

  it('begins its windows anew when the clock of the source is set back, and loses no reading by it', () => {
    const pre = new Preprocessor(rule({ aggregate: { windowMs: 1000, functions: ['count'] } }));
    const before = [0, 300, 600].flatMap((ms) => pre.take(reading(ms, 1), T0 + ms));
    const steps = Array.from({ length: 30 }, (_, i) => -3_600_000 + i * 300);
    const after = steps.flatMap((ms) => pre.take(reading(ms, 1), T0 + 900));
    const ends = after.map(({ reading: { sourceTime } }) => Date.parse(sourceTime) - T0);
    expect(ends.slice(0, 3)).toEqual([1000, -3_598_000, -3_597_000]);
    const total = [...before, ...after, ...pre.flush()].reduce(
      (sum, one) => sum + Number(one.reading.value),
      0,
    );
    expect(total).toBe(33);
  });

  it('tells what is held back and what a window holds when the clock of the edge is set back', () => {
    const pre = new Preprocessor(rule({ minIntervalMs: 1000 }));
    pre.take(reading(0, 1), T0);
    expect(pre.take(reading(10, 2), T0 + 10)).toEqual([]);
    expect(pre.tick(T0 - 3_600_000).map(({ reading: { value } }) => value)).toEqual([2]);
    const other = new Preprocessor(rule({ aggregate: { windowMs: 1000, functions: ['count'] } }));
    other.take(reading(0, 1), T0);
    expect(other.tick(T0 - 3_600_000)).toHaveLength(1);
  });

  it('says BAD for a window in which nothing was usable', () => {
    const pre = new Preprocessor(rule({ aggregate: { windowMs: 1000, functions: ['avg', 'count'] } }));
    pre.take(reading(0, 1, { quality: 'BAD' }), T0);
    expect(pre.tick(T0 + 2000).map(({ reading: { value, quality } }) => [value, quality])).toEqual([
      [null, 'BAD'],
      [0, 'GOOD'],
    ]);
  });
});
