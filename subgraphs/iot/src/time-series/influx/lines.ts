import { Point } from '@influxdata/influxdb-client';
import { marksOf, type Reading } from '../../sensor-reading/reading.ts';
import type { SeriesReading } from '../time-series.ts';

/** The measurement of readings. */
export const SENSOR_DATA = 'sensor_data';
/** The measurement of what running operations measured. */
export const PROCESS_PARAMETERS = 'process_parameters';

/** The lines of a reading: the reading itself and, where an operation ran that it measured, the parameter. */
export function linesOf(tenantId: string, reading: SeriesReading): string[] {
  const parameter = parameterLineOf(tenantId, reading);
  return parameter === null ? [lineOf(tenantId, reading)] : [lineOf(tenantId, reading), parameter];
}

/**
 * A reading as a line of the line protocol. InfluxDB knows a point by its tags and its time alone: the nanoseconds
 * below the microsecond carry the sequence number, so that two readings of one moment are two points.
 */
export function lineOf(tenantId: string, { of, reading, work }: SeriesReading): string {
  const point = new Point(SENSOR_DATA)
    .tag('tenant_id', tenantId)
    .tag('sensor_id', of.sensorId)
    .tag('equipment_id', of.equipmentId)
    .tag('parameter_name', tagValue(of.parameter))
    .stringField('quality', reading.quality)
    .intField('seq', reading.seq)
    .intField('marks', marksOf(reading))
    .timestamp(nanoseconds(reading));
  if (work) point.tag('work_order_id', work.workOrderId);
  if (work?.serialNumber) point.tag('serial_number', tagValue(work.serialNumber));
  if (of.unit !== null) point.stringField('unit', of.unit);
  if (reading.value !== null) point.floatField('value', reading.value);
  if (reading.text !== null) point.stringField('text', reading.text);
  return point.toLineProtocol() as string;
}

/**
 * A reading of a machine that worked on an operation, by order, operation and serial number, at the time of the
 * reading's own line; null where no operation is known to have run, for what is no number, for what is BAD, and
 * for a time that cannot be. Specification limits and what they find are not in it: nothing says them here.
 */
export function parameterLineOf(tenantId: string, { of, reading, work }: SeriesReading): string | null {
  if (work === null || work.operationNumber === null) return null;
  if (reading.kind !== 'NUMBER' || reading.value === null) return null;
  if (reading.quality === 'BAD' || reading.early) return null;
  const point = new Point(PROCESS_PARAMETERS)
    .tag('tenant_id', tenantId)
    .tag('work_order_id', work.workOrderId)
    .tag('operation_number', String(work.operationNumber))
    .tag('equipment_id', of.equipmentId)
    .tag('sensor_id', of.sensorId)
    .tag('parameter_name', tagValue(of.parameter))
    .floatField('measured_value', reading.value)
    .stringField('quality', reading.quality)
    .timestamp(nanoseconds(reading));
  if (work.serialNumber) point.tag('serial_number', tagValue(work.serialNumber));
  if (of.unit !== null) point.stringField('unit', of.unit);
  return point.toLineProtocol() as string;
}

const nanoseconds = ({ timeUs, seq }: Reading): string => `${BigInt(timeUs) * 1_000n + BigInt(seq % 1_000)}`;

/** A line ends at a line break, and a backslash at the end of a tag would take the comma that follows. */
const tagValue = (text: string): string => text.replace(/[\r\n]/g, ' ').replace(/\\+$/, '');
