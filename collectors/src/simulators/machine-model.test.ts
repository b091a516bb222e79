import { describe, expect, it } from 'vitest';
import { type Machine, PACKML, startMachine, stepMachine } from './machine-model.ts';
import { randomFrom } from './random.ts';

const hours = (count: number, seed: number): Machine[] => {
  const random = randomFrom(seed);
  const states = [startMachine(random)];
  for (let step = 0; step < count * 36_000; step++)
    states.push(stepMachine(states.at(-1) as Machine, 100, random));
  return states;
};

describe('the simulated machine', () => {
  it('is the same for the same seed', () => {
    expect(hours(0.1, 7)).toEqual(hours(0.1, 7));
    expect(hours(0.1, 7)).not.toEqual(hours(0.1, 8));
  });

  it('runs, is held, fails and recovers, and makes parts', () => {
    const states = hours(4, 1);
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(Object.keys(PACKML)));
    expect(states.at(-1)?.partCount).toBeGreaterThan(60);
    expect(states.some(({ alarm }) => alarm !== null)).toBe(true);
  });

  it('cuts only while it executes, within what a machine can, with an alarm only while it is aborted', () => {
    for (const one of hours(2, 3)) {
      if (one.state !== 'EXECUTE') expect(one.feedRateMmPerMin).toBe(0);
      expect(one.spindleLoadPercent).toBeLessThanOrEqual(100);
      expect(one.spindleSpeedRpm).toBeLessThan(12_100);
      expect(one.spindleTemperatureC).toBeLessThan(70);
      if (one.alarm !== null) expect(['ABORTING', 'ABORTED']).toContain(one.state);
    }
  });
});
