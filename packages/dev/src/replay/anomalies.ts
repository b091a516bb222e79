import type { RecordedPlant } from './plant.ts';
import type { Activity, Recording } from './recording.ts';

/** Something in the recordings that is not as one would expect, and what the replay makes of it. */
export interface Anomaly {
  readonly kind:
    | 'MISSING_RECORDING'
    | 'NO_ACTIVITY'
    | 'BEGINS_MID_RUN'
    | 'BREAKS_OFF'
    | 'OPENS_WITH_PREVIOUS_RUN'
    | 'FOREIGN_PROGRAM'
    | 'OTHER_PIECE_PROGRAM'
    | 'SEVERAL_CYCLES'
    | 'LONG_WAIT'
    | 'MACHINE_OVERLAP'
    | 'OUT_OF_ORDER'
    | 'COUNT_GAP'
    | 'BROKEN_LINES'
    | 'REVISION_DISAGREES'
    | 'INSPECTION';
  /** A recording's file, or what else it is about. */
  readonly where: string;
  readonly detail: string;
  /** The rule by which the replay went on. */
  readonly rule: string;
}

/** Standing still longer than this inside an operation is worth saying. */
const LONG_WAIT_SECONDS = 600;

/** A recording during which a program ran. */
export interface ActiveRecording extends Recording {
  readonly activity: Activity;
}

/** The recordings with activity, by start. */
export function activeRecordings(recordings: readonly Recording[]): ActiveRecording[] {
  return recordings
    .filter((recording): recording is ActiveRecording => recording.activity !== null)
    .sort((a, b) => a.activity.startedAtMs - b.activity.startedAtMs);
}

const iso = (ms: number) => new Date(ms).toISOString();

/** Looks through the recordings for everything unexpected. */
export function findAnomalies(plant: RecordedPlant): Anomaly[] {
  return [
    ...missing(plant.recordings),
    ...plant.recordings.flatMap(inOneRecording),
    ...programs(plant.recordings),
    ...overlaps(activeRecordings(plant.recordings)),
    ...outOfOrder(activeRecordings(plant.recordings)),
    ...countGaps(activeRecordings(plant.recordings)),
    ...brokenLines(plant.recordings),
    ...inspections(plant),
  ];
}

/** The units that an operation of a part should have been recorded for and was not. */
function missing(recordings: readonly Recording[]): Anomaly[] {
  const groups = Object.values(Object.groupBy(recordings, (one) => `${one.part} OP${one.operation}`));
  return groups.flatMap((group = []) => {
    const [first] = group;
    if (!first) return [];
    const there = new Set(group.map((one) => one.unit));
    const absent = Array.from({ length: first.units }, (_, i) => i + 1).filter((unit) => !there.has(unit));
    if (absent.length === 0) return [];
    return {
      kind: 'MISSING_RECORDING',
      where: `${first.part} OP${first.operation}`,
      detail: `${absent.length} of ${first.units} pieces have no recording: ${absent.join(', ')}`,
      rule: 'the operation is skipped for these pieces, with this reason',
    };
  });
}

function inOneRecording(recording: Recording): Anomaly[] {
  const { file: where, activity } = recording;
  if (!activity) {
    const detail = `${recording.points} point(s) at ${iso(recording.firstAtMs)}, and no program ran`;
    return [
      {
        kind: 'NO_ACTIVITY',
        where,
        detail,
        rule: 'the operation is skipped for this piece, with this reason',
      },
    ];
  }
  const found: Anomaly[] = [];
  const say = (kind: Anomaly['kind'], detail: string, rule: string) =>
    found.push({ kind, where, detail, rule });
  if (activity.beginsMidRun) {
    say('BEGINS_MID_RUN', 'the program clock ticks before any status', 'it starts at its first fresh point');
  }
  if (activity.breaksOff) {
    say('BREAKS_OFF', 'the program still ran at the last point', 'it is completed at its last point');
  }
  if (recording.openedWithPreviousRun) {
    say('OPENS_WITH_PREVIOUS_RUN', 'the first points are the end of the piece before', 'they are left out');
  }
  if (activity.cycles > 1) {
    const counts = activity.partCounts.join(', ');
    const detail = `${activity.cycles} programs completed (part counts ${counts})`;
    say('SEVERAL_CYCLES', detail, 'all of them count as this piece, from the first start to the last end');
  }
  const waited = (activity.completedAtMs - activity.startedAtMs) / 1000 - activity.programSeconds;
  if (waited > LONG_WAIT_SECONDS) {
    const detail = `${Math.round(waited)} s between start and end without the program clock running`;
    say('LONG_WAIT', detail, 'start and end are kept; the run time counts the program clock only');
  }
  return found;
}

/** The operation that a program is named for: 2 of `NIST_MTC_CRADA_BOX_REV-A_OP2.NC`; null when for none. */
export function operationOfProgram(program: string): number | null {
  const operation = /_OP(\d+)\.NC$/i.exec(program)?.[1];
  return operation === undefined ? null : Number(operation);
}

/** Programs that by their name belong to another operation or another piece. */
function programs(recordings: readonly Recording[]): Anomaly[] {
  return recordings.flatMap((recording) =>
    (recording.activity?.programs ?? []).flatMap((program): Anomaly[] => {
      const operation = operationOfProgram(program);
      const piece = new RegExp(`${recording.part}-(\\d+)\\.NC$`, 'i').exec(program)?.[1];
      const where = recording.file;
      if (operation !== null && operation !== recording.operation) {
        const detail = `the program that ran was ${program}`;
        return [
          { kind: 'FOREIGN_PROGRAM', where, detail, rule: 'the file name decides which operation it is' },
        ];
      }
      if (piece !== undefined && Number(piece) !== recording.unit) {
        const detail = `the program that ran was ${program}`;
        return [
          { kind: 'OTHER_PIECE_PROGRAM', where, detail, rule: 'the file name decides which piece it is' },
        ];
      }
      return [];
    }),
  );
}

function overlaps(active: readonly ActiveRecording[]): Anomaly[] {
  const last = new Map<string, ActiveRecording>();
  return active.flatMap((recording) => {
    const before = last.get(recording.machine);
    if (!before || before.activity.completedAtMs < recording.activity.completedAtMs) {
      last.set(recording.machine, recording);
    }
    if (!before || before.activity.completedAtMs <= recording.activity.startedAtMs) return [];
    return {
      kind: 'MACHINE_OVERLAP',
      where: recording.file,
      detail: `${recording.machine} was still at ${before.file} until ${iso(before.activity.completedAtMs)}`,
      rule: 'it starts when the machine is free',
    };
  });
}

function outOfOrder(active: readonly ActiveRecording[]): Anomaly[] {
  return active.flatMap((recording) => {
    const sooner = active.find(
      (other) =>
        other.part === recording.part &&
        other.unit === recording.unit &&
        other.operation < recording.operation &&
        other.activity.completedAtMs > recording.activity.startedAtMs,
    );
    if (!sooner) return [];
    return {
      kind: 'OUT_OF_ORDER',
      where: recording.file,
      detail: `OP${sooner.operation} of the same piece ended later, ${iso(sooner.activity.completedAtMs)}`,
      rule: 'it starts when the operation before is completed',
    };
  });
}

/** Between two recordings the machine counted pieces that no recording shows. */
function countGaps(active: readonly ActiveRecording[]): Anomaly[] {
  const last = new Map<string, { count: number; file: string; silent: number }>();
  return active.flatMap((recording) => {
    const { partCounts } = recording.activity;
    const before = last.get(recording.machine);
    const first = partCounts[0];
    const latest = partCounts.at(-1);
    if (first === undefined || latest === undefined) {
      if (before) before.silent++;
      return [];
    }
    last.set(recording.machine, { count: latest, file: recording.file, silent: 0 });
    if (!before) return [];
    const unseen = first - before.count - 1 - before.silent;
    if (unseen <= 0) return [];
    return {
      kind: 'COUNT_GAP',
      where: recording.file,
      detail: `${recording.machine} counted ${unseen} more piece(s) since ${before.file} (${before.count} to ${first})`,
      rule: 'nothing is played for them',
    };
  });
}

function brokenLines(recordings: readonly Recording[]): Anomaly[] {
  const broken = recordings.filter((recording) => recording.rejoinedValues > 0);
  if (broken.length === 0) return [];
  const values = broken.reduce((sum, recording) => sum + recording.rejoinedValues, 0);
  const detail = `${values} values in ${broken.length} recordings are broken over two lines before the digits of the year`;
  return [{ kind: 'BROKEN_LINES', where: 'recordings', detail, rule: 'the two lines are read as one value' }];
}

function inspections(plant: RecordedPlant): Anomaly[] {
  return plant.inspections.flatMap((inspection): Anomaly[] => {
    const failed = inspection.pieces.filter((piece) => piece.status !== 'PASS');
    if (failed.length === 0) return [];
    const serials = failed
      .map((piece) => piece.unit ?? (piece.serialText || 'one without serial number'))
      .join(', ');
    return [
      {
        kind: 'INSPECTION',
        where: inspection.file,
        detail: `${failed.length} of ${inspection.pieces.length} measured pieces did not pass: ${serials}`,
        rule: 'inspections are not part of this replay: the pieces are assembled all the same',
      },
    ];
  });
}
