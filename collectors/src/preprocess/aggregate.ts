import type { TagRule } from '../config/common.ts';
import type { LocatedReading, ReadingValue } from '../reading.ts';

type AggregateFunction = NonNullable<TagRule['aggregate']>['functions'][number];

/** What one tag gave in one window of time. */
export interface Window {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** By the clock of the edge. */
  readonly openedAt: number;
  readonly readings: LocatedReading[];
}

const worst = (readings: readonly LocatedReading[]): LocatedReading['quality'] =>
  readings.some(({ quality }) => quality === 'UNCERTAIN') ? 'UNCERTAIN' : 'GOOD';

function compute(name: AggregateFunction, values: readonly number[]): number {
  const sum = () => values.reduce((total, value) => total + value, 0);
  switch (name) {
    case 'min':
      return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
    case 'max':
      return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
    case 'sum':
      return sum();
    case 'avg':
      return sum() / values.length;
    case 'count':
      return values.length;
    case 'last':
      return values.at(-1) as number;
  }
}

/**
 * The statistics of a window, a reading each: `<tag>.<function>` at the window's end. BAD readings count for
 * nothing as long as there are others; a window of nothing else gives BAD without a value (but a count of 0).
 */
export function windowReadings(
  window: Window,
  functions: readonly AggregateFunction[],
  end: string,
): LocatedReading[] {
  const [first] = window.readings;
  if (!first) return [];
  const usable = window.readings.filter(({ quality }) => quality !== 'BAD');
  const values = usable.map(({ value }) => value as number);
  return functions.map((name) => {
    const value: ReadingValue = values.length > 0 ? compute(name, values) : name === 'count' ? 0 : null;
    const quality = value === null ? 'BAD' : worst(usable);
    return { at: first.at, tag: `${first.tag}.${name}`, sourceTime: end, value, quality };
  });
}
