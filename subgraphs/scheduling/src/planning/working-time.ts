import { addDays, type Day, dayIn, momentOf, weekdayOf } from './zone.ts';

/** The days of a week, Monday first. */
export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** A shift of an ordinary week, by the clocks of the site. */
export interface Shift {
  readonly day: Weekday;
  /** `06:00` */
  readonly start: string;
  /** `14:00`; one that is not after the start is on the next day. */
  readonly end: string;
  readonly name: string | null;
}

/** What a calendar or an exception is of: a site, one of its work centers, or one of its machines. */
export interface Scope {
  readonly workCenterCode: string | null;
  readonly equipmentId: string | null;
}

export interface WeekCalendar extends Scope {
  readonly shifts: readonly Shift[];
}

export interface Exception extends Scope {
  readonly kind: 'CLOSED' | 'OPEN';
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Milliseconds since 1970, `[start, end)`. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** When the machines of a site work. */
export interface SiteCalendars {
  readonly timeZone: string;
  readonly calendars: readonly WeekCalendar[];
  readonly exceptions: readonly Exception[];
}

interface Machine {
  readonly equipmentId: string;
  readonly workCenterCode: string;
}

/** How near a scope is to a machine: 3 its own, 2 its work center's, 1 its site's, 0 not of it. */
function nearness(scope: Scope, machine: Machine): number {
  if (scope.equipmentId) return scope.equipmentId === machine.equipmentId ? 3 : 0;
  if (scope.workCenterCode) return scope.workCenterCode === machine.workCenterCode ? 2 : 0;
  return 1;
}

/**
 * When a machine works between two moments: by the week of the nearest calendar, around the clock where there is
 * none; then the exceptions, those of the site first and its own last, and what is closed after what is open.
 */
export function workingTime(site: SiteCalendars, machine: Machine, from: number, until: number): Interval[] {
  let nearest: WeekCalendar | undefined;
  for (const calendar of site.calendars) {
    const near = nearness(calendar, machine);
    if (near > 0 && (!nearest || near > nearness(nearest, machine))) nearest = calendar;
  }
  let time = nearest ? weekly(nearest.shifts, site.timeZone, from, until) : [{ start: from, end: until }];
  const own = site.exceptions
    .map((exception) => ({ exception, near: nearness(exception, machine) }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => a.near - b.near || rank(a.exception) - rank(b.exception));
  for (const { exception } of own) {
    const span = { start: exception.startsAt.getTime(), end: exception.endsAt.getTime() };
    time = exception.kind === 'OPEN' ? union([...time, span]) : without(time, span);
  }
  return clip(time, from, until);
}

const rank = ({ kind }: Exception): number => (kind === 'OPEN' ? 0 : 1);

function weekly(shifts: readonly Shift[], timeZone: string, from: number, until: number): Interval[] {
  const found: Interval[] = [];
  // a shift may have begun the day before
  let day = addDays(dayIn(timeZone, from), -1);
  const last = addDays(dayIn(timeZone, until), 1);
  for (; before(day, last); day = addDays(day, 1)) {
    const name = WEEKDAYS[weekdayOf(day) - 1];
    for (const shift of shifts) if (shift.day === name) found.push(spanOf(shift, timeZone, day));
  }
  return clip(union(found), from, until);
}

function spanOf(shift: Shift, timeZone: string, day: Day): Interval {
  const start = minutesOf(shift.start);
  const end = minutesOf(shift.end);
  const endDay = end <= start ? addDays(day, 1) : day;
  return { start: momentOf(timeZone, day, start), end: momentOf(timeZone, endDay, end) };
}

/** Minutes after midnight of `06:30`. */
export function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  return hours * 60 + minutes;
}

const before = (a: Day, b: Day): boolean =>
  Date.UTC(a.year, a.month - 1, a.day) < Date.UTC(b.year, b.month - 1, b.day);

/** Disjoint and ascending; what touches is one. */
export function union(spans: readonly Interval[]): Interval[] {
  const sorted = spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  const found: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

function without(spans: readonly Interval[], hole: Interval): Interval[] {
  return spans.flatMap((span) =>
    [
      { start: span.start, end: Math.min(span.end, hole.start) },
      { start: Math.max(span.start, hole.end), end: span.end },
    ].filter(({ start, end }) => end > start),
  );
}

function clip(spans: readonly Interval[], from: number, until: number): Interval[] {
  return spans.flatMap(({ start, end }) => {
    const own = { start: Math.max(start, from), end: Math.min(end, until) };
    return own.end > own.start ? [own] : [];
  });
}
