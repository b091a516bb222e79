import type { Model } from './model.ts';
import { apply, criticalPath, type Move, movesOf, sample, undo } from './moves.ts';
import { compareFigures, type Figures, type Sequences, Timing, WORST } from './plan.ts';
import type { Objective } from './problem.ts';
import type { Random } from './random.ts';

/** When the search ends: by the first of these. */
export interface Budget {
  /** Moves made, at most. */
  readonly iterations: number;
  /** Moves made since the best plan was found, at most. */
  readonly stall: number;
  /** Asked before each move: a clock, or somebody who cancels. */
  readonly stop: () => boolean;
  /** What no plan is better than: one that comes to it ends the search. */
  readonly bound: Figures;
}

export interface Improved {
  readonly sequences: Sequences;
  readonly figures: Figures;
  readonly iterations: number;
  /** Plans timed. */
  readonly evaluations: number;
  /** How often a better plan was found. */
  readonly improvements: number;
  readonly ended: 'ITERATIONS' | 'STALLED' | 'STOPPED' | 'NOTHING_TO_MOVE' | 'OPTIMAL';
}

/** Moves tried in one step, at most. */
const CANDIDATES = 48;
/** Moves without a better plan, after which the search goes back to the best one and is shaken. */
const PATIENCE = 600;

/** Improves a plan by tabu search: the best move that was not undone lately, even when it makes the plan worse. */
export function improve(
  model: Model,
  begin: Sequences,
  objective: Objective,
  budget: Budget,
  random: Random,
): Improved {
  return new Search(model, begin, objective, random).run(budget);
}

class Search {
  readonly #model: Model;
  readonly #objective: Objective;
  readonly #random: Random;
  readonly #timing: Timing;
  /** Until when `a` must not be put before `b` again, by `a * size + b`; and no operation on a machine. */
  readonly #tabu = new Map<number, number>();
  #now: Sequences;
  #best: Sequences;
  #bestFigures: Figures;
  #iteration = 0;
  #evaluations = 0;
  #improvements = 0;

  constructor(model: Model, begin: Sequences, objective: Objective, random: Random) {
    this.#model = model;
    this.#objective = objective;
    this.#random = random;
    this.#timing = new Timing(model);
    this.#now = begin.map((sequence) => [...sequence]);
    this.#best = begin.map((sequence) => [...sequence]);
    const figures = this.#timing.run(this.#now);
    if (!figures) throw new Error('the plan to improve contradicts itself');
    this.#bestFigures = figures;
  }

  run({ iterations, stall, stop, bound }: Budget): Improved {
    let since = 0;
    let ended: Improved['ended'] = 'ITERATIONS';
    const optimal = () => compareFigures(this.#bestFigures, bound, this.#objective) <= 0;
    for (; this.#iteration < iterations; this.#iteration++) {
      if (optimal()) break;
      if (stop()) ended = 'STOPPED';
      else if (since >= stall) ended = 'STALLED';
      if (ended !== 'ITERATIONS') break;
      if (since > 0 && since % PATIENCE === 0) this.#shake();
      const figures = this.#step();
      if (!figures && since === 0 && this.#iteration === 0) {
        ended = 'NOTHING_TO_MOVE';
        break;
      }
      since += 1;
      if (!figures || compareFigures(figures, this.#bestFigures, this.#objective) >= 0) continue;
      this.#bestFigures = figures;
      this.#best = this.#now.map((sequence) => [...sequence]);
      this.#improvements += 1;
      since = 0;
    }
    return {
      sequences: this.#best,
      figures: this.#bestFigures,
      iterations: this.#iteration,
      evaluations: this.#evaluations,
      improvements: this.#improvements,
      ended: optimal() ? 'OPTIMAL' : ended,
    };
  }

  /** Makes one move; null when there was none to make. */
  #step(): Figures | null {
    const now = this.#timing.run(this.#now);
    if (!now) throw new Error('a plan that was made contradicts itself');
    const path = criticalPath(this.#model, this.#timing, this.#now, this.#target(now));
    const all = movesOf(this.#model, this.#timing, this.#now, path);
    const moves = sample(all, CANDIDATES, this.#random);
    let chosen: Move | undefined;
    let figures = WORST;
    let ties = 0;
    for (const move of moves) {
      const tabu = this.#isTabu(move);
      const limit =
        this.#objective === 'WEIGHTED_TARDINESS'
          ? Math.min(figures.weightedTardiness, tabu ? this.#bestFigures.weightedTardiness : Infinity)
          : Infinity;
      const own = this.#try(move, limit);
      if (!own) continue;
      if (tabu && compareFigures(own, this.#bestFigures, this.#objective) >= 0) continue;
      const better = compareFigures(own, figures, this.#objective);
      ties = better < 0 ? 1 : better === 0 ? ties + 1 : ties;
      if (better > 0 || (better === 0 && this.#random.below(ties) > 0)) continue;
      chosen = move;
      figures = own;
    }
    if (!chosen) return this.#anyOf(all);
    this.#forbid(chosen);
    apply(this.#now, chosen);
    return figures;
  }

  /** All that is worth moving is tabu: one that contradicts nothing is made all the same. */
  #anyOf(moves: readonly Move[]): Figures | null {
    const from = this.#random.below(Math.max(1, moves.length));
    for (let i = 0; i < Math.min(moves.length, CANDIDATES); i++) {
      const move = moves[(from + i) % moves.length] as Move;
      const figures = this.#try(move, Infinity);
      if (!figures) continue;
      this.#forbid(move);
      apply(this.#now, move);
      return figures;
    }
    return null;
  }

  #try(move: Move, limit: number): Figures | null {
    apply(this.#now, move);
    this.#evaluations += 1;
    const figures = this.#timing.run(this.#now, limit);
    undo(this.#now, move);
    return figures;
  }

  /** The operation whose end is to come earlier: of a late job, by its cost; else the last of all. */
  #target(now: Figures): number {
    const { size, job, due, weight } = this.#model;
    const { end } = this.#timing;
    const late = now.weightedTardiness > 0 && this.#objective !== 'MAKESPAN';
    if (!late || this.#random.below(8) === 0) {
      let last = 0;
      for (let o = 1; o < size; o++) if ((end[o] as number) > (end[last] as number)) last = o;
      return last;
    }
    let point = this.#random.next() * now.weightedTardiness;
    const lastOf = new Map<number, number>();
    for (let o = 0; o < size; o++) {
      const own = job[o] as number;
      const before = lastOf.get(own);
      if (before === undefined || (end[o] as number) > (end[before] as number)) lastOf.set(own, o);
    }
    let latest = 0;
    for (const [own, o] of lastOf) {
      const cost = Math.max(0, (end[o] as number) - (due[own] as number)) * (weight[own] as number);
      if (cost === 0) continue;
      latest = o;
      point -= cost;
      if (point <= 0) break;
    }
    return latest;
  }

  /** Whether a move brings an order back that was given up lately. */
  #isTabu(move: Move): boolean {
    for (const key of this.#made(move)) if ((this.#tabu.get(key) ?? -1) > this.#iteration) return true;
    return false;
  }

  /** Forbids what undoes the move, for a while. */
  #forbid(move: Move): void {
    const { size } = this.#model;
    const until = this.#iteration + 10 + this.#random.below(10) + Math.floor(Math.sqrt(size) / 2);
    const { operation, from, to } = move;
    if (from !== to) this.#tabu.set(this.#seat(operation, from), until);
    else for (const [a, b] of this.#passed(move)) this.#tabu.set(b * size + a, until);
    if (this.#tabu.size > 50_000)
      for (const [key, end] of this.#tabu) if (end <= this.#iteration) this.#tabu.delete(key);
  }

  #made(move: Move): number[] {
    if (move.from !== move.to) return [this.#seat(move.operation, move.to)];
    return this.#passed(move).map(([a, b]) => a * this.#model.size + b);
  }

  readonly #seat = (operation: number, machine: number): number => -1 - operation * 1_024 - machine;

  /** Pairs whose first stands before the second once the move is made, and did not before. */
  #passed({ operation, from, fromPosition, toPosition }: Move): [number, number][] {
    const sequence = this.#now[from] as number[];
    if (toPosition > fromPosition)
      return sequence.slice(fromPosition + 1, toPosition + 1).map((other) => [other, operation]);
    return sequence.slice(toPosition, fromPosition).map((other) => [operation, other]);
  }

  /** Goes back to the best plan and makes some moves at random. */
  #shake(): void {
    this.#now = this.#best.map((sequence) => [...sequence]);
    this.#tabu.clear();
    for (let i = 0; i < 4 + this.#random.below(8); i++) {
      const now = this.#timing.run(this.#now);
      if (!now) return;
      const path = criticalPath(this.#model, this.#timing, this.#now, this.#target(now));
      const moves = sample(movesOf(this.#model, this.#timing, this.#now, path), 1, this.#random);
      const [move] = moves;
      if (move && this.#try(move, Infinity)) apply(this.#now, move);
    }
  }
}
