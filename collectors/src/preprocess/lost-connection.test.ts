import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagRule } from '../config/common.ts';
import type { LocatedReading, ReadingValue } from '../reading.ts';
import { type KeptReading, Preprocessor } from './preprocess.ts';

const at = { area: 'a', workCenter: 'w', equipment: 'e' };
const T0 = Date.parse('2026-01-01T00:00:00Z');
const iso = (ms: number) => new Date(T0 + ms).toISOString();
const reading = (ms: number, value: ReadingValue, more: Partial<LocatedReading> = {}): LocatedReading => ({
  at,
  tag: 'load',
  sourceTime: iso(ms),
  value,
  quality: 'GOOD',
  ...more,
});
const rules = (...given: object[]) => given.map((one) => tagRule.parse({ tags: 'load', ...one }));
const brief = (kept: readonly KeptReading[]) =>
  kept.map(({ kind, reading: { tag, sourceTime, value, quality } }) => [
    kind,
    tag,
    sourceTime,
    value,
    quality,
  ]);

describe('a lost connection', () => {
  it('is told of every tag once: BAD, no value, at the time of the loss, states as events', () => {
    const pre = new Preprocessor(rules({ tags: 'State', kind: 'state' }));
    pre.take(reading(0, 1), T0);
    pre.take(reading(10, 'RUNNING', { tag: 'State' }), T0);
    expect(brief(pre.lose(T0 + 500))).toEqual([
      ['telemetry', 'load', iso(500), null, 'BAD'],
      ['event', 'State', iso(500), null, 'BAD'],
    ]);
    expect(pre.lose(T0 + 900)).toEqual([]);
  });

  it('comes after the last reading of a tag, also where the clock of the source is ahead', () => {
    const pre = new Preprocessor([]);
    pre.take(reading(60_000, 1), T0);
    expect(brief(pre.lose(T0))).toEqual([['telemetry', 'load', iso(60_001), null, 'BAD']]);
  });

  it('leaves a tag that is BAD already as it is', () => {
    const pre = new Preprocessor([]);
    pre.take(reading(0, null, { quality: 'BAD' }), T0);
    expect(pre.lose(T0 + 500)).toEqual([]);
  });

  it('brings out what was held back first, and makes the statistics BAD that were told', () => {
    const pre = new Preprocessor(rules({ aggregate: { windowMs: 1000, functions: ['avg'] } }));
    pre.take(reading(100, 4), T0 + 100);
    expect(brief(pre.lose(T0 + 500))).toEqual([
      ['telemetry', 'load.avg', iso(1000), 4, 'GOOD'],
      ['telemetry', 'load.avg', iso(1001), null, 'BAD'],
    ]);
  });

  it('lets the first value after it through every dead-band and interval', () => {
    const pre = new Preprocessor(
      rules({ deadband: { type: 'absolute', value: 100 }, minIntervalMs: 60_000 }),
    );
    pre.take(reading(0, 1), T0);
    pre.lose(T0 + 10);
    expect(brief(pre.take(reading(20, 1), T0 + 20))).toEqual([['telemetry', 'load', iso(20), 1, 'GOOD']]);
  });

  it('is over for a tag that did not change when its present value is told, at the time of that', () => {
    const pre = new Preprocessor([]);
    pre.take(reading(0, 1), T0);
    pre.lose(T0 + 500);
    expect(pre.anyLost).toBe(true);
    // what a new subscription begins with is known already
    expect(pre.take(reading(0, 1), T0 + 800)).toEqual([]);
    expect(brief(pre.takePresent(reading(0, 1), T0 + 900))).toEqual([
      ['telemetry', 'load', iso(900), 1, 'GOOD'],
    ]);
    expect(pre.anyLost).toBe(false);
    expect(pre.takePresent(reading(0, 1), T0 + 950)).toEqual([]);
  });

  it('is over for a tag that changed meanwhile with that change, told once', () => {
    const pre = new Preprocessor([]);
    pre.take(reading(0, 1), T0);
    pre.lose(T0 + 500);
    expect(brief(pre.takePresent(reading(600, 2), T0 + 900))).toEqual([
      ['telemetry', 'load', iso(600), 2, 'GOOD'],
    ]);
    expect(pre.take(reading(600, 2), T0 + 950)).toEqual([]);
    expect(pre.take(reading(1000, 3), T0 + 1000)).toHaveLength(1);
  });

  it('ends what a device told to be BAD when it tells the present again', () => {
    const pre = new Preprocessor([]);
    pre.take(reading(0, 1), T0);
    pre.take(reading(500, null, { quality: 'BAD' }), T0 + 500);
    expect(brief(pre.takePresent(reading(0, 1), T0 + 900))).toEqual([
      ['telemetry', 'load', iso(900), 1, 'GOOD'],
    ]);
  });

  it('never leaves a tag BAD that is there, nor GOOD that is not, whatever comes and goes', () => {
    const step = fc.record({
      lose: fc.boolean(),
      behind: fc.integer({ min: 0, max: 3000 }),
      value: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const pre = new Preprocessor([]);
        let latest: KeptReading | undefined;
        const note = (kept: readonly KeptReading[]) => {
          for (const one of kept)
            if (!latest || one.reading.sourceTime >= latest.reading.sourceTime) latest = one;
        };
        let now = 10_000;
        note(pre.take(reading(now, 0), T0 + now));
        for (const { lose, behind, value } of steps) {
          now += 1000;
          if (lose) {
            note(pre.lose(T0 + now));
            expect(latest?.reading.quality).toBe('BAD');
          } else {
            note(pre.takePresent(reading(now - behind, value), T0 + now));
            expect(latest?.reading.quality).toBe('GOOD');
          }
        }
      }),
    );
  });
});

describe('what a device kept while it was away', () => {
  it('is taken whole, without touching the present: no interval, dead-band of its own, never lost', () => {
    const pre = new Preprocessor(rules({ minIntervalMs: 60_000, deadband: { type: 'absolute', value: 1 } }));
    pre.take(reading(10_000, 50), T0 + 10_000);
    const kept = [10, 10.5, 20].flatMap((value, i) =>
      pre.take(reading(i, value, { historical: true }), T0 + 10_001),
    );
    expect(kept.map(({ reading: { value } }) => value)).toEqual([10, 20]);
    expect(pre.take(reading(10_002, 50.5), T0 + 10_002)).toEqual([]);
    expect(brief(pre.lose(T0 + 20_000))).toEqual([['telemetry', 'load', iso(20_000), null, 'BAD']]);
  });
});
