import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AlertLimits,
  type AlertState,
  type AlertTransition,
  judge,
  type Maintenance,
  reach,
  ruleFault,
} from './alert-rule.ts';

const SECOND = 1_000_000;
const above: AlertLimits = {
  condition: 'ABOVE',
  high: 30,
  low: null,
  perMinute: null,
  hysteresis: 2,
  delayUs: 30 * SECOND,
};

/** What happens to readings of one second each, and where it ends. */
function play(
  limits: AlertLimits,
  readings: readonly (readonly [second: number, value: number])[],
  maintenance: readonly Maintenance[] = [],
): { happened: [string, number][]; state: AlertState | null } {
  let state: AlertState | null = null;
  const happened: [string, number][] = [];
  for (const [second, value] of readings) {
    const step = judge(limits, state, second * SECOND, value, maintenance);
    state = step.state;
    for (const { kind, atUs } of step.transitions) happened.push([kind, atUs / SECOND]);
  }
  return { happened, state };
}

describe('a rule', () => {
  test('raises when the condition has lasted for the delay, at that moment', () => {
    expect(
      play(above, [
        [0, 31],
        [29, 31],
      ]).happened,
    ).toEqual([]);
    expect(
      play(above, [
        [0, 31],
        [30, 31],
      ]).happened,
    ).toEqual([['RAISED', 30]]);
    expect(
      play(above, [
        [0, 31],
        [300, 31],
      ]).happened,
    ).toEqual([['RAISED', 30]]);
  });

  test('holds a value until the next one: what comes back late was out of range until then', () => {
    expect(
      play(above, [
        [0, 31],
        [60, 20],
      ]).happened,
    ).toEqual([
      ['RAISED', 30],
      ['CLEARED', 60],
    ]);
  });

  test('begins anew when the value came back in between', () => {
    expect(
      play(above, [
        [0, 31],
        [20, 30],
        [21, 31],
        [40, 31],
      ]).happened,
    ).toEqual([]);
  });

  test('clears within the hysteresis alone', () => {
    expect(
      play(above, [
        [0, 31],
        [31, 29],
        [32, 28.5],
        [33, 28],
      ]).happened,
    ).toEqual([
      ['RAISED', 30],
      ['CLEARED', 33],
    ]);
    expect(
      play({ ...above, condition: 'BELOW', high: null, low: 10, delayUs: 0 }, [
        [0, 9],
        [1, 11],
        [2, 12],
      ]).happened,
    ).toEqual([
      ['RAISED', 0],
      ['CLEARED', 2],
    ]);
  });

  test('without a delay raises at once', () => {
    expect(play({ ...above, delayUs: 0 }, [[0, 31]]).happened).toEqual([['RAISED', 0]]);
  });

  test('passes over readings that are not newer than the newest judged', () => {
    expect(
      play(above, [
        [10, 20],
        [10, 99],
        [5, 99],
        [41, 99],
        [45, 99],
      ]).happened,
    ).toEqual([]);
  });

  test('raises nothing in maintenance, and begins anew after it; what is raised may clear', () => {
    const inMaintenance = [{ fromUs: 10 * SECOND, toUs: 100 * SECOND }];
    expect(
      play(
        above,
        [
          [0, 31],
          [10, 31],
          [99, 31],
          [100, 31],
          [129, 31],
        ],
        inMaintenance,
      ).happened,
    ).toEqual([]);
    expect(
      play(
        above,
        [
          [0, 31],
          [10, 31],
          [99, 31],
          [100, 31],
          [130, 31],
        ],
        inMaintenance,
      ).happened,
    ).toEqual([['RAISED', 130]]);
    expect(
      play(
        { ...above, delayUs: 0 },
        [
          [0, 31],
          [10, 20],
        ],
        inMaintenance,
      ).happened,
    ).toEqual([
      ['RAISED', 0],
      ['CLEARED', 10],
    ]);
  });

  test('of a rate needs readings: the time alone raises none', () => {
    const rate: AlertLimits = {
      ...above,
      condition: 'RATE_OF_CHANGE',
      high: null,
      perMinute: 60,
      hysteresis: 0,
      delayUs: 0,
    };
    expect(
      play(rate, [
        [0, 0],
        [10, 10],
        [20, 30],
        [30, 10],
      ]).happened,
    ).toEqual([['RAISED', 20]]);
    const pending = play({ ...rate, delayUs: 30 * SECOND }, [
      [0, 0],
      [1, 100],
    ]).state;
    expect(reach({ ...rate, delayUs: 30 * SECOND }, pending, 1_000 * SECOND, []).transitions).toEqual([]);
  });

  test('is reached by the time of the machine when its sensor says nothing more', () => {
    const { state } = play(above, [[0, 31]]);
    expect(reach(above, state, 29 * SECOND, [])).toEqual({ state, transitions: [] });
    expect(reach(above, state, 31 * SECOND, []).transitions).toMatchObject([
      { kind: 'RAISED', atUs: 30 * SECOND, value: 31 },
    ]);
  });
});

describe('whatever is read', () => {
  const readings = fc
    .array(fc.record({ gap: fc.integer({ min: -5, max: 40 }), value: fc.integer({ min: 20, max: 40 }) }), {
      maxLength: 80,
    })
    .map((steps) => {
      let second = 100;
      return steps.map(({ gap, value }) => {
        second += gap;
        return [second, value] as const;
      });
    });
  const limits = fc.record({
    hysteresis: fc.integer({ min: 0, max: 5 }),
    delay: fc.integer({ min: 0, max: 60 }),
  });

  test('an alert is raised and cleared in turn, forward in time, and never before its delay is over', () => {
    fc.assert(
      fc.property(readings, limits, (given, { hysteresis, delay }) => {
        const rule = { ...above, hysteresis, delayUs: delay * SECOND };
        let state: AlertState | null = null;
        const all: AlertTransition[] = [];
        for (const [second, value] of given) {
          const step = judge(rule, state, second * SECOND, value, []);
          state = step.state;
          all.push(...step.transitions);
          expect(state?.phase === 'RAISED').toBe(all.at(-1)?.kind === 'RAISED');
        }
        all.forEach((one, index) => {
          expect(one.kind).toBe(index % 2 === 0 ? 'RAISED' : 'CLEARED');
          const before = all[index - 1];
          if (before) expect(one.atUs).toBeGreaterThanOrEqual(before.atUs);
          if (one.kind === 'RAISED') expect(one.atUs - one.sinceUs).toBe(rule.delayUs);
        });
      }),
    );
  });

  test('nothing is raised in maintenance, nor before the delay is over after it', () => {
    const pauses = fc
      .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })), { maxLength: 6 })
      .map((steps) => {
        let second = 90;
        return steps.map(([apart, length]): Maintenance => {
          const from = second + apart;
          second = from + length;
          return { fromUs: from * SECOND, toUs: second * SECOND };
        });
      });
    fc.assert(
      fc.property(readings, pauses, (given, maintenance) => {
        for (const [kind, second] of play(above, given, maintenance).happened)
          if (kind === 'RAISED')
            for (const { fromUs, toUs } of maintenance)
              expect(second * SECOND < fromUs || (toUs as number) + above.delayUs <= second * SECOND).toBe(
                true,
              );
      }),
    );
  });

  test('one by one or after a restart with the state kept, the same happens', () => {
    fc.assert(
      fc.property(readings, fc.nat(), (given, at) => {
        const whole = play(above, given);
        const cut = given.length === 0 ? 0 : at % given.length;
        let state: AlertState | null = JSON.parse(
          JSON.stringify(play(above, given.slice(0, cut)).state),
        ) as AlertState | null;
        const rest: [string, number][] = [];
        for (const [second, value] of given.slice(cut)) {
          const step = judge(above, state, second * SECOND, value, []);
          state = step.state;
          for (const { kind, atUs } of step.transitions) rest.push([kind, atUs / SECOND]);
        }
        expect([...play(above, given.slice(0, cut)).happened, ...rest]).toEqual(whole.happened);
        expect(state).toEqual(whole.state);
      }),
    );
  });
});

describe('a rule’s limits', () => {
  const given = { condition: 'OUTSIDE' as const, high: '10', low: '0', perMinute: null, hysteresis: '1' };
  test('are refused where one is missing, of no use, crossed, or where nothing would ever clear it', () => {
    expect(ruleFault(given)).toBeNull();
    expect(ruleFault({ ...given, low: null })?.code).toBe('LIMIT_MISSING');
    expect(ruleFault({ ...given, perMinute: '1' })?.code).toBe('LIMIT_UNUSED');
    expect(ruleFault({ ...given, low: '10' })?.code).toBe('LIMITS_CROSSED');
    expect(ruleFault({ ...given, hysteresis: '5' })?.code).toBe('HYSTERESIS_TOO_WIDE');
    const rate = {
      condition: 'RATE_OF_CHANGE' as const,
      high: null,
      low: null,
      perMinute: '5',
      hysteresis: '5',
    };
    expect(ruleFault(rate)?.code).toBe('HYSTERESIS_TOO_WIDE');
  });
});
