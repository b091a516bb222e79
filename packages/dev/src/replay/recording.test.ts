import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRecordingName, type Recording, type RecordingName, readRecording } from './recording.ts';

const NAME: RecordingName = {
  file: 'Box-OP1-Hurco02-07of20.txt',
  part: 'Box',
  operation: 1,
  machine: 'Hurco02',
  unit: 7,
  units: 20,
};

/** `seconds item value` a line. */
function read(text: string): Recording {
  const points = text
    .trim()
    .split('\n')
    .map((line) => {
      const [seconds, item = '', ...value] = line.trim().split(' ');
      return { atMs: Number(seconds) * 1000, item, value: value.join(' ') };
    });
  return readRecording(NAME, points);
}

describe('parseRecordingName', () => {
  test('reads part, operation, machine and piece, however OP is written', () => {
    expect(parseRecordingName('Split/Box-OP1-Hurco02-07of20.txt')).toEqual(NAME);
    expect(parseRecordingName('Cover-Op3-Hurco04-20of20.txt')).toMatchObject({ operation: 3, unit: 20 });
  });

  test('gives null for another file', () => {
    expect(parseRecordingName('Split/readme.txt')).toBeNull();
  });
});

describe('a recording', () => {
  test('starts when its program becomes active, not at the value held from before', () => {
    const recording = read(`
      1000 Block_Number 0
      6000 Program_Status ACTIVE
      6000 Program_Runtime_Seconds 1500
      6001 Program_Runtime_Seconds 0
      6002 Program_Runtime_Seconds 1
      6003 Program_Runtime_Seconds 2
      6004 Program_Status PROGRAM_COMPLETED
      6004 Part_Count 1915`);
    expect(recording.heldFirstPoint).toBe(true);
    expect(recording.activity).toMatchObject({
      startedAtMs: 6_000_000,
      completedAtMs: 6_004_000,
      beginsMidRun: false,
      cycles: 1,
      programSeconds: 2,
      partCounts: [1915],
    });
  });

  test('goes on through feed holds and standing still, to the last end of a run', () => {
    const { activity } = read(`
      100 Program_Status ACTIVE
      110 Program_Status FEED_HOLD
      111 Program_Status ACTIVE
      120 Program_Status PROGRAM_STOPPED
      500 Program_Status ACTIVE
      510 Program_Status PROGRAM_COMPLETED
      700 Program_Status PROGRAM_STOPPED
      710 Block_Number 1`);
    expect(activity).toMatchObject({
      startedAtMs: 100_000,
      completedAtMs: 510_000,
      cycles: 1,
      breaksOff: false,
    });
  });

  test('begins at its first fresh point when the program clock ticks before any status', () => {
    const { activity } = read(`
      100 Block_Number 3
      2000 Program_Name_Running A.NC
      2001 Program_Runtime_Seconds 1
      2002 Program_Runtime_Seconds 2
      2003 Program_Runtime_Seconds 3
      2004 Program_Runtime_Seconds 4
      2005 Program_Status PROGRAM_STOPPED
      2100 Program_Status ACTIVE
      2110 Program_Status PROGRAM_COMPLETED`);
    expect(activity).toMatchObject({
      startedAtMs: 2_000_000,
      beginsMidRun: true,
      programs: ['A.NC'],
      programSeconds: 3,
    });
  });

  test('leaves out the end of the piece before', () => {
    const recording = read(`
      100 Program_Runtime_Seconds 90
      101 Program_Runtime_Seconds 91
      102 Program_Runtime_Seconds 92
      103 Program_Runtime_Seconds 93
      104 Program_Status PROGRAM_COMPLETED
      104 Part_Count 1074
      500 Program_Status ACTIVE
      501 Part_Count 1075
      510 Program_Status PROGRAM_COMPLETED`);
    expect(recording.openedWithPreviousRun).toBe(true);
    expect(recording.activity).toMatchObject({
      startedAtMs: 500_000,
      cycles: 1,
      programSeconds: 0,
      partCounts: [1075],
    });
  });

  test('ends with its last point when the program still runs there', () => {
    const { activity } = read('100 Program_Status ACTIVE\n160 Block_Number 9');
    expect(activity).toMatchObject({ completedAtMs: 160_000, breaksOff: true, cycles: 0 });
  });

  test('has no activity without a program run, whatever moves by hand', () => {
    const { activity } = read(
      '100 Program_Name_Editing A.NC\n101 Current_Tool 3.000000\n102 Spindle_Speed 248.880040',
    );
    expect(activity).toBeNull();
  });

  test('counts a full minute once although the clock shows the minute before for a moment', () => {
    const ticks = [417, 418, 419, 360, 420, 421].map(
      (value, i) => `${101 + i} Program_Runtime_Seconds ${value}`,
    );
    const { activity } = read(
      `100 Program_Status ACTIVE\n${ticks.join('\n')}\n108 Program_Status PROGRAM_COMPLETED`,
    );
    expect(activity?.programSeconds).toBe(4);
  });

  test('names the tools of its runs, the one in the spindle at the start included', () => {
    const { activity } = read(`
      90 Current_Tool 21.000000
      100 Program_Status ACTIVE
      101 Current_Tool 0.000000
      102 Current_Tool 3.000000
      103 Program_Status PROGRAM_COMPLETED
      104 Current_Tool 5.000000`);
    expect(activity?.tools).toEqual([21, 3]);
  });

  test('is refused when its time runs backwards, and when it is empty', () => {
    expect(() => read('100 Block_Number 1\n99 Block_Number 2')).toThrow('time runs backwards');
    expect(() => readRecording(NAME, [])).toThrow('is empty');
  });

  test('whatever the statuses, its activity lies within it and its clock never counts more than passed', () => {
    const statuses = ['ACTIVE', 'FEED_HOLD', 'PROGRAM_STOPPED', 'STOPPED', 'PROGRAM_COMPLETED'];
    const point = fc.record({
      gapMs: fc.integer({ min: 1_000, max: 20_000 }),
      what: fc.oneof(
        fc.constantFrom(...statuses).map((value) => ({ item: 'Program_Status', value })),
        fc.constant({ item: 'Program_Runtime_Seconds', value: 'tick' }),
        fc.constant({ item: 'Block_Number', value: '1' }),
      ),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 40 }), (steps) => {
        let atMs = 0;
        let clock = 0;
        const points = steps.map(({ gapMs, what }) => {
          atMs += gapMs;
          return { atMs, item: what.item, value: what.value === 'tick' ? String(clock++) : what.value };
        });
        const { activity, firstAtMs, lastAtMs } = readRecording(NAME, points);
        if (!activity) return;
        expect(activity.startedAtMs).toBeGreaterThanOrEqual(firstAtMs);
        expect(activity.completedAtMs).toBeLessThanOrEqual(lastAtMs);
        expect(activity.completedAtMs).toBeGreaterThanOrEqual(activity.startedAtMs);
        expect(activity.programSeconds * 1000).toBeLessThanOrEqual(
          activity.completedAtMs - activity.startedAtMs + 1_000,
        );
      }),
    );
  });
});
