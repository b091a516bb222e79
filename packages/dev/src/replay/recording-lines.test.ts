import { describe, expect, test } from 'vitest';
import { readPoints, splitLines } from './recording-lines.ts';

async function* stream<T>(...values: T[]): AsyncGenerator<T> {
  yield* values;
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}

describe('splitLines', () => {
  test('joins what a chunk boundary cut and takes both line ends', async () => {
    const bytes = Buffer.from('one\r\ntwo°\nthree');
    const cut = bytes.indexOf('°') + 1;
    expect(await all(splitLines(stream(bytes.subarray(0, cut), bytes.subarray(cut))))).toEqual([
      'one',
      'two°',
      'three',
    ]);
  });

  test('refuses a line without an end in sight', async () => {
    await expect(all(splitLines(stream(Buffer.alloc(2_000, 'x'))))).rejects.toThrow('longer than 1000');
  });
});

describe('readPoints', () => {
  test('reads time, data item and value, times to the millisecond', async () => {
    expect(await all(readPoints(stream('2017-02-02T18:06:38.9531250Z|Program_Status|ACTIVE')))).toEqual([
      { atMs: Date.parse('2017-02-02T18:06:38.953Z'), item: 'Program_Status', value: 'ACTIVE' },
    ]);
  });

  test('puts values together that were broken before the digits of the year', async () => {
    const repairs = { rejoined: 0 };
    const lines = stream(
      '2017-02-07T16:26:14.1718750Z|Block_Number|2',
      '2017',
      '2017-02-07T16:26:14.1718750Z|Spindle_Speed|',
      '2017.919363',
      '2017-02-07T16:26:15.0000000Z|Block_Number|5',
    );
    const points = await all(readPoints(lines, repairs));
    expect(points.map((point) => point.value)).toEqual(['22017', '2017.919363', '5']);
    expect(repairs.rejoined).toBe(2);
  });

  test.each([
    ['a line without bars', '18'],
    ['a missing value', '2017-02-07T16:26:15Z|Block_Number'],
    ['too many fields', '2017-02-07T16:26:15Z|Block_Number|1|2'],
    ['a time without a zone', '2017-02-07T16:26:15|Block_Number|1'],
    ['a day that is not', '2017-02-37T16:26:15Z|Block_Number|1'],
  ])('refuses %s and says which line', async (_, line) => {
    const lines = stream('2017-02-07T16:26:14Z|Block_Number|2', line);
    await expect(all(readPoints(lines))).rejects.toThrow('Line 2 is not');
  });
});
