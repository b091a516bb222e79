import { expect, test } from 'vitest';
import { findAnomalies, operationOfProgram } from './anomalies.ts';
import { parseRecordingName, readRecording } from './recording.ts';
import { samplePlant, sampleRecording, sampleTime, silentRecording } from './sample-plant.ts';

const run = (file: string, fromMinute: number, toMinute: number, program?: string) =>
  sampleRecording({ file, fromMinute, toMinute, ...(program ? { program } : {}) });

function kinds(...recordings: Parameters<typeof samplePlant>[0]): string[] {
  return findAnomalies(samplePlant(recordings)).map((one) => `${one.kind} ${one.where}`);
}

test('nothing is odd about recordings in order', () => {
  expect(kinds(run('A-OP1-M1-01of01.txt', 0, 5, 'X_A_OP1.NC'), run('A-OP2-M1-01of01.txt', 5, 9))).toEqual([]);
});

test('pieces without a recording and recordings without a run are named', () => {
  const found = findAnomalies(
    samplePlant([run('A-OP1-M1-01of03.txt', 0, 5), silentRecording('A-OP1-M1-03of03.txt', 9)]),
  );
  expect(found).toMatchObject([
    { kind: 'MISSING_RECORDING', where: 'A OP1', detail: '1 of 3 pieces have no recording: 2' },
    { kind: 'NO_ACTIVITY', where: 'A-OP1-M1-03of03.txt' },
  ]);
});

test('two runs at one time on one machine overlap, on two machines they do not', () => {
  expect(kinds(run('A-OP1-M1-01of02.txt', 0, 5), run('A-OP1-M1-02of02.txt', 4, 9))).toEqual([
    'MACHINE_OVERLAP A-OP1-M1-02of02.txt',
  ]);
  expect(kinds(run('A-OP1-M1-01of02.txt', 0, 5), run('A-OP1-M2-02of02.txt', 4, 9))).toEqual([]);
});

test('an operation that ran before the one before it of its piece ended is out of order', () => {
  expect(kinds(run('A-OP1-M1-01of01.txt', 5, 9), run('A-OP2-M2-01of01.txt', 0, 4))).toEqual([
    'OUT_OF_ORDER A-OP2-M2-01of01.txt',
  ]);
});

test("another operation's program and another piece's program are noticed, a helper program is not", () => {
  expect(kinds(run('Box-OP1-M1-01of02.txt', 0, 5, 'X_BOX_REV-A_OP2.NC'))).toContain(
    'FOREIGN_PROGRAM Box-OP1-M1-01of02.txt',
  );
  expect(kinds(run('Box-OP1-M1-01of02.txt', 0, 5, 'X_BOX-2.NC'))).toContain(
    'OTHER_PIECE_PROGRAM Box-OP1-M1-01of02.txt',
  );
  expect(kinds(run('Box-OP1-M1-01of01.txt', 0, 5, 'SPOT.NC'))).toEqual([]);
});

test('pieces that a machine counted and no recording shows leave a gap', () => {
  const counted = (file: string, minute: number, count: number) => {
    const name = parseRecordingName(file);
    if (!name) throw new Error('a bad name');
    return readRecording(name, [
      { atMs: sampleTime(minute), item: 'Program_Status', value: 'ACTIVE' },
      { atMs: sampleTime(minute + 1), item: 'Program_Status', value: 'PROGRAM_COMPLETED' },
      { atMs: sampleTime(minute + 1), item: 'Part_Count', value: String(count) },
    ]);
  };
  const files = ['A-OP1-M1-01of03.txt', 'A-OP1-M1-02of03.txt', 'A-OP1-M1-03of03.txt'] as const;
  expect(kinds(counted(files[0], 0, 7), counted(files[1], 2, 8), counted(files[2], 4, 11))).toEqual([
    `COUNT_GAP ${files[2]}`,
  ]);
});

test('long standing still inside an operation is noticed', () => {
  const name = parseRecordingName('A-OP1-M1-01of01.txt');
  if (!name) throw new Error('a bad name');
  const recording = readRecording(name, [
    { atMs: sampleTime(0), item: 'Program_Status', value: 'ACTIVE' },
    { atMs: sampleTime(11), item: 'Program_Status', value: 'PROGRAM_COMPLETED' },
  ]);
  expect(kinds(recording)).toEqual(['LONG_WAIT A-OP1-M1-01of01.txt']);
});

test('pieces that did not pass an inspection are named', () => {
  const plant = samplePlant([run('A-OP1-M1-01of01.txt', 0, 5)]);
  const [inspection] = plant.inspections;
  if (!inspection) throw new Error('no inspection');
  const pieces = [
    { serialText: '2', unit: 2, status: 'FAIL' },
    { serialText: '', unit: null, status: 'FAIL' },
  ];
  expect(findAnomalies({ ...plant, inspections: [{ ...inspection, pieces }] })).toMatchObject([
    { kind: 'INSPECTION', detail: '2 of 2 measured pieces did not pass: 2, one without serial number' },
  ]);
});

test('a program is named for an operation or for none', () => {
  expect(operationOfProgram('NIST_MTC_CRADA_BOX_REV-A_OP2.NC')).toBe(2);
  expect(operationOfProgram('Cas.NC')).toBeNull();
});
