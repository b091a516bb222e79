import type { Tx } from '@machshop/db';
import type { Reading } from '../sensor-reading/reading.ts';

/** A sensor as a time-series store knows it. */
export interface Series {
  /** Its short name, unique in the installation. */
  readonly series: number;
  readonly sensorId: string;
  readonly equipmentId: string;
  readonly parameter: string;
  readonly unit: string | null;
}

/** What the machine worked on when the reading was made. */
export interface WorkDone {
  readonly workOrderId: string;
  /** Of the operation that ran; null where it is not known. */
  readonly operationNumber: number | null;
  /** Null for a run of none or of several. */
  readonly serialNumber: string | null;
}

/** A reading and whose it is. */
export interface SeriesReading {
  readonly of: Series;
  readonly reading: Reading;
  readonly work: WorkDone | null;
}

/** Microseconds since 1970: from inclusive, to exclusive. */
export interface TimeRange {
  readonly fromUs: number;
  readonly toUs: number;
}

/** The place of a reading in its series. */
export interface Position {
  readonly timeUs: number;
  readonly seq: number;
}

/** How fine data is: readings themselves, or statistics of minutes or hours. */
export type Resolution = 'RAW' | 'MINUTE' | 'HOUR';

/** Statistics of the readings within a window. Figures are of numbers that are not BAD; null when there are none. */
export interface SeriesWindow {
  readonly startUs: number;
  readonly good: number;
  readonly uncertain: number;
  readonly bad: number;
  readonly numbers: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Of the population. */
  readonly standardDeviation: number | null;
  readonly first: number | null;
  readonly last: number | null;
}

/** Where a store works: the tenant's transaction. Stores outside Postgres use it for their notes alone. */
export interface Scope {
  readonly tx: Tx;
  readonly tenantId: string;
}

/**
 * Where readings are kept. Times and order are those of the edge; a reading is known by (series, time, seq), and
 * the same one again changes nothing.
 */
export interface TimeSeries {
  readonly name: 'postgres' | 'influxdb';
  /** Whether it stores with a reading what the machine worked on. */
  readonly needsWork: boolean;
  /** Creates what must be there (partitions, buckets, tasks), ahead of time. Repeatable. */
  prepare(now: Date): Promise<void>;
  /** Makes room for readings of these times; outside of any transaction, before `append`. */
  makeRoom(timesUs: Iterable<number>, now: Date): Promise<void>;
  /** Keeps readings. Returns how many were new, where the store can tell. */
  append(scope: Scope, readings: readonly SeriesReading[], now: Date): Promise<number>;
  /** The finest resolution that holds the whole range of a series. */
  resolutionOf(scope: Scope, range: TimeRange, now: Date): Promise<Resolution>;
  /** How many readings a series has in the range; stops counting at `limit`. */
  count(scope: Scope, series: Series, range: TimeRange, limit: number): Promise<number>;
  /** Readings in the order of (time, seq), after a position where one is given; at most `limit`. */
  readings(
    scope: Scope,
    series: Series,
    range: TimeRange,
    limit: number,
    after?: Position,
  ): Promise<Reading[]>;
  /**
   * Statistics by windows of this width that begin at multiples of it (UTC); windows without readings are left
   * out. Right for late readings, whether or not they are rolled up yet.
   */
  windows(
    scope: Scope,
    series: Series,
    range: TimeRange,
    widthUs: number,
    from: Resolution,
  ): Promise<SeriesWindow[]>;
  /**
   * Makes statistics of the minutes and hours that readings have come for and that are over.
   * @returns how many buckets were made anew; zero when nothing is left to do
   */
  rollUp(scope: Scope, now: Date): Promise<number>;
  /** Drops what was kept long enough. */
  retain(now: Date): Promise<void>;
}

/** How long each resolution is kept. */
export interface Retention {
  readonly rawDays: number;
  readonly minuteDays: number;
  readonly hourDays: number;
}

/** 90 days, 5 years, 25 years. */
export const RETENTION: Retention = { rawDays: 90, minuteDays: 5 * 365 + 1, hourDays: 25 * 365 + 6 };

export const MINUTE_US = 60_000_000;
export const HOUR_US = 60 * MINUTE_US;
export const DAY_US = 24 * HOUR_US;
