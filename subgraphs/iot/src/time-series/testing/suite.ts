import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../sensor-reading/reading.ts';
import {
  DAY_US,
  HOUR_US,
  MINUTE_US,
  type Scope,
  type Series,
  type SeriesReading,
  type SeriesWindow,
  type TimeSeries,
} from '../time-series.ts';
import { merged } from '../windows.ts';

/** A store to try. */
export interface Tried {
  readonly timeSeries: TimeSeries;
  /** Works in a tenant's transaction. */
  in<T>(tenantId: string, work: (scope: Scope) => Promise<T>): Promise<T>;
  readonly now: Date;
  /** Makes a series known, where the store asks for that. */
  register?(series: Series): Promise<void>;
}

const TENANT = '01900000-0000-7000-8000-000000000001';
const OTHER = '01900000-0000-7000-8000-000000000002';
const EQUIPMENT = '01900000-0000-7000-8000-0000000000e1';

let numbers = 0;
const makeSeries = (): Series => {
  const series = ++numbers + Math.floor(Math.random() * 1_000_000) * 1_000;
  const sensorId = `01900000-0000-7000-8001-${String(series).padStart(12, '0')}`;
  return { series, sensorId, equipmentId: EQUIPMENT, parameter: 'temperature', unit: 'CEL' };
};

/** A reading of a number. */
export const numberAt = (
  timeUs: number,
  value: number,
  seq: number,
  more: Partial<Reading> = {},
): Reading => ({
  timeUs,
  seq,
  value,
  text: null,
  kind: 'NUMBER',
  quality: 'GOOD',
  outOfRange: false,
  early: false,
  late: false,
  ...more,
});

/** The statistics that a store should give, the plain way. */
function expectedWindow(startUs: number, readings: readonly Reading[]): SeriesWindow {
  const sorted = [...readings].sort((a, b) => a.timeUs - b.timeUs || a.seq - b.seq);
  const values = sorted
    .filter(({ quality, value }) => quality !== 'BAD' && value !== null)
    .map(({ value }) => value as number);
  const count = (quality: Reading['quality']) => sorted.filter((one) => one.quality === quality).length;
  const mean = values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  return {
    startUs,
    good: count('GOOD'),
    uncertain: count('UNCERTAIN'),
    bad: count('BAD'),
    numbers: values.length,
    min: values.length > 0 ? Math.min(...values) : null,
    max: values.length > 0 ? Math.max(...values) : null,
    mean,
    standardDeviation:
      mean === null
        ? null
        : Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length),
    first: values[0] ?? null,
    last: values.at(-1) ?? null,
  };
}

const expectedWindows = (readings: readonly Reading[], widthUs: number): SeriesWindow[] =>
  [...Map.groupBy(readings, ({ timeUs }) => Math.floor(timeUs / widthUs) * widthUs)]
    .sort(([a], [b]) => a - b)
    .map(([startUs, inside]) => expectedWindow(startUs, inside));

const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));
const alike = (window: SeriesWindow) => ({
  ...window,
  mean: near(window.mean),
  standardDeviation: window.standardDeviation === null ? null : expect.closeTo(window.standardDeviation, 5),
});

/** What every time-series store must do. `open` is called once. */
export function timeSeriesSuite(open: () => Promise<Tried>): void {
  let tried: Tried;
  beforeAll(async () => {
    tried = await open();
    await tried.timeSeries.prepare(tried.now);
  });

  const newSeries = async (): Promise<Series> => {
    const series = makeSeries();
    await tried.register?.(series);
    return series;
  };
  const append = async (series: Series, readings: readonly Reading[], tenant = TENANT) => {
    await tried.timeSeries.makeRoom(
      readings.map(({ timeUs }) => timeUs),
      tried.now,
    );
    const rows: SeriesReading[] = readings.map((reading) => ({ of: series, reading, work: null }));
    return tried.in(tenant, (scope) => tried.timeSeries.append(scope, rows, tried.now));
  };
  const read = (
    series: Series,
    fromUs: number,
    toUs: number,
    limit = 100,
    after?: Reading,
    tenant = TENANT,
  ) => tried.in(tenant, (scope) => tried.timeSeries.readings(scope, series, { fromUs, toUs }, limit, after));
  const rollUp = async () => {
    while ((await tried.in(TENANT, (scope) => tried.timeSeries.rollUp(scope, tried.now))) > 0);
  };
  /** A whole hour some days ago. */
  const start = () => Math.floor((tried.now.getTime() * 1000) / HOUR_US - 50) * HOUR_US;

  describe('readings', () => {
    test('come back as they went in, in the order of time and number', async () => {
      const series = await newSeries();
      const t0 = start();
      const readings = [
        numberAt(t0 + 1, 1.5, 7),
        numberAt(t0, -0.1, 8, { quality: 'UNCERTAIN', outOfRange: true, late: true }),
        numberAt(t0 + 1, 2, 6, { text: '2.0000000000000000001', early: true }),
        { ...numberAt(t0 + 2, 0, 9), kind: 'TEXT', value: null, text: 'ACTIVE, "x"\\ =1\n' } as const,
        { ...numberAt(t0 + 3, 1, 10), kind: 'BOOLEAN' } as const,
        { ...numberAt(t0 + 4, 0, 11), kind: 'NONE', value: null, quality: 'BAD' } as const,
      ];
      await append(series, readings);
      const sorted = [readings[1], readings[2], readings[0], ...readings.slice(3)];
      expect(await read(series, t0, t0 + 5)).toEqual(sorted);
    });

    test('are there once, however often they come', async () => {
      const series = await newSeries();
      const t0 = start();
      const readings = [numberAt(t0, 1, 1), numberAt(t0, 1, 2), numberAt(t0, 1, 1)];
      await append(series, readings);
      await append(series, readings);
      expect(await read(series, t0, t0 + 1)).toEqual(readings.slice(0, 2));
      expect(
        await tried.in(TENANT, (scope) =>
          tried.timeSeries.count(scope, series, { fromUs: t0, toUs: t0 + 1 }, 10),
        ),
      ).toBe(2);
    });

    test('are found from a time to before another, after a place, and no more than asked for', async () => {
      const series = await newSeries();
      const t0 = start();
      const readings = Array.from({ length: 20 }, (_, index) =>
        numberAt(t0 + index * 1000, index, index + 1),
      );
      await append(series, readings);
      expect(await read(series, t0 + 1000, t0 + 3000)).toEqual(readings.slice(1, 3));
      expect(await read(series, t0, t0 + DAY_US, 5, readings[3])).toEqual(readings.slice(4, 9));
      const count = (limit: number) =>
        tried.in(TENANT, (scope) =>
          tried.timeSeries.count(scope, series, { fromUs: t0, toUs: t0 + DAY_US }, limit),
        );
      expect([await count(5), await count(50)]).toEqual([5, 20]);
    });

    test('of another tenant and of another series are not there', async () => {
      const [series, other] = [await newSeries(), await newSeries()];
      const t0 = start();
      await append(series, [numberAt(t0, 1, 1)]);
      expect(await read(other, t0, t0 + 1)).toEqual([]);
      expect(await read(series, t0, t0 + 1, 10, undefined, OTHER)).toEqual([]);
    });
  });

  describe('windows', () => {
    const windows = (
      series: Series,
      fromUs: number,
      toUs: number,
      widthUs: number,
      from: 'RAW' | 'MINUTE' | 'HOUR',
    ) =>
      tried.in(TENANT, (scope) => tried.timeSeries.windows(scope, series, { fromUs, toUs }, widthUs, from));

    const arbitrary = fc.array(
      fc.record({
        second: fc.integer({ min: 0, max: 3 * 3600 - 1 }),
        value: fc.integer({ min: -1000, max: 1000 }),
        quality: fc.constantFrom('GOOD' as const, 'GOOD' as const, 'UNCERTAIN' as const, 'BAD' as const),
      }),
      { minLength: 1, maxLength: 60 },
    );

    test('are the statistics of their readings, whatever came when, from readings and from rollups', async () => {
      await fc.assert(
        fc.asyncProperty(arbitrary, arbitrary, async (first, late) => {
          const series = await newSeries();
          const t0 = start();
          const readings = [...first, ...late].map(({ second, value, quality }, index) =>
            numberAt(t0 + second * 1_000_000 + index, value / 8, index + 1, { quality }),
          );
          await append(series, readings.slice(0, first.length));
          await rollUp();
          // after the rollup: the same buckets are dirty again
          await append(series, readings.slice(first.length));
          const check = async () => {
            const end = t0 + 3 * HOUR_US;
            const tenSeconds = await windows(series, t0, end, 10_000_000, 'RAW');
            expect(tenSeconds).toEqual(expectedWindows(readings, 10_000_000).map(alike));
            const minutes = await windows(series, t0, end, 5 * MINUTE_US, 'MINUTE');
            expect(minutes).toEqual(expectedWindows(readings, 5 * MINUTE_US).map(alike));
            const hours = await windows(series, t0, end, HOUR_US, 'HOUR');
            expect(hours).toEqual(expectedWindows(readings, HOUR_US).map(alike));
            const whole = merged(minutes);
            expect(whole).toEqual(alike(expectedWindow(minutes[0]?.startUs ?? 0, readings)));
          };
          await check();
          await rollUp();
          await check();
        }),
        { numRuns: 12 },
      );
    });
  });

  describe('the finest resolution', () => {
    test('of what is kept is that of the readings', async () => {
      const range = { fromUs: start(), toUs: start() + DAY_US };
      expect(await tried.in(TENANT, (scope) => tried.timeSeries.resolutionOf(scope, range, tried.now))).toBe(
        'RAW',
      );
    });
  });
}
