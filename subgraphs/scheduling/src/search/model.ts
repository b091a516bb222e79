import { Calendar } from './calendar.ts';
import type { Problem } from './problem.ts';

/** What machine an operation that is held by a machine occupies, and until when. */
interface Block {
  readonly operation: number;
  readonly start: number;
  readonly end: number;
}

/** A problem laid out for fast reading: the search times plans some hundred thousand times. */
export interface Model {
  readonly problem: Problem;
  readonly size: number;
  readonly calendars: readonly Calendar[];
  /** Fixed operations by machine, by their start. */
  readonly blocks: readonly (readonly Block[])[];
  readonly fixed: Uint8Array;
  readonly setup: Float64Array;
  readonly run: Float64Array;
  /** Setup keys as numbers. */
  readonly key: Int32Array;
  /** What each machine is set up for at the origin; -1 for nothing known. */
  readonly initialKey: Int32Array;
  readonly job: Int32Array;
  readonly release: Float64Array;
  readonly due: Float64Array;
  readonly weight: Float64Array;
  readonly after: readonly (readonly number[])[];
  readonly before: readonly (readonly number[])[];
  readonly machines: readonly (readonly number[])[];
}

/** Lays a checked problem out. */
export function modelOf(problem: Problem): Model {
  const { operations, jobs, machines, horizon } = problem;
  const keys = new Map<string, number>();
  const numberOf = (key: string): number => {
    const known = keys.get(key) ?? keys.size;
    keys.set(key, known);
    return known;
  };
  const before: number[][] = operations.map(() => []);
  for (const [index, { after }] of operations.entries()) for (const one of after) before[one]?.push(index);
  return {
    problem,
    size: operations.length,
    calendars: machines.map(({ windows }) => new Calendar(windows, horizon)),
    blocks: machines.map((_, machine) =>
      operations
        .flatMap(({ fixed }, operation) =>
          fixed?.machine === machine ? [{ operation, start: fixed.start, end: fixed.end }] : [],
        )
        .sort((a, b) => a.start - b.start || a.end - b.end),
    ),
    fixed: Uint8Array.from(operations, ({ fixed }) => (fixed ? 1 : 0)),
    setup: Float64Array.from(operations, ({ setup }) => setup),
    run: Float64Array.from(operations, ({ run }) => run),
    key: Int32Array.from(operations, ({ setupKey }) => numberOf(setupKey)),
    initialKey: Int32Array.from(machines, ({ setUpFor }) => (setUpFor === null ? -1 : numberOf(setUpFor))),
    job: Int32Array.from(operations, ({ job }) => job),
    release: Float64Array.from(jobs, ({ release }) => Math.max(0, release)),
    due: Float64Array.from(jobs, ({ due }) => due ?? Number.POSITIVE_INFINITY),
    weight: Float64Array.from(jobs, ({ weight }) => weight),
    after: operations.map(({ after }) => after),
    before,
    machines: operations.map((operation) => operation.machines),
  };
}

/** Where an operation was put: written by {@link place}, which is called too often to make an object. */
export const placed = { start: 0, end: 0, setup: 0 };

/**
 * Puts an operation on a machine as early as it can be there: not before `earliest`, behind the one that was
 * put there last (`lastEnd`, and what it left the machine set up for), in working time, and clear of what is fixed.
 */
export function place(
  model: Model,
  operation: number,
  machine: number,
  earliest: number,
  lastEnd: number,
  lastKey: number,
): void {
  const calendar = model.calendars[machine] as Calendar;
  const blocks = model.blocks[machine] as readonly Block[];
  const key = model.key[operation] as number;
  const full = model.setup[operation] as number;
  const run = model.run[operation] as number;
  let begin = Math.max(earliest, lastEnd);
  for (;;) {
    const start = calendar.next(begin);
    const setup = keyAt(model, blocks, start, lastEnd, lastKey) === key ? 0 : full;
    const end = calendar.add(start, setup + run);
    const hit = firstHit(blocks, start, end);
    if (!hit) {
      placed.start = start;
      placed.end = end;
      placed.setup = setup;
      return;
    }
    begin = hit.end;
  }
}

/** What a machine is set up for at `time`: by what was put there last, or by what is fixed there and ended later. */
function keyAt(
  model: Model,
  blocks: readonly Block[],
  time: number,
  lastEnd: number,
  lastKey: number,
): number {
  let key = lastKey;
  let since = lastEnd;
  for (const block of blocks) {
    if (block.start > time) break;
    if (block.end <= since) continue;
    since = block.end;
    key = model.key[block.operation] as number;
  }
  return key;
}

function firstHit(blocks: readonly Block[], start: number, end: number): Block | null {
  for (const block of blocks) if (block.start < end && block.end > start) return block;
  return null;
}
