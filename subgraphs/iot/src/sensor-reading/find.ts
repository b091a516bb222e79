import { type Context, UserFacingError } from '@machshop/server';
import { gapUsOf, seriesOf } from '../sensor/sensor.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { timeSeriesOf } from '../services.ts';
import {
  DAY_US,
  HOUR_US,
  MINUTE_US,
  type Resolution,
  type Scope,
  type SeriesWindow,
  type TimeRange,
} from '../time-series/time-series.ts';
import { aligned, merged, widthFor } from '../time-series/windows.ts';
import { type ChartPoint, downsample, type Gap, gapsOf } from './downsample.ts';
import type { Reading } from './reading.ts';

/** Readings looked at for one chart, at most; more are shown as windows. */
export const MAX_READ = 200_000;
export const MAX_POINTS = 5_000;
const MAX_RANGE_US = 30 * 366 * DAY_US;

export type Downsampling = 'LTTB' | 'WINDOWS';

export interface FoundReadings {
  readonly range: TimeRange;
  readonly method: Downsampling;
  readonly resolution: Resolution;
  readonly count: number | null;
  readonly points: readonly ChartPoint[];
  readonly windows: readonly SeriesWindow[];
  readonly widthUs: number;
  readonly gaps: readonly Gap[];
}

/**
 * The range that a client asks for.
 * @throws UserFacingError BAD_USER_INPUT when it is empty or longer than 30 years
 */
export function rangeBetween(from: Date, to: Date): TimeRange {
  const range = { fromUs: from.getTime() * 1000, toUs: to.getTime() * 1000 };
  if (range.toUs <= range.fromUs) throw new UserFacingError('BAD_USER_INPUT', 'to must be after from');
  if (range.toUs - range.fromUs > MAX_RANGE_US)
    throw new UserFacingError('BAD_USER_INPUT', 'from and to must be at most 30 years apart');
  return range;
}

/** Readings of a sensor in a range, in at most so many points or windows. */
export async function findReadings(
  ctx: Context,
  sensor: SensorRow,
  range: TimeRange,
  maxPoints: number,
  method: Downsampling,
): Promise<FoundReadings> {
  if (!Number.isInteger(maxPoints) || maxPoints < 2 || maxPoints > MAX_POINTS)
    throw new UserFacingError(
      'BAD_USER_INPUT',
      `maxPoints must be from 2 to ${MAX_POINTS}, not ${maxPoints}`,
    );
  const timeSeries = timeSeriesOf(ctx);
  const series = seriesOf(sensor);
  return ctx.read(async (tx) => {
    const scope = { tx, tenantId: ctx.viewer.tenantId };
    const resolution = await timeSeries.resolutionOf(scope, range, ctx.now());
    if (resolution !== 'RAW' || method === 'WINDOWS')
      return findWindows(ctx, scope, sensor, range, maxPoints, method, resolution);
    const readings = await timeSeries.readings(scope, series, range, MAX_READ + 1);
    if (readings.length > MAX_READ)
      return findWindows(ctx, scope, sensor, range, maxPoints, 'WINDOWS', resolution);
    const gapUs = gapUsOf(sensor);
    return {
      range,
      method,
      resolution,
      count: readings.length,
      points: downsample(readings, maxPoints, gapUs),
      windows: [],
      widthUs: 0,
      gaps: gapsOf(
        readings.map(({ timeUs }) => timeUs),
        gapUs,
      ),
    };
  });
}

const UNIT_US: Readonly<Record<Resolution, number>> = { RAW: 1_000, MINUTE: MINUTE_US, HOUR: HOUR_US };

async function findWindows(
  ctx: Context,
  scope: Scope,
  sensor: SensorRow,
  range: TimeRange,
  most: number,
  method: Downsampling,
  resolution: Resolution,
): Promise<FoundReadings> {
  const fine = widthFor(range, most, UNIT_US[resolution]);
  // rollups of minutes are as good as readings where windows are whole minutes
  const source = sourceFor(resolution, fine);
  const widthUs = widthFor(range, most, UNIT_US[source]);
  const whole = aligned(range, widthUs);
  const windows = await timeSeriesOf(ctx).windows(scope, seriesOf(sensor), whole, widthUs, source);
  const gapUs = gapUsOf(sensor);
  const gaps = windows.slice(1).flatMap(({ startUs }, index): Gap[] => {
    const fromUs = (windows[index] as SeriesWindow).startUs + widthUs;
    return gapUs !== null && startUs - fromUs > gapUs ? [{ fromUs, toUs: startUs }] : [];
  });
  const common = { range, method, resolution, widthUs, gaps, count: countOf(windows) };
  if (method === 'WINDOWS') return { ...common, windows, points: [] };
  const points = downsample(
    windows.map(meanReading),
    most,
    gapUs === null ? null : Math.max(gapUs, 2 * widthUs),
  );
  return { ...common, windows: [], points };
}

function sourceFor(resolution: Resolution, widthUs: number): Resolution {
  if (resolution === 'HOUR' || widthUs >= 2 * HOUR_US) return 'HOUR';
  return resolution === 'MINUTE' || widthUs >= 2 * MINUTE_US ? 'MINUTE' : 'RAW';
}

const countOf = (windows: readonly SeriesWindow[]): number =>
  windows.reduce((sum, { good, uncertain, bad }) => sum + good + uncertain + bad, 0);

/** A window's mean as a point at its beginning. */
const meanReading = (window: SeriesWindow): Reading => ({
  timeUs: window.startUs,
  seq: 0,
  value: window.mean,
  text: null,
  kind: window.mean === null ? 'NONE' : 'NUMBER',
  quality: window.uncertain > 0 ? 'UNCERTAIN' : window.good > 0 ? 'GOOD' : 'BAD',
  outOfRange: false,
  early: false,
  late: false,
});

export interface FoundStatistics {
  readonly range: TimeRange;
  readonly resolution: Resolution;
  readonly window: SeriesWindow | null;
}

/** Statistics of a sensor in a range; of whole minutes or hours where readings are too many or not kept. */
export async function findStatistics(
  ctx: Context,
  sensor: SensorRow,
  range: TimeRange,
): Promise<FoundStatistics> {
  const timeSeries = timeSeriesOf(ctx);
  const series = seriesOf(sensor);
  return ctx.read(async (tx) => {
    const scope = { tx, tenantId: ctx.viewer.tenantId };
    let resolution = await timeSeries.resolutionOf(scope, range, ctx.now());
    if (resolution === 'RAW' && (await timeSeries.count(scope, series, range, MAX_READ + 1)) > MAX_READ)
      resolution = range.toUs - range.fromUs > 366 * DAY_US ? 'HOUR' : 'MINUTE';
    const whole = resolution === 'RAW' ? range : aligned(range, UNIT_US[resolution]);
    const windows = await timeSeries.windows(scope, series, whole, DAY_US, resolution);
    return { range: whole, resolution, window: merged(windows) };
  });
}
