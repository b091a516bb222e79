import { decodeCursor, encodeCursor } from '@machshop/db';
import { type Context, UserFacingError } from '@machshop/server';
import { seriesOf } from '../sensor/sensor.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { timeSeriesOf } from '../services.ts';
import type { Position, TimeRange } from '../time-series/time-series.ts';
import { isoMicroseconds, type Reading, valueText } from './reading.ts';

export const MAX_EXPORT_ROWS = 50_000;
export const MAX_EXPORT_SENSORS = 20;

export interface ReadingExport {
  readonly csv: string;
  readonly rows: number;
  readonly next: string | null;
}

const HEADER = 'time,sensor_id,tag,value,unit,quality,out_of_range,early,late';

/** RFC 4180; a text that a spreadsheet would take for a formula is made a text for it too. */
export function csvField(text: string, isText: boolean): string {
  const safe = isText && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const flag = (set: boolean): string => (set ? '1' : '');

/** One line of an export, without its end. */
export const csvLine = (sensor: Pick<SensorRow, 'id' | 'tag' | 'unit'>, reading: Reading): string =>
  [
    isoMicroseconds(reading.timeUs),
    sensor.id,
    csvField(sensor.tag, true),
    csvField(valueText(reading), reading.kind === 'TEXT'),
    csvField(sensor.unit ?? '', true),
    reading.quality,
    flag(reading.outOfRange),
    flag(reading.early),
    flag(reading.late),
  ].join();

interface Place {
  readonly sensor: number;
  readonly after: Position | undefined;
}

function placeOf(cursor: string | null | undefined, sensors: number): Place {
  if (cursor == null) return { sensor: 0, after: undefined };
  const [sensor, timeUs, seq] = (decodeCursor(cursor) ?? []).map(Number);
  if (!(sensor !== undefined && sensor >= 0 && sensor < sensors) || timeUs === undefined || seq === undefined)
    throw new UserFacingError('BAD_USER_INPUT', 'after is not a cursor of this export');
  return { sensor, after: Number.isNaN(timeUs) ? undefined : { timeUs, seq } };
}

/** Readings of sensors in a range as CSV, sensor by sensor, from where the cursor says. */
export async function exportReadings(
  ctx: Context,
  sensors: readonly SensorRow[],
  range: TimeRange,
  maxRows: number,
  cursor: string | null | undefined,
): Promise<ReadingExport> {
  if (!Number.isInteger(maxRows) || maxRows < 1 || maxRows > MAX_EXPORT_ROWS)
    throw new UserFacingError(
      'BAD_USER_INPUT',
      `maxRows must be from 1 to ${MAX_EXPORT_ROWS}, not ${maxRows}`,
    );
  const place = placeOf(cursor, sensors.length);
  const lines: string[] = [];
  let next: string | null = null;
  await ctx.read(async (tx) => {
    const scope = { tx, tenantId: ctx.viewer.tenantId };
    for (let index = place.sensor; index < sensors.length && next === null; index++) {
      const sensor = sensors[index] as SensorRow;
      const after = index === place.sensor ? place.after : undefined;
      const room = maxRows - lines.length;
      const found = await timeSeriesOf(ctx).readings(scope, seriesOf(sensor), range, room + 1, after);
      for (const reading of found.slice(0, room)) lines.push(csvLine(sensor, reading));
      const last = found[room - 1];
      if (found.length > room) {
        // without room nothing of this sensor is in yet
        const at = last ? [String(last.timeUs), String(last.seq)] : ['NaN', 'NaN'];
        next = encodeCursor([String(index), ...at]);
      }
    }
  });
  return { csv: `${[HEADER, ...lines].join('\r\n')}\r\n`, rows: lines.length, next };
}
