import { type ActiveRecording, activeRecordings } from './anomalies.ts';
import type { Recording } from './recording.ts';

/** An operation on one piece as the replay plays it. Times in milliseconds since 1970. */
export interface PlayedOperation {
  readonly recording: ActiveRecording;
  readonly startMs: number;
  readonly endMs: number;
}

/** An operation of one piece that no recording shows. */
export interface SkippedOperation {
  readonly part: string;
  readonly operation: number;
  readonly unit: number;
  readonly atMs: number;
  readonly reason: string;
}

export interface Timeline {
  readonly played: readonly PlayedOperation[];
  readonly skipped: readonly SkippedOperation[];
}

const place = (part: string, operation: number, unit: number) => `${part}/${operation}/${unit}`;

/**
 * Lays the recorded operations out in time. Recorded times are kept wherever a plant could have worked so. Where the
 * recordings contradict each other the later one gives way: an operation starts no sooner than the operation before
 * of the same piece was completed and the machine was free, and ends no sooner than a millisecond after it starts.
 *
 * An operation without a recording (or one in which no program ran) is skipped: when the last recorded piece has
 * been through it, or when its own piece has been through the operation before, whichever is later; but never after
 * the piece's next operation starts.
 */
export function layOut(recordings: readonly Recording[], units: number): Timeline {
  const played = play(activeRecordings(recordings.filter((recording) => recording.unit <= units)));
  return { played, skipped: skip(recordings, played, units) };
}

/**
 * A later operation of a piece can be recorded before an earlier one, so pieces wait: an operation is laid out once
 * those before it of its piece are.
 */
function play(active: readonly ActiveRecording[]): PlayedOperation[] {
  const pieceFreeMs = new Map<string, number>();
  const machineFreeMs = new Map<string, number>();
  const waiting = [...active];
  const played: PlayedOperation[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((one) => !waiting.some((other) => isBefore(other, one)));
    const [recording] = waiting.splice(next, 1);
    if (!recording) break;
    const piece = `${recording.part}/${recording.unit}`;
    const startMs = Math.max(
      recording.activity.startedAtMs,
      pieceFreeMs.get(piece) ?? 0,
      machineFreeMs.get(recording.machine) ?? 0,
    );
    const endMs = Math.max(recording.activity.completedAtMs, startMs + 1);
    pieceFreeMs.set(piece, endMs);
    machineFreeMs.set(recording.machine, endMs);
    played.push({ recording, startMs, endMs });
  }
  return played;
}

function isBefore(other: Recording, one: Recording): boolean {
  return other.part === one.part && other.unit === one.unit && other.operation < one.operation;
}

function skip(
  all: readonly Recording[],
  played: readonly PlayedOperation[],
  units: number,
): SkippedOperation[] {
  const done = new Map(played.map((one) => [placeOf(one.recording), one]));
  const recorded = new Map(all.map((one) => [placeOf(one), one]));
  const skipped: SkippedOperation[] = [];
  for (const [part, operations] of operationsOf(all)) {
    const lastEndMs = new Map(operations.map((operation) => [operation, lastEnd(played, part, operation)]));
    for (let unit = 1; unit <= units; unit++) {
      let throughMs = 0;
      for (const [index, operation] of operations.entries()) {
        const own = done.get(place(part, operation, unit));
        if (own) {
          throughMs = own.endMs;
          continue;
        }
        const next = operations
          .slice(index + 1)
          .map((later) => done.get(place(part, later, unit))?.startMs ?? Infinity);
        const atMs = Math.min(Math.max(throughMs, lastEndMs.get(operation) ?? 0) || Infinity, ...next);
        if (!Number.isFinite(atMs))
          throw new Error(`Nothing of ${part} ${unit} up to OP${operation} is recorded`);
        throughMs = atMs;
        skipped.push({
          part,
          operation,
          unit,
          atMs,
          reason: whySkipped(recorded.get(place(part, operation, unit))),
        });
      }
    }
  }
  return skipped;
}

function lastEnd(played: readonly PlayedOperation[], part: string, operation: number): number {
  const mates = played.filter(
    ({ recording }) => recording.part === part && recording.operation === operation,
  );
  return Math.max(0, ...mates.map((mate) => mate.endMs));
}

function placeOf(recording: Recording): string {
  return place(recording.part, recording.operation, recording.unit);
}

function whySkipped(recording: Recording | undefined): string {
  return recording
    ? `Not recorded: in ${recording.file} no program ran (${recording.points} point(s))`
    : 'Not recorded: there is no recording of this operation for this piece';
}

/** The parts by name, each with its recorded operation numbers in order. */
export function operationsOf(recordings: readonly Recording[]): [part: string, operations: number[]][] {
  const parts = new Map<string, Set<number>>();
  for (const { part, operation } of recordings) {
    const operations = parts.get(part) ?? new Set();
    parts.set(part, operations.add(operation));
  }
  return [...parts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([part, operations]) => [part, [...operations].sort((a, b) => a - b)]);
}
