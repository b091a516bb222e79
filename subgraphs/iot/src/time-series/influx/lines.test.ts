import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { of, reading, series, TENANT, work } from '../testing/examples.ts';
import { parseLine } from '../testing/line-protocol.ts';
import type { SeriesReading } from '../time-series.ts';
import { lineOf, linesOf, parameterLineOf } from './lines.ts';

describe('a line', () => {
  test('may have a quote in a tag and a line break in a text', () => {
    const line = lineOf(TENANT, {
      of: { ...series, parameter: 'a"b' },
      reading: reading({ text: 'one\ntwo' }),
      work: null,
    });
    expect(parseLine(line)).toMatchObject({ tags: { parameter_name: 'a"b' }, fields: { text: 'one\ntwo' } });
  });

  test.each(['m,a=b\nc f=1 1', 'm\n,a=b f=1 1', 'm,a=b f\n=1 1', 'm,a=b f=1\n 1', 'm,a=b f=1 1\n'])(
    'with a line break elsewhere is none',
    (line) => {
      expect(() => parseLine(line)).toThrow(SyntaxError);
    },
  );

  test('holds whatever a reading holds, as the strict reader of the reference takes it', () => {
    const text = fc
      .oneof(fc.string({ unit: 'binary' }), fc.string())
      .map((given) => given.replaceAll('\0', ''));
    fc.assert(
      fc.property(
        fc.record({
          value: fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
          text: fc.oneof(fc.constant(null), text),
          parameter: text.filter((given) => given.replace(/\\+$/, '') !== ''),
          serial: text.filter((given) => given.replace(/\\+$/, '') !== ''),
          seq: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
          timeUs: fc.integer({ min: -1e15, max: 4e15 }),
        }),
        ({ value, text, parameter, serial, seq, timeUs }) => {
          const line = lineOf(TENANT, {
            of: { ...series, parameter },
            reading: reading({ value, text, seq, timeUs }),
            work: { workOrderId: series.sensorId, operationNumber: 10, serialNumber: serial },
          });
          const parsed = parseLine(line);
          expect(parsed.measurement).toBe('sensor_data');
          expect(parsed.tags).toMatchObject({
            tenant_id: TENANT,
            sensor_id: series.sensorId,
            work_order_id: series.sensorId,
          });
          expect(parsed.fields.seq).toBe(BigInt(seq));
          if (value === null) expect(parsed.fields.value).toBeUndefined();
          else expect(parsed.fields.value).toBe(value === 0 ? 0 : value);
          expect(parsed.fields.text).toBe(text ?? undefined);
          expect(parsed.time / 1000n - (parsed.time < 0n && parsed.time % 1000n !== 0n ? 1n : 0n)).toBe(
            BigInt(timeUs),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('of two readings of one moment are two points', () => {
    const [one, two] = [parseLine(lineOf(TENANT, of({ seq: 1 }))), parseLine(lineOf(TENANT, of({ seq: 2 })))];
    expect(one.time).not.toBe(two.time);
  });
});

describe('a process parameter', () => {
  test('has the seeds’ tags, and the time of its reading', () => {
    const [own, parameter] = linesOf(TENANT, { ...of({ seq: 12 }), work }).map(parseLine);
    expect(parameter).toEqual({
      measurement: 'process_parameters',
      tags: {
        tenant_id: TENANT,
        work_order_id: work.workOrderId,
        operation_number: '10',
        serial_number: 'BOX-001',
        equipment_id: series.equipmentId,
        sensor_id: series.sensorId,
        parameter_name: series.parameter,
      },
      fields: { measured_value: 1.5, quality: 'GOOD', unit: 'RPM' },
      time: own?.time,
    });
  });

  test('has no serial number where the run has none or several', () => {
    const line = parameterLineOf(TENANT, { ...of(), work: { ...work, serialNumber: null } }) as string;
    expect(parseLine(line).tags).not.toHaveProperty('serial_number');
  });

  const none: [string, SeriesReading][] = [
    ['nothing ran', of()],
    ['the number of the operation is not known', { ...of(), work: { ...work, operationNumber: null } }],
    ['it is a text', { ...of({ kind: 'TEXT', value: null, text: 'ACTIVE' }), work }],
    ['it is a truth', { ...of({ kind: 'BOOLEAN', value: 1 }), work }],
    ['it is BAD', { ...of({ quality: 'BAD' }), work }],
    ['its time cannot be', { ...of({ early: true, quality: 'UNCERTAIN' }), work }],
  ];
  test.each(none)('is none when %s; the reading is kept', (_, given) => {
    expect(linesOf(TENANT, given)).toEqual([lineOf(TENANT, given)]);
  });
});
