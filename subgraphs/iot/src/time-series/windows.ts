import type { SeriesWindow, TimeRange } from './time-series.ts';

/** The range made wider to whole windows of this width. */
export const aligned = ({ fromUs, toUs }: TimeRange, widthUs: number): TimeRange => ({
  fromUs: Math.floor(fromUs / widthUs) * widthUs,
  toUs: Math.ceil(toUs / widthUs) * widthUs,
});

/** The width that cuts the range into at most `most` windows, a whole number of `unitUs`. */
export function widthFor({ fromUs, toUs }: TimeRange, most: number, unitUs: number): number {
  let width = Math.max(unitUs, Math.ceil((toUs - fromUs) / most / unitUs) * unitUs);
  // windows begin at multiples of the width: the range may touch one more than it is long
  while (Math.ceil(toUs / width) - Math.floor(fromUs / width) > most) width += unitUs;
  return width;
}

const least = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);
const most = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);

/** Statistics of windows together, as if of one; null when there is none. Windows in order of time. */
export function merged(windows: readonly SeriesWindow[]): SeriesWindow | null {
  const [first, ...rest] = windows;
  return first ? rest.reduce(merge, first) : null;
}

/** Sums of squared differences add up around the common mean (Chan, Golub, LeVeque 1979). */
function merge(a: SeriesWindow, b: SeriesWindow): SeriesWindow {
  const numbers = a.numbers + b.numbers;
  const common = {
    startUs: a.startUs,
    good: a.good + b.good,
    uncertain: a.uncertain + b.uncertain,
    bad: a.bad + b.bad,
    numbers,
    min: least(a.min, b.min),
    max: most(a.max, b.max),
    first: a.first ?? b.first,
    last: b.last ?? a.last,
  };
  if (a.mean === null || b.mean === null) {
    const one = a.mean === null ? b : a;
    return { ...common, mean: one.mean, standardDeviation: one.standardDeviation };
  }
  const difference = b.mean - a.mean;
  const mean = a.mean + (difference * b.numbers) / numbers;
  const squares =
    (a.standardDeviation ?? 0) ** 2 * a.numbers +
    (b.standardDeviation ?? 0) ** 2 * b.numbers +
    (difference ** 2 * a.numbers * b.numbers) / numbers;
  return { ...common, mean, standardDeviation: Math.sqrt(squares / numbers) };
}
