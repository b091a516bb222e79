import type { ReadingQuality } from '@machshop/schema/events/telemetry.ts';

/** What a data item can hold. */
export type ReadingValue = number | string | boolean | null;

/** A reading on its way from a source to the buffer. */
export interface Reading {
  readonly tag: string;
  /** RFC 3339 UTC, with the digits of the source. */
  readonly sourceTime: string;
  readonly serverTime?: string;
  readonly value: ReadingValue;
  /** The number as its source wrote it, where that differs from how JavaScript would. */
  readonly literal?: string;
  readonly quality: ReadingQuality;
}

/** Where a reading belongs within its site. */
export interface EquipmentPath {
  readonly area: string;
  readonly workCenter: string;
  readonly equipment: string;
}

/** `event`: states and alarms. They go first, and a full buffer drops them last. */
export type ReadingKind = 'telemetry' | 'event';

/** A reading with its place: what decode functions give. */
export interface LocatedReading extends Reading {
  readonly at: EquipmentPath;
  /** The device kept it and tells it now: no word about the present. */
  readonly historical?: boolean;
}

const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** True when the text may stand in JSON as a number. */
export const isJsonNumber = (text: string): boolean => JSON_NUMBER.test(text);

/**
 * The value that a text means: a number when it is written as JSON writes numbers (its digits kept), `true`
 * and `false`, else the text itself.
 */
export function valueOfText(text: string): Pick<Reading, 'value' | 'literal'> {
  if (isJsonNumber(text)) {
    const value = Number(text);
    if (Number.isFinite(value)) return String(value) === text ? { value } : { value, literal: text };
  }
  if (text === 'true') return { value: true };
  if (text === 'false') return { value: false };
  return { value: text };
}

/** A binary32 number with the fewest digits that mean it: 22.1, not 22.100000381469727. */
export function valueOfFloat(value: number): Pick<Reading, 'value'> {
  if (!Number.isFinite(value)) return { value };
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return { value: short };
  }
  return { value };
}

/** A 64-bit integer: its digits, even those beyond 2^53. */
export function valueOfBigInt(value: bigint): Pick<Reading, 'value' | 'literal'> {
  const number = Number(value);
  return Number.isSafeInteger(number) ? { value: number } : { value: number, literal: String(value) };
}

/** NaN and the infinities have no place in JSON: the reading keeps them by name, with quality BAD. */
export function withoutNonFinite(reading: LocatedReading): LocatedReading {
  if (typeof reading.value !== 'number' || Number.isFinite(reading.value)) return reading;
  return { ...reading, value: String(reading.value), quality: 'BAD' };
}

/** The reading's JSON value, digits of the source kept. */
export const valueText = (reading: Reading): string => reading.literal ?? JSON.stringify(reading.value);

const MAX_TAG = 256;
const MAX_TEXT = 65_536;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const YEAR_ONE = Date.parse('0001-01-01T00:00:00Z');

const isTime = (text: string): boolean => TIME.test(text) && Date.parse(text) >= YEAR_ONE;

/**
 * Why a reading has no place in a batch (`schema/events/telemetry.ts`), or null. One that has none would make
 * whoever reads the batch refuse all of it.
 */
export function unfitness({ tag, sourceTime, serverTime, value }: Reading): string | null {
  if (tag.length < 1 || tag.length > MAX_TAG)
    return `the tag has ${tag.length} characters, 1 to ${MAX_TAG} are allowed`;
  if (!isTime(sourceTime)) return `"${sourceTime}" is no time`;
  if (serverTime !== undefined && !TIME.test(serverTime)) return `"${serverTime}" is no time`;
  if (typeof value === 'string' && value.length > MAX_TEXT)
    return `the value has ${value.length} characters, the most is ${MAX_TEXT}`;
  return null;
}
