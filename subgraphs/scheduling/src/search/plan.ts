import { type Model, place, placed } from './model.ts';
import type { Objective } from './problem.ts';

/** What is worth comparing about a plan; less is better. */
export interface Figures {
  /** Seconds late, each weighed by its job. */
  readonly weightedTardiness: number;
  /** When the last operation ends, in seconds since the origin. */
  readonly makespan: number;
  /** Seconds of setting machines up. */
  readonly setup: number;
}

/** Which operations each machine does, in order; the fixed ones are not among them. */
export type Sequences = number[][];

const ORDER: Readonly<Record<Objective, readonly (keyof Figures)[]>> = {
  WEIGHTED_TARDINESS: ['weightedTardiness', 'makespan', 'setup'],
  MAKESPAN: ['makespan', 'weightedTardiness', 'setup'],
  SETUP: ['setup', 'weightedTardiness', 'makespan'],
};

/** Negative where `a` is the better one. */
export function compareFigures(a: Figures, b: Figures, objective: Objective): number {
  for (const figure of ORDER[objective]) if (a[figure] !== b[figure]) return a[figure] - b[figure];
  return 0;
}

/** The figures of a plan that is worse than any. */
export const WORST: Figures = {
  weightedTardiness: Number.POSITIVE_INFINITY,
  makespan: Number.POSITIVE_INFINITY,
  setup: Number.POSITIVE_INFINITY,
};

/** Times plans: from sequences to starts and ends. One of it is used for many plans of one problem. */
export class Timing {
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly setup: Float64Array;
  /** Where each operation is; -1 before the first plan. */
  readonly machine: Int32Array;
  /** Its place on its machine; -1 for a fixed one. */
  readonly position: Int32Array;
  readonly #model: Model;
  readonly #waits: Int32Array;
  readonly #next: Int32Array;
  readonly #queue: Int32Array;
  readonly #lastEnd: Float64Array;
  readonly #lastKey: Int32Array;
  readonly #jobEnd: Float64Array;

  constructor(model: Model) {
    const { size } = model;
    this.#model = model;
    this.start = new Float64Array(size);
    this.end = new Float64Array(size);
    this.setup = new Float64Array(size);
    this.machine = new Int32Array(size).fill(-1);
    this.position = new Int32Array(size).fill(-1);
    this.#waits = new Int32Array(size);
    this.#next = new Int32Array(size);
    this.#queue = new Int32Array(size);
    this.#lastEnd = new Float64Array(model.problem.machines.length);
    this.#lastKey = new Int32Array(model.problem.machines.length);
    this.#jobEnd = new Float64Array(model.problem.jobs.length);
  }

  /**
   * Times a plan: each operation as early as its place allows.
   * @param limit what comes to more weighted tardiness than this is given up on
   * @returns null when the sequences contradict the order of operations, or the plan was given up
   */
  run(sequences: Sequences, limit = Number.POSITIVE_INFINITY): Figures | null {
    this.#lay(sequences);
    const { size, before } = this.#model;
    const queue = this.#queue;
    let head = 0;
    let tail = 0;
    for (let o = 0; o < size; o++) if (this.#waits[o] === 0) queue[tail++] = o;
    let tardiness = 0;
    let setup = 0;
    let makespan = 0;
    while (head < tail) {
      const o = queue[head++] as number;
      this.#time(o);
      setup += this.setup[o] as number;
      const end = this.end[o] as number;
      if (end > makespan) makespan = end;
      tardiness += this.#later(this.#model.job[o] as number, end);
      if (tardiness > limit) return null;
      const next = this.#next[o] as number;
      if (next >= 0 && --(this.#waits[next] as number) === 0) queue[tail++] = next;
      for (const follower of before[o] as readonly number[])
        if (--(this.#waits[follower] as number) === 0) queue[tail++] = follower;
    }
    return tail === size ? { weightedTardiness: tardiness, makespan, setup } : null;
  }

  #lay(sequences: Sequences): void {
    const { size, after, fixed, initialKey } = this.#model;
    this.#next.fill(-1);
    for (let o = 0; o < size; o++) {
      // what is fixed waits for nothing: it is where it is
      this.#waits[o] = fixed[o] ? 0 : (after[o] as readonly number[]).length;
    }
    for (let m = 0; m < sequences.length; m++) {
      const sequence = sequences[m] as number[];
      for (let i = 0; i < sequence.length; i++) {
        const o = sequence[i] as number;
        this.machine[o] = m;
        this.position[o] = i;
        if (i > 0) {
          this.#next[sequence[i - 1] as number] = o;
          (this.#waits[o] as number)++;
        }
      }
      this.#lastEnd[m] = 0;
      this.#lastKey[m] = initialKey[m] as number;
    }
    this.#jobEnd.fill(0);
  }

  #time(o: number): void {
    const { problem, fixed, after, job, release, key } = this.#model;
    if (fixed[o]) {
      const at = problem.operations[o]?.fixed;
      if (!at) throw new Error('a fixed operation is nowhere');
      this.start[o] = at.start;
      this.end[o] = at.end;
      this.setup[o] = 0;
      this.machine[o] = at.machine;
      return;
    }
    let earliest = release[job[o] as number] as number;
    for (const one of after[o] as readonly number[]) earliest = Math.max(earliest, this.end[one] as number);
    const m = this.machine[o] as number;
    place(this.#model, o, m, earliest, this.#lastEnd[m] as number, this.#lastKey[m] as number);
    this.start[o] = placed.start;
    this.end[o] = placed.end;
    this.setup[o] = placed.setup;
    this.#lastEnd[m] = placed.end;
    this.#lastKey[m] = key[o] as number;
  }

  /** How much the weighted tardiness grows by a job's ending at `end`. */
  #later(job: number, end: number): number {
    const before = this.#jobEnd[job] as number;
    if (end <= before) return 0;
    this.#jobEnd[job] = end;
    const due = this.#model.due[job] as number;
    if (end <= due) return 0;
    return (this.#model.weight[job] as number) * (end - Math.max(before, due));
  }
}
