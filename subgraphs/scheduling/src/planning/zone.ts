/** A calendar date as numbers; months from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What the clocks of a zone show, as if it were UTC, in milliseconds. */
function wallOf(timeZone: string, at: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The date that a zone's calendars show. */
export function dayIn(timeZone: string, at: number): Day {
  const wall = new Date(wallOf(timeZone, at));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/**
 * The moment at which a zone's clocks show so many minutes after midnight. Where the clocks show it twice, the first
 * time; where they skip it, as long after the skip as it was after its beginning.
 * @returns milliseconds since 1970
 */
export function momentOf(timeZone: string, { year, month, day }: Day, minutes: number): number {
  const wall = Date.UTC(year, month - 1, day) + minutes * MINUTE_MS;
  const offset = (at: number) => wallOf(timeZone, at) - Math.floor(at / 1000) * 1000;
  // the offsets a day before and after: between them, clocks change at most once
  const before = offset(wall - DAY_MS);
  const after = offset(wall + DAY_MS);
  const first = wall - before;
  if (before === after || wallOf(timeZone, first) === wall) return first;
  const second = wall - after;
  return wallOf(timeZone, second) === wall ? second : first;
}

/** The day so many days later. */
export function addDays({ year, month, day }: Day, days: number): Day {
  const at = new Date(Date.UTC(year, month - 1, day + days));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = ({ year, month, day }: Day): number =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;

/** `2026-03-01` */
export const dateText = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The day of a text as {@link dateText} writes it. */
export function dayOf(text: string): Day {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  return { year, month, day };
}
