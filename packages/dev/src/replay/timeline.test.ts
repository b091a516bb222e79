import { describe, expect, test } from 'vitest';
import { sampleRecording, sampleTime, silentRecording } from './sample-plant.ts';
import { layOut, operationsOf } from './timeline.ts';

const run = (file: string, fromMinute: number, toMinute: number) =>
  sampleRecording({ file, fromMinute, toMinute });

describe('layOut', () => {
  test('keeps recorded times that a plant could have worked by', () => {
    const { played } = layOut([run('A-OP1-M1-01of01.txt', 0, 5), run('A-OP2-M1-01of01.txt', 5, 9)], 1);
    expect(played.map((one) => [one.startMs, one.endMs])).toEqual([
      [sampleTime(0), sampleTime(5)],
      [sampleTime(5), sampleTime(9)],
    ]);
  });

  test('lets an operation wait for the one before of its piece', () => {
    const { played } = layOut([run('A-OP1-M1-01of01.txt', 10, 20), run('A-OP2-M2-01of01.txt', 5, 15)], 1);
    expect(played.map((one) => [one.recording.operation, one.startMs, one.endMs])).toEqual([
      [1, sampleTime(10), sampleTime(20)],
      [2, sampleTime(20), sampleTime(20) + 1],
    ]);
  });

  test('lets an operation wait for its machine', () => {
    const { played } = layOut([run('A-OP1-M1-01of02.txt', 0, 10), run('A-OP1-M1-02of02.txt', 8, 18)], 2);
    expect(played[1]).toMatchObject({ startMs: sampleTime(10), endMs: sampleTime(18) });
  });

  test('skips what was not recorded after the last recorded piece, and says why', () => {
    const recordings = [
      run('A-OP1-M1-01of03.txt', 0, 1),
      run('A-OP1-M1-02of03.txt', 1, 2),
      run('A-OP1-M1-03of03.txt', 2, 3),
      run('A-OP2-M1-01of03.txt', 4, 6),
      silentRecording('A-OP2-M1-02of03.txt', 7),
      run('A-OP3-M1-01of03.txt', 10, 11),
      run('A-OP3-M1-02of03.txt', 11, 12),
      run('A-OP3-M1-03of03.txt', 12, 13),
    ];
    const { skipped } = layOut(recordings, 3);
    expect(skipped).toEqual([
      {
        part: 'A',
        operation: 2,
        unit: 2,
        atMs: sampleTime(6),
        reason: 'Not recorded: in A-OP2-M1-02of03.txt no program ran (1 point(s))',
      },
      {
        part: 'A',
        operation: 2,
        unit: 3,
        atMs: sampleTime(6),
        reason: 'Not recorded: there is no recording of this operation for this piece',
      },
    ]);
  });

  test("skips an operation before its piece's next one starts", () => {
    const recordings = [
      run('A-OP1-M1-01of02.txt', 0, 1),
      run('A-OP1-M1-02of02.txt', 1, 2),
      run('A-OP2-M1-02of02.txt', 20, 30),
      run('A-OP3-M2-01of02.txt', 5, 6),
      run('A-OP3-M2-02of02.txt', 40, 41),
    ];
    expect(layOut(recordings, 2).skipped).toMatchObject([{ operation: 2, unit: 1, atMs: sampleTime(5) }]);
  });

  test('refuses a piece of which nothing can be told', () => {
    expect(() => layOut([silentRecording('A-OP1-M1-01of01.txt', 0)], 1)).toThrow('Nothing of A 1 up to OP1');
  });
});

test('operations are listed by part, in the order of their numbers', () => {
  const recordings = [
    run('B-OP2-M1-01of01.txt', 0, 1),
    run('B-OP10-M1-01of01.txt', 2, 3),
    run('B-OP1-M1-01of01.txt', 4, 5),
    run('A-OP1-M1-01of01.txt', 6, 7),
  ];
  expect(operationsOf(recordings)).toEqual([
    ['A', [1]],
    ['B', [1, 2, 10]],
  ]);
});
