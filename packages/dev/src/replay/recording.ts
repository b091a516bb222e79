import type { RecordedPoint } from './recording-lines.ts';

/** Which operation of which part a recording belongs to; its file says so: `Box-OP1-Hurco02-07of20.txt`. */
export interface RecordingName {
  readonly file: string;
  readonly part: string;
  /** As recorded: 1 for OP1. */
  readonly operation: number;
  readonly machine: string;
  /** The how-manieth piece: what we take for its serial number. */
  readonly unit: number;
  readonly units: number;
}

/** What a machine did for one operation on one piece. Times in milliseconds since 1970. */
export interface Activity {
  readonly startedAtMs: number;
  readonly completedAtMs: number;
  /** Whether the recording shows the program starting, or begins in the middle of the run. */
  readonly beginsMidRun: boolean;
  /** Whether the recording shows the program ending, or breaks off. */
  readonly breaksOff: boolean;
  /** Program runs that ended PROGRAM_COMPLETED. */
  readonly cycles: number;
  /** Seconds that the controller's own program clock counted: machining without waiting. */
  readonly programSeconds: number;
  /** Programs that Program_Name_Running named, in order, each once. */
  readonly programs: readonly string[];
  /** Tool numbers in the spindle while a program ran, in order, each once. */
  readonly tools: readonly number[];
  readonly partCounts: readonly number[];
}

/** A recording, boiled down. */
export interface Recording extends RecordingName {
  readonly points: number;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  /** Values that were broken over two lines and put together again. */
  readonly rejoinedValues: number;
  /** The first point was a value held from before: long before the next one. */
  readonly heldFirstPoint: boolean;
  /** The recording opens with the end of the piece before; it was left out. */
  readonly openedWithPreviousRun: boolean;
  /** Null when no program ran. */
  readonly activity: Activity | null;
}

/** A pause this long between two points and the one before is stale. */
const STALE_GAP_MS = 10_000;
/** The program clock ticks in seconds; a greater step is a value held over from another run. */
const MAX_TICK_SECONDS = 5;
/** So many ticks before any status say that a program was running already. */
const TICKS_OF_A_RUN = 3;

const FILE_NAME = /^(?:.*\/)?([A-Za-z]+)-OP(\d+)-([A-Za-z]+\d+)-(\d+)of(\d+)\.txt$/i;

/** Reads a recording's file name; null when it is none. */
export function parseRecordingName(path: string): RecordingName | null {
  const match = FILE_NAME.exec(path);
  if (!match) return null;
  const [, part = '', operation, machine = '', unit, units] = match;
  const file = path.slice(path.lastIndexOf('/') + 1);
  return { file, part, machine, operation: Number(operation), unit: Number(unit), units: Number(units) };
}

/** A stretch during which a program ran (ACTIVE, or held by FEED_HOLD). */
interface Run {
  readonly fromMs: number;
  toMs: number | null;
  /** It ran before the recording's first status. */
  readonly leading: boolean;
  completed: boolean;
  ticks: number;
  readonly tools: number[];
}

const RUNNING = new Set(['ACTIVE', 'FEED_HOLD']);

/**
 * Boils a recording's points down, one at a time and in order.
 *
 * The rule for an operation's recorded times: it starts when Program_Status first becomes ACTIVE and is completed
 * when the status last leaves ACTIVE (a FEED_HOLD between is part of the run, and so is standing still between two
 * runs). Points before are held values, set-up by hand, program choosing. Two exceptions: where the program clock
 * ticks before any status, the recording begins in the middle of a run, and that counts from its first fresh
 * point; unless that run completes and another one starts, for then it was the piece before.
 */
export class RecordingReader {
  readonly #name: RecordingName;
  readonly #runs: Run[] = [];
  readonly #programs: { atMs: number; name: string }[] = [];
  readonly #partCounts: { atMs: number; count: number }[] = [];
  #points = 0;
  #firstAtMs = 0;
  #lastAtMs = 0;
  #heldFirstPoint = false;
  #sawStatus = false;
  #freshSinceMs = 0;
  #clock: number | null = null;
  #leadFromMs = 0;
  #leadingTicks = 0;
  readonly #leadingTools: number[] = [];
  #tool = 0;

  constructor(name: RecordingName) {
    this.#name = name;
  }

  /** Takes the next point. Throws when time runs backwards. */
  add(point: RecordedPoint): void {
    if (this.#points === 0) {
      this.#firstAtMs = point.atMs;
      this.#freshSinceMs = point.atMs;
    } else {
      if (point.atMs < this.#lastAtMs) throw new Error(`${this.#name.file}: time runs backwards`);
      if (point.atMs - this.#lastAtMs > STALE_GAP_MS) {
        this.#freshSinceMs = point.atMs;
        if (this.#points === 1) this.#heldFirstPoint = true;
      }
    }
    this.#points++;
    this.#lastAtMs = point.atMs;
    this.#take(point);
  }

  #take(point: RecordedPoint): void {
    switch (point.item) {
      case 'Program_Status':
        this.#status(point);
        return;
      case 'Program_Runtime_Seconds':
        this.#tick(Number(point.value));
        return;
      case 'Current_Tool':
        this.#changeTool(Number(point.value));
        return;
      case 'Program_Name_Running':
        this.#programs.push({ atMs: point.atMs, name: point.value });
        return;
      case 'Part_Count':
        this.#partCounts.push({ atMs: point.atMs, count: Number(point.value) });
        return;
    }
  }

  #openRun(): Run | null {
    const last = this.#runs.at(-1);
    return last && last.toMs === null ? last : null;
  }

  #status(point: RecordedPoint): void {
    this.#openLeadingRun();
    this.#sawStatus = true;
    const open = this.#openRun();
    if (RUNNING.has(point.value)) {
      if (!open && point.value === 'ACTIVE') {
        const tools = this.#tool > 0 ? [this.#tool] : [];
        this.#runs.push({
          fromMs: point.atMs,
          toMs: null,
          leading: false,
          completed: false,
          ticks: 0,
          tools,
        });
      }
      return;
    }
    if (!open) return;
    open.toMs = point.atMs;
    open.completed = point.value === 'PROGRAM_COMPLETED';
  }

  /** A program that ran before any status: known by its clock alone. */
  #openLeadingRun(): void {
    if (this.#sawStatus || this.#leadingTicks < TICKS_OF_A_RUN) return;
    const tools = this.#leadingTools;
    const ticks = this.#leadingTicks;
    this.#runs.push({ fromMs: this.#leadFromMs, toMs: null, leading: true, completed: false, ticks, tools });
  }

  #tick(seconds: number): void {
    // at each full minute the clock shows the minute before for a moment: 419, 360, 420
    if (this.#clock !== null && seconds === this.#clock - 59 && seconds % 60 === 0) return;
    const step = this.#clock === null ? 0 : seconds - this.#clock;
    this.#clock = seconds;
    if (!(step > 0 && step <= MAX_TICK_SECONDS)) return;
    const open = this.#openRun();
    if (open) open.ticks += step;
    else if (!this.#sawStatus) {
      if (this.#leadingTicks === 0) this.#leadFromMs = this.#freshSinceMs;
      this.#leadingTicks += step;
    }
  }

  #changeTool(tool: number): void {
    this.#tool = tool;
    if (!(tool > 0)) return;
    const open = this.#openRun();
    if (open) open.tools.push(tool);
    else if (!this.#sawStatus) this.#leadingTools.push(tool);
  }

  /** What the recording holds, all points taken. `rejoinedValues` comes from reading its lines. */
  finish(rejoinedValues = 0): Recording {
    if (this.#points === 0) throw new Error(`${this.#name.file} is empty`);
    this.#openLeadingRun();
    const [first, ...others] = this.#runs;
    const previous = first?.leading && first.completed && others.length > 0 ? first : null;
    return {
      ...this.#name,
      points: this.#points,
      firstAtMs: this.#firstAtMs,
      lastAtMs: this.#lastAtMs,
      rejoinedValues,
      heldFirstPoint: this.#heldFirstPoint,
      openedWithPreviousRun: previous !== null,
      activity: this.#activity(previous ? others : this.#runs),
    };
  }

  #activity(runs: readonly Run[]): Activity | null {
    const [first] = runs;
    const last = runs.at(-1);
    if (!first || !last) return null;
    // the count and the name of a run follow its status within the second: both belong to what comes after `from`
    const fromMs = first.leading ? this.#firstAtMs : first.fromMs - 1_000;
    const during = <T extends { atMs: number }>(all: readonly T[]) => all.filter((one) => one.atMs >= fromMs);
    return {
      startedAtMs: first.fromMs,
      completedAtMs: last.toMs ?? this.#lastAtMs,
      beginsMidRun: first.leading,
      breaksOff: last.toMs === null,
      cycles: runs.filter((run) => run.completed).length,
      programSeconds: runs.reduce((sum, run) => sum + run.ticks, 0),
      programs: unique(during(this.#programs).map((program) => program.name)),
      tools: unique(runs.flatMap((run) => run.tools)),
      partCounts: unique(during(this.#partCounts).map((part) => part.count)),
    };
  }
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** {@link RecordingReader} over all points at once. */
export function readRecording(name: RecordingName, points: Iterable<RecordedPoint>): Recording {
  const reader = new RecordingReader(name);
  for (const point of points) reader.add(point);
  return reader.finish();
}
