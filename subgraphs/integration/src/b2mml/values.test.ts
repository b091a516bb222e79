import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, timeUnit } from './arbitraries.ts';
import type { B2mmlRule } from './rules.ts';
import { REC20_UNITS, SECONDS_PER_UNIT, UNIT_ALIASES, unitCode } from './units.ts';
import {
  durationOf,
  formatDuration,
  type Parsed,
  PRIORITY_WORDS,
  parseBoolean,
  parseDateTime,
  parseDecimal,
  parseDuration,
  parsePriority,
} from './values.ts';

const result = (parsed: Parsed<unknown>): unknown => (parsed.ok ? parsed.value : parsed.rule);

type Case = readonly [text: string, result: string | number | boolean];

describe('decimals', () => {
  const cases: readonly Case[] = [
    ['10', '10'],
    ['+010.500', '10.5'],
    ['-0.0', '0'],
    ['.5', '0.5'],
    ['7.', '7'],
    ['-3', '-3'],
    ['12,5', 'QUANTITY_NOT_A_DECIMAL'],
    ['1.234,5', 'QUANTITY_NOT_A_DECIMAL'],
    ['1,000', 'QUANTITY_NOT_A_DECIMAL'],
    ['1E3', 'QUANTITY_NOT_A_DECIMAL'],
    ['10-', 'QUANTITY_NOT_A_DECIMAL'],
    ['NaN', 'QUANTITY_NOT_A_DECIMAL'],
    ['INF', 'QUANTITY_NOT_A_DECIMAL'],
    ['.', 'QUANTITY_NOT_A_DECIMAL'],
    ['', 'QUANTITY_NOT_A_DECIMAL'],
    ['1 000', 'QUANTITY_NOT_A_DECIMAL'],
    ['٣', 'QUANTITY_NOT_A_DECIMAL'],
    ['9'.repeat(19), 'QUANTITY_TOO_LONG'],
    [`0.${'1'.repeat(13)}`, 'QUANTITY_TOO_LONG'],
    ['1'.repeat(1_000_000), 'QUANTITY_NOT_A_DECIMAL'],
  ];
  it.each(cases)('%s', (text, expected) => expect(result(parseDecimal(text))).toBe(expected));

  it('a comma gets the hint that helps', () => {
    expect(parseDecimal('12,5')).toMatchObject({ message: expect.stringContaining('separator is a point') });
  });

  it('the canonical text has the same value as what was written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+-]?\d{1,12}(\.\d{0,10})?$/), (text) => {
        const parsed = parseDecimal(text);
        expect(parsed.ok && new Decimal(parsed.value).eq(new Decimal(text.replace(/\.$/, '')))).toBe(true);
        expect(parsed.ok && parseDecimal(parsed.value)).toEqual(parsed);
      }),
    );
  });
});

describe('times', () => {
  const cases: readonly Case[] = [
    ['2025-10-16T06:00:00Z', '2025-10-16T06:00:00.000Z'],
    ['2025-10-16T06:00:00+02:00', '2025-10-16T04:00:00.000Z'],
    ['2025-12-31T23:30:00.12-05:30', '2026-01-01T05:00:00.120Z'],
    ['2025-10-16T06:00:00.1239999Z', '2025-10-16T06:00:00.123Z'],
    ['2024-02-29T24:00:00Z', '2024-03-01T00:00:00.000Z'],
    ['2025-10-16T06:00:00', 'TIME_WITHOUT_ZONE'],
    ['2025-10-16', 'TIME_NOT_A_DATETIME'],
    ['2025-02-29T00:00:00Z', 'TIME_NOT_A_DATETIME'],
    ['2025-13-01T00:00:00Z', 'TIME_NOT_A_DATETIME'],
    ['2025-10-16T24:00:01Z', 'TIME_NOT_A_DATETIME'],
    ['2025-10-16T06:60:00Z', 'TIME_NOT_A_DATETIME'],
    ['2025-10-16T06:00:00+15:00', 'TIME_NOT_A_DATETIME'],
    ['2025-10-16T06:00:00+01:60', 'TIME_NOT_A_DATETIME'],
    ['2025-10-16 06:00:00Z', 'TIME_NOT_A_DATETIME'],
    ['20251016060000', 'TIME_NOT_A_DATETIME'],
    ['0001-01-01T00:00:00Z', 'TIME_NOT_A_DATETIME'],
    ['9999-12-31T23:59:59-01:00', 'TIME_NOT_A_DATETIME'],
  ];
  it.each(cases)('%s', (text, expected) => expect(result(parseDateTime(text))).toBe(expected));

  it('an instant is the same in every offset', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -840, max: 840 }), (utc, offset) => {
        const local = new Date(Date.parse(utc) + offset * 60_000).toISOString().slice(0, -1);
        const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
        const zone = `${offset < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
        expect(result(parseDateTime(local + zone))).toBe(utc);
      }),
    );
  });
});

describe('durations', () => {
  const cases: readonly Case[] = [
    ['PT2H30M', '9000'],
    ['P1DT0.5S', '86400.5'],
    ['P0Y0M1D', '86400'],
    ['PT0S', '0'],
    ['-PT0S', '0'],
    ['-PT1S', 'DURATION_NEGATIVE'],
    ['P1M', 'DURATION_NOT_FIXED'],
    ['P1Y', 'DURATION_NOT_FIXED'],
    ['P', 'DURATION_NOT_A_DURATION'],
    ['PT', 'DURATION_NOT_A_DURATION'],
    ['P1H', 'DURATION_NOT_A_DURATION'],
    ['2.5', 'DURATION_NOT_A_DURATION'],
    ['P40000D', 'DURATION_TOO_LONG'],
    [`PT${'9'.repeat(90)}S`, 'DURATION_TOO_LONG'],
  ];
  it.each(cases)('%s', (text, expected) => expect(result(parseDuration(text))).toBe(expected));

  const numbers: readonly (readonly [value: string, unit: string, result: string])[] = [
    ['2.5', 'HOUR', '9000'],
    ['90', 'min', '5400'],
    ['1500', 'C26', '1.5'],
    ['0', 'SEC', '0'],
    ['2,5', 'HUR', 'DURATION_NOT_A_DURATION'],
    ['-1', 'HUR', 'DURATION_NEGATIVE'],
    ['1', 'KGM', 'UNIT_NOT_A_TIME'],
    ['1', 'FORTNIGHT', 'UNIT_UNKNOWN'],
    ['999999999', 'DAY', 'DURATION_TOO_LONG'],
  ];
  it.each(numbers)('%s %s', (value, unit, expected) =>
    expect(result(durationOf(value, unit))).toBe(expected),
  );

  it('written seconds read back exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3_000_000_000 }),
        fc.integer({ min: 0, max: 999_999 }),
        (whole, micro) => {
          const parsed = parseDecimal(`${whole}.${String(micro).padStart(6, '0')}`);
          expect(parsed.ok && parseDuration(formatDuration(parsed.value))).toEqual(parsed);
        },
      ),
    );
  });

  it('a number of units is that many times the unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), timeUnit, (count, unit) => {
        expect(result(durationOf(String(count), unit))).toBe(
          new Decimal(SECONDS_PER_UNIT[unit] ?? 0).times(count).toFixed(),
        );
      }),
    );
  });
});

describe('priorities', () => {
  const numbers: readonly Case[] = [
    ['1', 1],
    ['100', 100],
    ['10.0', 10],
    ['0', 'PRIORITY_OUT_OF_RANGE'],
    ['101', 'PRIORITY_OUT_OF_RANGE'],
    ['-1', 'PRIORITY_OUT_OF_RANGE'],
    ['1.5', 'PRIORITY_NOT_A_NUMBER'],
    ['HIGH', 'PRIORITY_NOT_A_NUMBER'],
  ];
  it.each(numbers)('%s in V7', (text, expected) => expect(result(parsePriority(text, false))).toBe(expected));

  it('simplified messages may use words, which keep their order', () => {
    const order = ['CRITICAL', 'urgent', 'HIGH', 'Normal', 'LOW'].map((word) =>
      result(parsePriority(word, true)),
    );
    expect(order).toEqual([1, 10, 25, 50, 75]);
    expect(result(parsePriority('ASAP', true))).toBe('PRIORITY_NOT_A_NUMBER');
    expect(Object.values(PRIORITY_WORDS).every((number) => number >= 1 && number <= 100)).toBe(true);
  });
});

it.each<Case>([
  ['true', true],
  ['0', false],
  ['YES', 'BOOLEAN_NOT_A_BOOLEAN' satisfies B2mmlRule],
])('the flag %s', (text, expected) => expect(result(parseBoolean(text))).toBe(expected));

describe('units', () => {
  it('codes stay, aliases become their code, in any case', () => {
    expect(['EA', 'kgm', 'KG', 'Hour', ' pcs ', 'C62'].map(unitCode)).toEqual([
      'EA',
      'KGM',
      'KGM',
      'HUR',
      'EA',
      'EA',
    ]);
    expect(['', 'FURLONG', 'constructor', '__proto__'].map(unitCode)).toEqual([null, null, null, null]);
  });

  it('every alias names a known code and hides none', () => {
    for (const [alias, code] of Object.entries(UNIT_ALIASES)) {
      expect(Object.keys(REC20_UNITS)).toContain(code);
      expect(Object.keys(REC20_UNITS)).not.toContain(alias);
    }
  });
});
