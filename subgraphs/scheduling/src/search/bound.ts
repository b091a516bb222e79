import type { Model } from './model.ts';
import type { Figures } from './plan.ts';

/**
 * What no plan of the problem can be better than, figure by figure. A plan that comes to all of it is optimal, by
 * whatever objective; one that does not may be all the same.
 *
 * - Setup: of the operations of a key that nothing is set up for yet, one is set up for, the cheapest.
 * - Makespan: no operation ends before those that it follows and its own work, in working time; no machine is done
 *   before the work that only it can do (Carlier 1982: the earliest begin, all the work, the shortest rest).
 * - Tardiness: no job ends before the last of its operations can.
 */
export function lowerBound(model: Model): Figures {
  const fresh = freshSetups(model);
  const ends = earliestEnds(model, fresh);
  const { problem, due, weight } = model;
  const jobEnds = new Float64Array(problem.jobs.length);
  for (const [o, { job }] of problem.operations.entries())
    jobEnds[job] = Math.max(jobEnds[job] as number, ends.end[o] as number);
  let weightedTardiness = 0;
  let makespan = 0;
  for (const [job, end] of jobEnds.entries()) {
    makespan = Math.max(makespan, end);
    weightedTardiness += (weight[job] as number) * Math.max(0, end - (due[job] as number));
  }
  for (const end of machineEnds(model, ends.begin, fresh)) makespan = Math.max(makespan, end);
  let setup = 0;
  for (const { least } of fresh.values()) setup += least;
  return { weightedTardiness, makespan, setup };
}

/** A setup key that no machine begins with and nothing fixed leaves behind. */
interface Fresh {
  /** Seconds of its cheapest setup. */
  readonly least: number;
  /** Operations that have it. */
  readonly count: number;
}

function freshSetups({ size, key, setup, fixed, initialKey }: Model): ReadonlyMap<number, Fresh> {
  const known = new Set<number>(initialKey);
  for (let o = 0; o < size; o++) if (fixed[o]) known.add(key[o] as number);
  const fresh = new Map<number, Fresh>();
  for (let o = 0; o < size; o++) {
    const own = key[o] as number;
    if (known.has(own)) continue;
    const { least, count } = fresh.get(own) ?? { least: Number.POSITIVE_INFINITY, count: 0 };
    fresh.set(own, { least: Math.min(least, setup[o] as number), count: count + 1 });
  }
  return fresh;
}

/** When each operation can begin and end at the earliest, if machines do nothing else. */
function earliestEnds(model: Model, fresh: ReadonlyMap<number, Fresh>) {
  const { size, problem, after, calendars, machines, release, job, key, run } = model;
  const begin = new Float64Array(size);
  const end = new Float64Array(size);
  for (let o = 0; o < size; o++) {
    const at = problem.operations[o]?.fixed;
    if (at) {
      begin[o] = at.start;
      end[o] = at.end;
      continue;
    }
    let earliest = release[job[o] as number] as number;
    for (const one of after[o] as readonly number[]) earliest = Math.max(earliest, end[one] as number);
    // alone with its key, nothing else sets a machine up for it
    const own = fresh.get(key[o] as number);
    const work = (run[o] as number) + (own?.count === 1 ? own.least : 0);
    begin[o] = earliest;
    end[o] = Math.min(
      ...(machines[o] as readonly number[]).map((m) => calendars[m]?.add(earliest, work) ?? earliest + work),
    );
  }
  return { begin, end };
}

/** When each machine can be done, at the earliest, with what only it can do, and jobs with what follows. */
function machineEnds(model: Model, begin: Float64Array, fresh: ReadonlyMap<number, Fresh>): number[] {
  const { size, fixed, machines, run, key, calendars } = model;
  const rest = restsOf(model);
  const loads = calendars.map(() => ({
    first: Infinity,
    rest: Infinity,
    work: 0,
    keys: new Map<number, number>(),
  }));
  for (let o = 0; o < size; o++) {
    const [only, other] = machines[o] as readonly number[];
    const load = loads[only as number];
    if (fixed[o] || other !== undefined || !load) continue;
    load.first = Math.min(load.first, begin[o] as number);
    load.rest = Math.min(load.rest, rest[o] as number);
    load.work += run[o] as number;
    load.keys.set(key[o] as number, (load.keys.get(key[o] as number) ?? 0) + 1);
  }
  return loads.map(({ first, rest: shortest, work, keys }, machine) => {
    if (keys.size === 0) return 0;
    let all = work;
    for (const [own, count] of keys) {
      const known = fresh.get(own);
      // another operation of the key, which could go elsewhere, may have set the machine up before `first`
      if (known?.count === count) all += known.least;
    }
    return (calendars[machine]?.add(first, all) ?? first + all) + shortest;
  });
}

/** Seconds from the end of each operation to that of its job, at least: the longest work of what waits for it. */
function restsOf({ size, before, fixed, run }: Model): Float64Array {
  const rest = new Float64Array(size);
  for (let o = size - 1; o >= 0; o--)
    // what is fixed waits for nothing
    for (const next of before[o] as readonly number[])
      if (!fixed[next]) rest[o] = Math.max(rest[o] as number, (run[next] as number) + (rest[next] as number));
  return rest;
}
