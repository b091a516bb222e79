import type { ValidRange } from '../sensor-reading/reading.ts';
import type { Series } from '../time-series/time-series.ts';
import type { SensorRow } from './tables.ts';

/** A sensor is silent when nothing came for this many of its intervals. */
export const SILENT_AFTER_INTERVALS = 3;

/** The sensor as time-series stores know it. */
export const seriesOf = (row: SensorRow): Series => ({
  series: row.series,
  sensorId: row.id,
  equipmentId: row.equipmentId,
  parameter: row.parameter,
  unit: row.unit,
});

/** Readings are doubles, and so is what they are compared with. */
export const rangeOf = (row: Pick<SensorRow, 'validMin' | 'validMax'>): ValidRange => ({
  validMin: row.validMin === null ? null : Number(row.validMin),
  validMax: row.validMax === null ? null : Number(row.validMax),
});

/** Whether a sensor that ought to report has not done so for too long. */
export function isSilent(
  row: Pick<SensorRow, 'expectedIntervalSeconds'>,
  latestAt: Date | null,
  now: Date,
): boolean {
  if (row.expectedIntervalSeconds === null) return false;
  if (latestAt === null) return true;
  return now.getTime() - latestAt.getTime() > row.expectedIntervalSeconds * SILENT_AFTER_INTERVALS * 1000;
}

/** The pause between two readings that is a gap in their chart, in microseconds; null: pauses are no gaps. */
export const gapUsOf = (row: Pick<SensorRow, 'expectedIntervalSeconds'>): number | null =>
  row.expectedIntervalSeconds === null
    ? null
    : row.expectedIntervalSeconds * SILENT_AFTER_INTERVALS * 1_000_000;
