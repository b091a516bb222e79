import type { Reading } from '../../sensor-reading/reading.ts';
import type { Series, SeriesReading, WorkDone } from '../time-series.ts';

/** Whose examples are. */
export const TENANT = '01900000-0000-7000-8000-000000000001';
/** When they are written. */
export const NOW = new Date('2026-03-01T12:00:00.000Z');
/** The sensor of the examples: its parameter has what the line protocol must escape. */
export const series: Series = {
  series: 7,
  sensorId: '01900000-0000-7000-8000-0000000000f1',
  equipmentId: '01900000-0000-7000-8000-0000000000f2',
  parameter: 'spindle speed, rpm=1',
  unit: 'RPM',
};
/** A number that was read just now. */
export const reading = (more: Partial<Reading> = {}): Reading => ({
  timeUs: NOW.getTime() * 1000,
  seq: 1,
  value: 1.5,
  text: null,
  kind: 'NUMBER',
  quality: 'GOOD',
  outOfRange: false,
  early: false,
  late: false,
  ...more,
});
/** The same as one of the sensor's, read while nothing ran. */
export const of = (more: Partial<Reading> = {}): SeriesReading => ({
  of: series,
  reading: reading(more),
  work: null,
});

/** A run of one serial number. */
export const work: WorkDone = {
  workOrderId: '01900000-0000-7000-8000-0000000000f3',
  operationNumber: 10,
  serialNumber: 'BOX-001',
};
