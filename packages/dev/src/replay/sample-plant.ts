import type { RecordedPlant } from './plant.ts';
import { parseRecordingName, type Recording, readRecording } from './recording.ts';
import type { RecordedPoint } from './recording-lines.ts';

/** A program run on a recorded machine, for tests: minutes after the plant's first hour. */
export interface SampleRun {
  /** `Box-OP1-Mill1-01of02.txt` */
  readonly file: string;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly program?: string;
}

const ZERO_MS = Date.parse('2020-03-02T08:00:00Z');

/** The instant that many minutes after the sample plant's first hour. */
export function sampleTime(minute: number): number {
  return ZERO_MS + minute * 60_000;
}

/** A recording of one run, as a controller would write it, the program clock a tick a minute. */
export function sampleRecording(run: SampleRun): Recording {
  const name = parseRecordingName(run.file);
  if (!name) throw new Error(`${run.file} is no recording's name`);
  const points: RecordedPoint[] = [
    { atMs: sampleTime(run.fromMinute), item: 'Program_Status', value: 'ACTIVE' },
  ];
  if (run.program) {
    points.push({ atMs: sampleTime(run.fromMinute), item: 'Program_Name_Running', value: run.program });
  }
  for (let minute = 0; minute < run.toMinute - run.fromMinute; minute++) {
    const atMs = sampleTime(run.fromMinute + minute);
    points.push({ atMs, item: 'Program_Runtime_Seconds', value: String(minute) });
  }
  points.push({ atMs: sampleTime(run.toMinute), item: 'Program_Status', value: 'PROGRAM_COMPLETED' });
  return readRecording(name, points);
}

/** A recording with one point and no run. */
export function silentRecording(file: string, minute: number): Recording {
  const name = parseRecordingName(file);
  if (!name) throw new Error(`${file} is no recording's name`);
  return readRecording(name, [{ atMs: sampleTime(minute), item: 'Block_Number', value: '0' }]);
}

/** A plant of these recordings, with one described machine and one inspection. */
export function samplePlant(recordings: readonly Recording[]): RecordedPlant {
  return {
    name: 'sample',
    recordings,
    inspections: [
      {
        file: 'lid.qif',
        productName: 'acme_pump_lid_rev-C',
        createdAt: null,
        organization: null,
        characteristics: 3,
        pieces: [{ serialText: '1', unit: 1, status: 'PASS' }],
      },
    ],
    machines: [
      {
        name: 'Mill1',
        uuid: 'adapter1',
        manufacturer: 'Acme',
        model: 'M100',
        serialNumber: null,
        description: 'Acme M100 #1',
      },
    ],
  };
}

/** Two lids and two cups: the lids in two operations on Mill1, of which the second was not recorded for lid 2. */
export function lidsAndCups(): RecordedPlant {
  return samplePlant([
    sampleRecording({
      file: 'Cup-OP1-Mill2-01of02.txt',
      fromMinute: 0,
      toMinute: 9,
      program: 'ACME_PUMP_CUP.NC',
    }),
    sampleRecording({ file: 'Cup-OP1-Mill2-02of02.txt', fromMinute: 10, toMinute: 21 }),
    sampleRecording({ file: 'Lid-OP1-Mill1-01of02.txt', fromMinute: 5, toMinute: 15 }),
    sampleRecording({ file: 'Lid-OP1-Mill1-02of02.txt', fromMinute: 20, toMinute: 32 }),
    sampleRecording({ file: 'Lid-OP2-Mill1-01of02.txt', fromMinute: 40, toMinute: 44 }),
    silentRecording('Lid-OP2-Mill1-02of02.txt', 50),
  ]);
}
