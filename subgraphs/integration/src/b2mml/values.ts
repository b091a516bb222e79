import { Decimal } from 'decimal.js';
import { B2MML_LIMITS } from './limits.ts';
import type { B2mmlRule } from './rules.ts';
import { SECONDS_PER_UNIT, unitCode } from './units.ts';

/** A value that was read, or the rule that its text breaks. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly rule: B2mmlRule; readonly message: string };

const good = <T>(value: T): Parsed<T> => ({ ok: true, value });
const bad = (rule: B2mmlRule, message: string): { ok: false; rule: B2mmlRule; message: string } => ({
  ok: false,
  rule,
  message,
});

/** Enough digits that products of the longest quantities and factors stay exact. */
const Exact = Decimal.clone({ precision: 220, toExpNeg: -220, toExpPos: 220 });

/** Text of a message in an error, short enough to show. */
export const shown = (text: string): string =>
  JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Characters of a number, a time or a duration: longer texts are not looked at. */
const VALUE_LENGTH = 100;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/**
 * xs:decimal to its canonical text: no plus, no leading zeros, no zeros at the end of the fraction. A comma,
 * an exponent or a trailing minus is an error with the hint that helps.
 */
export function parseDecimal(text: string): Parsed<string> {
  const match = text.length > VALUE_LENGTH ? null : DECIMAL.exec(text);
  const [, sign = '', integer = '', fraction = ''] = match ?? [];
  if (!match || integer + fraction === '') {
    const hint = /^[+-]?[\d.]*,\d+$/.test(text) ? ' The decimal separator is a point.' : '';
    return bad('QUANTITY_NOT_A_DECIMAL', `${shown(text)} is not a decimal number.${hint}`);
  }
  const whole = integer.replace(/^0+/, '');
  const part = fraction.replace(/0+$/, '');
  if (whole.length > B2MML_LIMITS.integerDigits || part.length > B2MML_LIMITS.fractionDigits) {
    const { integerDigits, fractionDigits } = B2MML_LIMITS;
    return bad(
      'QUANTITY_TOO_LONG',
      `${shown(text)} has more than ${integerDigits} digits before or ${fractionDigits} behind the point.`,
    );
  }
  const magnitude = part === '' ? whole || '0' : `${whole || '0'}.${part}`;
  return good(sign === '-' && magnitude !== '0' ? `-${magnitude}` : magnitude);
}

/** Whether a canonical decimal text is below, at or above zero. */
export const signOf = (decimal: string): -1 | 0 | 1 =>
  decimal.startsWith('-') ? -1 : decimal === '0' ? 0 : 1;

const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:\d{2})?$/;
const MINUTE = 60_000;

function offsetMinutes(zone: string): number | null {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  if (Number(zone.slice(4, 6)) > 59 || minutes > 14 * 60) return null;
  return zone.startsWith('-') ? -minutes : minutes;
}

/**
 * xs:dateTime to UTC with milliseconds; what is finer is cut off. A time without a zone is refused: hours of
 * difference would go unnoticed. `24:00:00` is the next midnight, as XML Schema says.
 */
export function parseDateTime(text: string): Parsed<string> {
  const match = text.length > VALUE_LENGTH ? null : DATE_TIME.exec(text);
  if (!match) return bad('TIME_NOT_A_DATETIME', `${shown(text)} is not a time like 2026-03-01T08:30:00Z.`);
  const [, year, month, day, hour, minute, second, fraction = '', zone] = match;
  if (zone === undefined)
    return bad('TIME_WITHOUT_ZONE', `${shown(text)} has no zone: write Z or an offset like +02:00.`);
  const offset = offsetMinutes(zone);
  const midnight = hour === '24' && Number(minute) === 0 && Number(second) === 0 && Number(fraction) === 0;
  const inRange =
    (Number(hour) < 24 || midnight) && Number(minute) < 60 && Number(second) < 60 && offset !== null;
  const date = new Date(`${year}-${month}-${day}T00:00:00.000Z`);
  const exists = !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
  if (!inRange || !exists) return bad('TIME_NOT_A_DATETIME', `${shown(text)} is not a time that exists.`);
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const local =
    date.getTime() + (Number(hour) * 60 + Number(minute)) * MINUTE + Number(second) * 1000 + milliseconds;
  const utc = new Date(local - (offset ?? 0) * MINUTE).toISOString();
  // 0001-01-01 is how some systems say "none"; a year above 9999 has another form that few can read.
  if (utc < '1900' || utc.length !== 24) {
    return bad('TIME_NOT_A_DATETIME', `${shown(text)} is outside the years 1900 to 9999.`);
  }
  return good(utc);
}

const DURATION =
  /^(-)?P(?=\d|T)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

function seconds(total: Decimal, text: string): Parsed<string> {
  if (total.gt(B2MML_LIMITS.durationSeconds))
    return bad('DURATION_TOO_LONG', `${shown(text)} is more than a hundred years.`);
  return parseDecimal(total.toFixed());
}

/** xs:duration to seconds, exactly. Years and months are refused: their length varies. */
export function parseDuration(text: string): Parsed<string> {
  const match = text.length > VALUE_LENGTH ? null : DURATION.exec(text);
  if (!match) return bad('DURATION_NOT_A_DURATION', `${shown(text)} is not a duration like PT2H30M.`);
  const [, minus, years = '0', months = '0', days = '0', hours = '0', minutes = '0', rest = '0'] = match;
  if (/[1-9]/.test(years + months)) {
    return bad('DURATION_NOT_FIXED', `${shown(text)} has years or months, which have no fixed length.`);
  }
  const total = new Exact(days)
    .times(86_400)
    .plus(new Exact(hours).times(3600))
    .plus(new Exact(minutes).times(60))
    .plus(rest);
  if (minus && !total.isZero()) return bad('DURATION_NEGATIVE', `${shown(text)} is negative.`);
  return seconds(total, text);
}

/** A number of units of time to seconds, exactly. */
export function durationOf(value: string, unitText: string): Parsed<string> {
  const number = parseDecimal(value);
  if (!number.ok) return bad('DURATION_NOT_A_DURATION', number.message);
  if (signOf(number.value) < 0) return bad('DURATION_NEGATIVE', `${shown(value)} is negative.`);
  const unit = unitCode(unitText);
  if (unit === null) return bad('UNIT_UNKNOWN', `${shown(unitText)} is not a known unit.`);
  const factor = SECONDS_PER_UNIT[unit];
  if (factor === undefined) return bad('UNIT_NOT_A_TIME', `${unit} is not a unit of time.`);
  return seconds(new Exact(number.value).times(factor), value);
}

/** What the words of simplified messages mean on the scale 1 (most urgent) to 100. */
export const PRIORITY_WORDS: Readonly<Record<string, number>> = {
  CRITICAL: 1,
  URGENT: 10,
  HIGH: 25,
  NORMAL: 50,
  MEDIUM: 50,
  LOW: 75,
};

/** The priority of a request that says none. */
export const DEFAULT_PRIORITY = 50;

/** Priority is an xs:decimal in V7; simplified messages may use words. */
export function parsePriority(text: string, words: boolean): Parsed<number> {
  const word = text.toUpperCase();
  if (words && Object.hasOwn(PRIORITY_WORDS, word)) return good(PRIORITY_WORDS[word] as number);
  const decimal = parseDecimal(text);
  if (!decimal.ok || decimal.value.includes('.')) {
    const known = words ? ` or one of ${Object.keys(PRIORITY_WORDS).join(', ')}` : '';
    return bad('PRIORITY_NOT_A_NUMBER', `${shown(text)} is not a whole number${known}.`);
  }
  const priority = Number(decimal.value);
  if (priority < 1 || priority > 100)
    return bad('PRIORITY_OUT_OF_RANGE', `${shown(text)} is not from 1 to 100.`);
  return good(priority);
}

/** xs:boolean. */
export function parseBoolean(text: string): Parsed<boolean> {
  if (text === 'true' || text === '1') return good(true);
  if (text === 'false' || text === '0') return good(false);
  return bad('BOOLEAN_NOT_A_BOOLEAN', `${shown(text)} is neither true nor false.`);
}

/** Seconds as xs:duration, in days and seconds: many readers keep each part in 32 bits. */
export function formatDuration(total: string): string {
  const days = new Exact(total).divToInt(86_400);
  const rest = new Exact(total).minus(days.times(86_400));
  return days.isZero() ? `PT${rest.toFixed()}S` : `P${days.toFixed()}DT${rest.toFixed()}S`;
}
