import { type Model, place, placed } from './model.ts';
import type { Sequences } from './plan.ts';

/** How the next operation is chosen among those that could be next on a machine. */
export type Rule = 'EDD' | 'CR' | 'SPT' | 'MWKR' | 'ATC' | 'WEIGHT' | 'BACKWARD';

export const RULES: readonly Rule[] = ['EDD', 'CR', 'SPT', 'MWKR', 'ATC', 'WEIGHT', 'BACKWARD'];

interface Place {
  machine: number;
  start: number;
  end: number;
}

/** The rank of an operation that could start at `start`; the smallest goes first. */
type Rank = (operation: number, start: number) => number;

/**
 * Builds a plan forward, one operation at a time (Giffler and Thompson 1960): of all that could be next, the one
 * that would end first says on which machine something is decided now; among those that could start there before
 * that end, the rule chooses.
 */
export function construct(model: Model, rule: Rule): Sequences {
  return dispatch(model, rule === 'BACKWARD' ? backwardRank(model) : rankOf(model, rule));
}

function dispatch(model: Model, rank: Rank): Sequences {
  const { size, after, before, fixed, job, release, problem } = model;
  const shop = new Shop(model);
  const waits = Int32Array.from(after, (list) => list.length);
  const ready = new Set<number>();
  const earliest = new Float64Array(size);
  const finish = (o: number, end: number) => {
    for (const follower of before[o] as readonly number[]) {
      earliest[follower] = Math.max(earliest[follower] as number, end);
      if (--(waits[follower] as number) === 0) open(follower);
    }
  };
  const open = (o: number) => {
    const at = problem.operations[o]?.fixed;
    if (at) return finish(o, at.end);
    earliest[o] = Math.max(earliest[o] as number, release[job[o] as number] as number);
    ready.add(o);
  };
  const first = [...after.keys()].filter((o) => waits[o] === 0);
  for (const o of first) open(o);
  while (ready.size > 0) {
    const { operation, place: at } = shop.choose(ready, earliest, rank);
    ready.delete(operation);
    shop.put(operation, at);
    finish(operation, at.end);
  }
  if (fixed.every((is) => is === 0) && shop.count !== size) throw new Error('operations wait for each other');
  return shop.sequences;
}

/** The machines while a plan is built, with the best place of each operation that is ready. */
class Shop {
  readonly sequences: Sequences;
  count = 0;
  readonly #model: Model;
  readonly #lastEnd: Float64Array;
  readonly #lastKey: Int32Array;
  readonly #best: (Place | undefined)[];

  constructor(model: Model) {
    this.#model = model;
    this.sequences = model.problem.machines.map(() => []);
    this.#lastEnd = new Float64Array(model.problem.machines.length);
    this.#lastKey = Int32Array.from(model.initialKey);
    this.#best = new Array(model.size);
  }

  choose(ready: ReadonlySet<number>, earliest: Float64Array, rank: Rank) {
    let decided: Place | undefined;
    for (const o of ready) {
      const own = this.#bestOf(o, earliest[o] as number);
      if (!decided || own.end < decided.end) decided = own;
    }
    if (!decided) throw new Error('nothing is ready');
    let chosen = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const o of ready) {
      const own = this.#bestOf(o, earliest[o] as number);
      if (own.machine !== decided.machine || own.start >= decided.end) continue;
      const value = rank(o, own.start);
      if (value < least || chosen < 0) {
        least = value;
        chosen = o;
      }
    }
    // what takes no time ends when it starts
    if (chosen < 0) for (const o of ready) if (this.#best[o] === decided) chosen = o;
    return { operation: chosen, place: this.#best[chosen] as Place };
  }

  put(o: number, { machine, end }: Place): void {
    this.sequences[machine]?.push(o);
    this.count += 1;
    this.#lastEnd[machine] = end;
    this.#lastKey[machine] = this.#model.key[o] as number;
    for (let other = 0; other < this.#best.length; other++) {
      if (this.#best[other] && (this.#model.machines[other] as readonly number[]).includes(machine))
        this.#best[other] = undefined;
    }
  }

  /** Where the operation would end first. */
  #bestOf(o: number, earliest: number): Place {
    const known = this.#best[o];
    if (known) return known;
    let best: Place | undefined;
    for (const machine of this.#model.machines[o] as readonly number[]) {
      place(
        this.#model,
        o,
        machine,
        earliest,
        this.#lastEnd[machine] as number,
        this.#lastKey[machine] as number,
      );
      if (!best || placed.end < best.end) best = { machine, start: placed.start, end: placed.end };
    }
    if (!best) throw new Error('no machine can do it');
    this.#best[o] = best;
    return best;
  }
}

/** Work from the beginning of an operation to the end of its job, on the longest way. */
export function tails(model: Model): Float64Array {
  const tail = new Float64Array(model.size);
  for (let o = model.size - 1; o >= 0; o--) {
    let longest = 0;
    for (const next of model.before[o] as readonly number[])
      longest = Math.max(longest, tail[next] as number);
    tail[o] = longest + (model.setup[o] as number) + (model.run[o] as number);
  }
  return tail;
}

function rankOf(model: Model, rule: Exclude<Rule, 'BACKWARD'>): Rank {
  const { job, due, weight, setup, run } = model;
  const tail = tails(model);
  const work = (o: number) => Math.max(1, (setup[o] as number) + (run[o] as number));
  const dueOf = (o: number) => Math.min(due[job[o] as number] as number, 1e12);
  const weightOf = (o: number) => weight[job[o] as number] as number;
  let total = 0;
  for (let o = 0; o < model.size; o++) total += work(o);
  const mean = total / Math.max(1, model.size);
  switch (rule) {
    case 'EDD':
      return (o) => dueOf(o);
    case 'CR':
      return (o, start) => (dueOf(o) - start) / Math.max(1, tail[o] as number);
    case 'SPT':
      return (o) => work(o);
    case 'MWKR':
      return (o) => -(tail[o] as number);
    case 'WEIGHT':
      return (o) => -weightOf(o) * 1e9 + dueOf(o) / 1e6;
    case 'ATC':
      // apparent tardiness cost, Vepsalainen and Morton 1987, with k = 2
      return (o, start) => {
        const slack = Math.max(0, dueOf(o) - (tail[o] as number) - start);
        return -(weightOf(o) / work(o)) * Math.exp(-slack / (2 * mean));
      };
  }
}

/**
 * Loads the shop backward from the due dates, machine by machine, without calendars: an operation that has to
 * start late there may start late. The latest starts are the forward pass's ranks.
 */
function backwardRank(model: Model): Rank {
  const { size, before, after, job, due, machines, run, setup } = model;
  const free = new Float64Array(machines.reduce((most, list) => Math.max(most, ...list), 0) + 1).fill(
    Number.POSITIVE_INFINITY,
  );
  const latest = new Float64Array(size);
  const bound = Float64Array.from({ length: size }, (_, o) =>
    Math.min(due[job[o] as number] as number, 1e12),
  );
  const waits = Int32Array.from(before, (list) => list.length);
  const ready = new Set([...before.keys()].filter((o) => waits[o] === 0));
  while (ready.size > 0) {
    let chosen = -1;
    for (const o of ready) if (chosen < 0 || (bound[o] as number) > (bound[chosen] as number)) chosen = o;
    ready.delete(chosen);
    let best = -1;
    let end = Number.NEGATIVE_INFINITY;
    for (const machine of machines[chosen] as readonly number[]) {
      const own = Math.min(bound[chosen] as number, free[machine] as number);
      if (own > end) [best, end] = [machine, own];
    }
    const start = end - (setup[chosen] as number) - (run[chosen] as number);
    latest[chosen] = start;
    free[best] = start;
    for (const one of after[chosen] as readonly number[]) {
      bound[one] = Math.min(bound[one] as number, start);
      if (--(waits[one] as number) === 0) ready.add(one);
    }
  }
  return (o) => latest[o] as number;
}
