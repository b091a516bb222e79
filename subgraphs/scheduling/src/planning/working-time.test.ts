import { describe, expect, test } from 'vitest';
import { type SiteCalendars, type Weekday, workingTime } from './working-time.ts';

const machine = { equipmentId: 'm', workCenterCode: 'MILL' };
const at = (text: string) => Date.parse(text);
const hours = (site: SiteCalendars, from: string, until: string) =>
  workingTime(site, machine, at(from), at(until)).reduce((sum, { start, end }) => sum + end - start, 0) /
  3_600_000;
const shift = (day: Weekday, start: string, end: string) => ({ day, start, end, name: null });
const site = (shifts: ReturnType<typeof shift>[]): SiteCalendars => ({
  timeZone: 'America/Detroit',
  calendars: [{ workCenterCode: null, equipmentId: null, shifts }],
  exceptions: [],
});

describe('working time', () => {
  test('a shift is by the clocks of the site, in winter and in summer', () => {
    const week = site([shift('MONDAY', '06:00', '14:00')]);
    expect(workingTime(week, machine, at('2026-03-02T00:00Z'), at('2026-03-03T00:00Z'))).toEqual([
      { start: at('2026-03-02T11:00Z'), end: at('2026-03-02T19:00Z') },
    ]);
    expect(workingTime(week, machine, at('2026-03-09T00:00Z'), at('2026-03-10T00:00Z'))).toEqual([
      { start: at('2026-03-09T10:00Z'), end: at('2026-03-09T18:00Z') },
    ]);
  });

  test('a night shift has an hour less when clocks go forward, and one more when they go back', () => {
    const nights = site([shift('SATURDAY', '22:00', '06:00')]);
    expect(hours(nights, '2026-03-07T12:00Z', '2026-03-08T20:00Z')).toBe(7);
    expect(hours(nights, '2026-10-31T12:00Z', '2026-11-01T20:00Z')).toBe(9);
  });

  test('without a calendar machines work around the clock; the nearest calendar counts', () => {
    const none = { timeZone: 'UTC', calendars: [], exceptions: [] };
    expect(hours(none, '2026-01-01T00:00Z', '2026-01-02T00:00Z')).toBe(24);
    const base = site([shift('MONDAY', '06:00', '14:00')]);
    const own = { workCenterCode: null, equipmentId: 'm', shifts: [shift('MONDAY', '06:00', '07:00')] };
    const both = { ...base, calendars: [...base.calendars, own] };
    expect(hours(both, '2026-03-02T00:00Z', '2026-03-03T00:00Z')).toBe(1);
  });

  test('exceptions close a shift and open overtime; of another machine they change nothing', () => {
    const base = site([shift('MONDAY', '06:00', '14:00')]);
    const exception = (kind: 'CLOSED' | 'OPEN', equipmentId: string | null, from: string, until: string) => ({
      kind,
      workCenterCode: null,
      equipmentId,
      startsAt: new Date(from),
      endsAt: new Date(until),
    });
    const exceptions = [
      exception('CLOSED', null, '2026-03-02T11:00Z', '2026-03-02T13:00Z'),
      exception('OPEN', 'm', '2026-03-02T20:00Z', '2026-03-02T23:00Z'),
      exception('CLOSED', 'other', '2026-03-02T00:00Z', '2026-03-03T00:00Z'),
    ];
    expect(hours({ ...base, exceptions }, '2026-03-02T00:00Z', '2026-03-03T00:00Z')).toBe(9);
  });
});
