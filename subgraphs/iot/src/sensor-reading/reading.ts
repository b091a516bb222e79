import type { ReadingQuality, TelemetryReading } from '@machshop/schema/events/telemetry.ts';

/** What a reading's value is. */
export type ReadingKind = 'NUMBER' | 'TEXT' | 'BOOLEAN' | 'NONE';

/** A reading as it is stored: time in microseconds since 1970, UTC. */
export interface Reading {
  readonly timeUs: number;
  /** Counts the readings of a machine in its collector's buffer. */
  readonly seq: number;
  /** Numbers, and 1 and 0 for true and false. */
  readonly value: number | null;
  /** Text, or the digits of a number that no double holds. */
  readonly text: string | null;
  readonly quality: ReadingQuality;
  readonly kind: ReadingKind;
  readonly outOfRange: boolean;
  /** Its clock was ahead of the server's by more than is plausible. */
  readonly early: boolean;
  /** It came long after it was read. */
  readonly late: boolean;
}

/** What a sensor may say without being suspected. */
export interface ValidRange {
  readonly validMin: number | null;
  readonly validMax: number | null;
}

/** A clock this far ahead is wrong: readings keep its time but are flagged. */
export const EARLY_AFTER_US = 5 * 60_000_000;
/** Readings this old when they come are late. */
export const LATE_AFTER_US = 60_000_000;

const QUALITIES: readonly ReadingQuality[] = ['GOOD', 'UNCERTAIN', 'BAD'];
const KINDS: readonly ReadingKind[] = ['NONE', 'NUMBER', 'TEXT', 'BOOLEAN'];

/** The number that stores write for a quality. */
export const qualityNumber = (quality: ReadingQuality): number => QUALITIES.indexOf(quality);
export const qualityOf = (number: number): ReadingQuality => QUALITIES[number] ?? 'BAD';

/** The number that stores write for what a reading is: its kind, and 4 out of range, 8 early, 16 late. */
export const marksOf = (reading: Pick<Reading, 'kind' | 'outOfRange' | 'early' | 'late'>): number =>
  KINDS.indexOf(reading.kind) +
  (reading.outOfRange ? 4 : 0) +
  (reading.early ? 8 : 0) +
  (reading.late ? 16 : 0);

/** What {@link marksOf} made a number of. */
export const unmarked = (marks: number): Pick<Reading, 'kind' | 'outOfRange' | 'early' | 'late'> => ({
  kind: KINDS[marks & 3] as ReadingKind,
  outOfRange: (marks & 4) !== 0,
  early: (marks & 8) !== 0,
  late: (marks & 16) !== 0,
});

/** Microseconds since 1970 of an RFC 3339 UTC time; finer digits are cut. */
export function microseconds(time: string): number {
  const ms = Date.parse(time);
  // "2026-03-01T08:30:00.123456Z": the digits of the microseconds are at 23, 24 and 25
  const digits = time.length > 24 ? time.slice(23, Math.min(26, time.length - 1)).padEnd(3, '0') : '0';
  return ms * 1000 + Number(digits);
}

/** RFC 3339 with microseconds. */
export function isoMicroseconds(timeUs: number): string {
  const ms = Math.floor(timeUs / 1000);
  const rest = timeUs - ms * 1000;
  return `${new Date(ms).toISOString().slice(0, 23)}${String(rest).padStart(3, '0')}Z`;
}

export const dateOf = (timeUs: number): Date => new Date(Math.floor(timeUs / 1000));

/** Whether the sensor's range does not hold the value. */
export const isOutOfRange = (range: ValidRange, value: number | null): boolean =>
  value !== null &&
  ((range.validMin !== null && value < range.validMin) ||
    (range.validMax !== null && value > range.validMax));

/**
 * A reading as it came, flagged by its time alone: early ones are UNCERTAIN, for their time is.
 * @param digits the number as its source wrote it, where a double does not hold it
 */
export function received(from: TelemetryReading, digits: string | undefined, nowUs: number): Reading {
  const timeUs = microseconds(from.sourceTime);
  const early = timeUs > nowUs + EARLY_AFTER_US;
  const { value } = from;
  const common = {
    timeUs,
    seq: from.seq,
    quality: early && from.quality === 'GOOD' ? ('UNCERTAIN' as const) : from.quality,
    outOfRange: false,
    early,
    late: timeUs < nowUs - LATE_AFTER_US,
  };
  if (typeof value === 'number') return { ...common, kind: 'NUMBER', value, text: digits ?? null };
  if (typeof value === 'boolean') return { ...common, kind: 'BOOLEAN', value: value ? 1 : 0, text: null };
  return { ...common, kind: value === null ? 'NONE' : 'TEXT', value: null, text: value };
}

/** The reading as its sensor sees it: a number out of range is never better than UNCERTAIN. */
export function ranged(reading: Reading, range: ValidRange): Reading {
  if (reading.kind !== 'NUMBER' || !isOutOfRange(range, reading.value)) return reading;
  return {
    ...reading,
    outOfRange: true,
    quality: reading.quality === 'GOOD' ? 'UNCERTAIN' : reading.quality,
  };
}

/** What a reading says, as text. */
export function valueText({ kind, value, text }: Pick<Reading, 'kind' | 'value' | 'text'>): string {
  if (kind === 'BOOLEAN') return value === 1 ? 'true' : 'false';
  return text ?? (value === null ? '' : String(value));
}
