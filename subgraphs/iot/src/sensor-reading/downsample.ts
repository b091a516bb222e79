import { lttb } from './lttb.ts';
import { type Reading, valueText } from './reading.ts';

/** A reading in a chart. */
export interface ChartPoint extends Reading {
  /** No line leads to it from the point before. */
  readonly afterGap: boolean;
}

export interface Gap {
  readonly fromUs: number;
  readonly toUs: number;
}

/** The pauses between readings longer than `gapUs`; none where it is null. */
export function gapsOf(timesUs: readonly number[], gapUs: number | null): Gap[] {
  if (gapUs === null) return [];
  const gaps: Gap[] = [];
  for (let index = 1; index < timesUs.length; index++) {
    const [fromUs, toUs] = [timesUs[index - 1] as number, timesUs[index] as number];
    if (toUs - fromUs > gapUs) gaps.push({ fromUs, toUs });
  }
  return gaps;
}

/**
 * At most `budget` of the readings (in order of time), the ones that show most. Numbers keep the look of their
 * line, each stretch between gaps by itself; states keep their changes. A reading without a number breaks the line.
 */
export function downsample(readings: readonly Reading[], budget: number, gapUs: number | null): ChartPoint[] {
  const drawn = readings.filter(
    ({ kind, value }) => kind !== 'NONE' && (kind !== 'NUMBER' || value !== null),
  );
  const breaks = breaksOf(readings, drawn, gapUs);
  const numbers = drawn.every(({ kind }) => kind === 'NUMBER');
  const kept = numbers ? keepNumbers(drawn, budget, breaks) : keepStates(drawn, budget, breaks);
  let [from, broken] = [0, false];
  return kept.map((index) => {
    broken = false;
    for (let at = from; at <= index && !broken; at++) broken = breaks.has(at);
    from = index + 1;
    return { ...(drawn[index] as Reading), afterGap: broken };
  });
}

/** Indices of drawn readings that no line leads to. */
function breaksOf(
  readings: readonly Reading[],
  drawn: readonly Reading[],
  gapUs: number | null,
): Set<number> {
  const breaks = new Set<number>();
  let [at, broken] = [0, false];
  let before: Reading | null = null;
  for (const reading of readings) {
    if (before && gapUs !== null && reading.timeUs - before.timeUs > gapUs) broken = true;
    before = reading;
    if (reading !== drawn[at]) {
      broken = true;
      continue;
    }
    if (broken && at > 0) breaks.add(at);
    broken = false;
    at++;
  }
  return breaks;
}

function keepNumbers(drawn: readonly Reading[], budget: number, breaks: ReadonlySet<number>): number[] {
  const stretches = stretchesOf(drawn.length, breaks);
  const [x0] = [drawn[0]?.timeUs ?? 0];
  const points = drawn.map(({ timeUs, value }) => ({ x: timeUs - x0, y: value as number }));
  const least = stretches.reduce((sum, [from, to]) => sum + Math.min(2, to - from), 0);
  // more gaps than points: the line as a whole, and what is after a gap says so
  if (least > budget) return lttb(points, budget);
  let [left, weight] = [budget - least, drawn.length - least];
  return stretches.flatMap(([from, to]) => {
    const ends = Math.min(2, to - from);
    const more = to - from - ends;
    const share = weight > 0 ? Math.min(more, Math.floor((left * more) / weight)) : 0;
    left -= share;
    weight -= more;
    return lttb(points.slice(from, to), ends + share).map((index) => from + index);
  });
}

/** Stretches between breaks: from inclusive, to exclusive. */
function stretchesOf(length: number, breaks: ReadonlySet<number>): [number, number][] {
  const stretches: [number, number][] = [];
  let from = 0;
  for (let at = 1; at <= length; at++) {
    if (at < length && !breaks.has(at)) continue;
    stretches.push([from, at]);
    from = at;
  }
  return stretches;
}

function keepStates(drawn: readonly Reading[], budget: number, breaks: ReadonlySet<number>): number[] {
  const changes: number[] = [];
  drawn.forEach((reading, index) => {
    const before = drawn[index - 1];
    const same = before && valueText(before) === valueText(reading) && before.quality === reading.quality;
    if (!same || breaks.has(index) || index === drawn.length - 1) changes.push(index);
  });
  if (changes.length <= budget) return changes;
  const step = (changes.length - 1) / (budget - 1);
  return Array.from({ length: budget }, (_, index) => changes[Math.round(index * step)] as number);
}
