import { isoTime } from '../clock.ts';

const RFC3339 = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)$/;
const EARLIEST_MS = -62_135_596_800_000;
const LATEST_MS = 253_402_300_799_999;

const withFraction = (wholeMs: number, fraction: string): string => {
  const seconds = isoTime(wholeMs).slice(0, 19);
  return fraction === '' ? `${seconds}Z` : `${seconds}.${fraction.slice(0, 9)}Z`;
};

/** An RFC 3339 time in UTC with the digits it came with (nine at most), or null when it is none. */
export function rfc3339(text: string): string | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [, date, time, fraction = '', zone] = match as unknown as [
    string,
    string,
    string,
    string | undefined,
    string,
  ];
  const ms = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  return Number.isNaN(ms) ? null : withFraction(ms, fraction);
}

/**
 * A time since 1970 written as a number: seconds (up to 11 digits before the point), milliseconds (14),
 * microseconds (17) or nanoseconds. Null when it is none.
 */
export function epochTime(literal: string): string | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(literal);
  if (!match) return null;
  const [, sign, whole, fraction = ''] = match as unknown as [string, string, string, string | undefined];
  if (sign === '-') return null;
  const scale = whole.length <= 11 ? 0 : whole.length <= 14 ? 3 : whole.length <= 17 ? 6 : 9;
  const digits = whole.padStart(scale + 1, '0');
  const seconds = Number(scale === 0 ? digits : digits.slice(0, -scale));
  const ms = seconds * 1000;
  if (ms > LATEST_MS) return null;
  return withFraction(ms, (scale === 0 ? '' : digits.slice(-scale)) + fraction);
}

/**
 * A JavaScript date and what it cannot hold: picoseconds within its millisecond (as OPC UA counts in 100 ns).
 * Null for a date outside the years 1 to 9999.
 */
export function preciseTime(date: Date, picoseconds: number): string | null {
  const ms = date.getTime();
  if (!(ms >= EARLIEST_MS && ms <= LATEST_MS)) return null;
  const ticks = Math.floor(picoseconds / 100_000);
  return ticks === 0 ? isoTime(ms) : `${isoTime(ms).slice(0, -1)}${String(ticks).padStart(4, '0')}Z`;
}
