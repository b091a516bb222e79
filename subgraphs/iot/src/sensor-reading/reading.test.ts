import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../ingest/decode.ts';
import { isSilent } from '../sensor/sensor.ts';
import { batch, reading } from '../testing.ts';
import { csvLine } from './export.ts';
import {
  EARLY_AFTER_US,
  isoMicroseconds,
  LATE_AFTER_US,
  marksOf,
  microseconds,
  ranged,
  received,
  unmarked,
} from './reading.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z') * 1000;
const from = (sourceTime: string, value: number | string | boolean | null = 1) =>
  reading('t', sourceTime, value, 1);

test('times keep their microseconds; finer digits are cut', () => {
  expect(microseconds('2017-02-01T13:59:35.1234567Z')).toBe(1_485_957_575_123_456);
  expect(microseconds('2017-02-01T13:59:35Z')).toBe(1_485_957_575_000_000);
  expect(microseconds('2017-02-01T13:59:35.1Z')).toBe(1_485_957_575_100_000);
  expect(microseconds('2017-02-01T13:59:35.1234Z')).toBe(1_485_957_575_123_400);
  fc.assert(
    fc.property(fc.maxSafeInteger(), (us) => {
      expect(microseconds(isoMicroseconds(us))).toBe(us);
    }),
  );
});

test('a reading is early only beyond what clocks may differ, and late only when it is old', () => {
  const at = (us: number) => received(from(isoMicroseconds(NOW + us)), undefined, NOW);
  expect(at(EARLY_AFTER_US)).toMatchObject({ early: false, late: false, quality: 'GOOD' });
  expect(at(EARLY_AFTER_US + 1)).toMatchObject({ early: true, late: false, quality: 'UNCERTAIN' });
  expect(at(-LATE_AFTER_US)).toMatchObject({ late: false });
  expect(at(-LATE_AFTER_US - 1)).toMatchObject({ late: true, early: false, quality: 'GOOD' });
});

test('a range flags numbers beyond it and nothing else, and makes nothing better', () => {
  const range = { validMin: -50, validMax: 100 };
  const one = received(from('2026-03-01T12:00:00Z', 100.01), undefined, NOW);
  expect(ranged(one, range)).toMatchObject({ outOfRange: true, quality: 'UNCERTAIN', value: 100.01 });
  expect(ranged({ ...one, quality: 'BAD' }, range)).toMatchObject({ outOfRange: true, quality: 'BAD' });
  expect(ranged({ ...one, value: 100 }, range).outOfRange).toBe(false);
  const truth = received(from('2026-03-01T12:00:00Z', true), undefined, NOW);
  expect(ranged(truth, { validMin: 5, validMax: 6 })).toBe(truth);
});

test('marks are what they were made of', () => {
  const marks = fc.record({
    kind: fc.constantFrom('NUMBER' as const, 'TEXT' as const, 'BOOLEAN' as const, 'NONE' as const),
    outOfRange: fc.boolean(),
    early: fc.boolean(),
    late: fc.boolean(),
  });
  fc.assert(
    fc.property(marks, (given) => {
      expect(unmarked(marksOf(given))).toEqual(given);
    }),
  );
});

test('digits are kept of numbers that no double holds, and of those alone', () => {
  const made = batch({
    equipment: 'M',
    readings: [1, 2, 3, 4].map((seq) => reading('t', new Date(), 7, seq)),
  });
  const values = ['18446744073709551615', '98.000000', '0.1234567890123456', '1234567.123456789012'];
  let index = 0;
  const text = made.text.replace(/"value":7/g, () => `"value":${values[index++]}`);
  expect([...decode(text, made.subject).digits]).toEqual([
    [0, '18446744073709551615'],
    [3, '1234567.123456789012'],
  ]);
});

test('a batch of another subject, without a tenant’s id, or with a time that is none, is malformed', () => {
  const made = batch({ equipment: 'M', readings: [reading('t', new Date(), 7, 1)] });
  expect(() => decode(made.text, made.subject.replace(/M$/, 'N'))).toThrow(SyntaxError);
  const named = batch({ equipment: 'M', tenant: 'acme', readings: [reading('t', new Date(), 7, 1)] });
  expect(() => decode(named.text, named.subject)).toThrow('must be its id');
  const wrong = batch({ equipment: 'M', readings: [reading('t', '2026-13-01T00:00:00Z', 7, 1)] });
  expect(() => decode(wrong.text, wrong.subject)).toThrow('no time');
  expect(() => decode('{', made.subject)).toThrow(SyntaxError);
});

test('an export’s text is no formula, and its numbers are as they are', () => {
  const sensor = { id: 's', tag: 'a,b', unit: null };
  const text = received(from('2026-03-01T12:00:00.5Z', '=1+1"'), undefined, NOW);
  expect(csvLine(sensor, text)).toBe(`2026-03-01T12:00:00.500000Z,s,"a,b","'=1+1""",,GOOD,,,`);
  const negative = received(from('2026-03-01T12:00:00Z', -1.5), undefined, NOW);
  expect(csvLine(sensor, negative)).toBe('2026-03-01T12:00:00.000000Z,s,"a,b",-1.5,,GOOD,,,');
});

test('a sensor is silent after three of its intervals, and one that reports changes never is', () => {
  const now = new Date(NOW / 1000);
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  expect(isSilent({ expectedIntervalSeconds: 10 }, before(30), now)).toBe(false);
  expect(isSilent({ expectedIntervalSeconds: 10 }, before(31), now)).toBe(true);
  expect(isSilent({ expectedIntervalSeconds: 10 }, null, now)).toBe(true);
  expect(isSilent({ expectedIntervalSeconds: null }, null, now)).toBe(false);
});
