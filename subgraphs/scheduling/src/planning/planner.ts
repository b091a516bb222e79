import { Worker } from 'node:worker_threads';
import type { Logger } from '@machshop/telemetry';
import type { Problem, Solution } from '../search/index.ts';
import type { PlanningOptions } from './problem-of.ts';
import type { SearchAnswer, SearchTask } from './search-worker.ts';

export type Found =
  | { readonly kind: 'FOUND'; readonly solution: Solution; readonly elapsedMs: number }
  | { readonly kind: 'FAILED'; readonly reason: string }
  | { readonly kind: 'CANCELLED' };

/** A planning that waits or runs. */
interface Job {
  readonly id: string;
  readonly problem: Problem;
  readonly options: PlanningOptions;
  readonly stop: Int32Array<SharedArrayBuffer>;
  readonly done: (found: Found) => Promise<void>;
}

/** Room for one planning: to be taken by it, or given back. */
export interface Seat {
  /** Plans when those before are done; `done` is told what came of it. Once, and not after it was given back. */
  add(id: string, problem: Problem, options: PlanningOptions, done: Job['done']): void;
  /** Gives the room back; after `add` it changes nothing. */
  release(): void;
}

/** Plannings that wait in one process, at most. */
export const MAX_WAITING = 8;
/** Beyond the budget, for laying the problem out and for the dispatch rules. */
const GRACE_MS = 120_000;
const MEMORY_MB = 512;
const WORKER = new URL('./search-worker.ts', import.meta.url);

/**
 * Searches for plans in a thread of its own, one at a time, so that the process goes on answering. Where the process
 * ends the search ends, and its schedule with it.
 */
export class Planner {
  readonly name = 'planner';
  readonly #waiting: Job[] = [];
  readonly #log: Logger;
  #running: Job | undefined;
  #work: Promise<void> = Promise.resolve();
  #closed = false;
  /** Room that is kept for plannings which are not here yet. */
  #seats = 0;

  constructor(log: Logger) {
    this.#log = log;
  }

  /**
   * Room for one more, or none while `MAX_WAITING` wait beside the one that runs. It is kept from here on, so that
   * several who ask at once cannot have the same: who does not use it releases it.
   */
  seat(): Seat | undefined {
    const inside = this.#waiting.length + (this.#running ? 1 : 0) + this.#seats;
    if (this.#closed || inside > MAX_WAITING) return undefined;
    this.#seats += 1;
    let held = true;
    const release = () => {
      if (held) this.#seats -= 1;
      held = false;
    };
    return {
      release,
      add: (id, problem, options, done) => {
        if (!held) throw new Error('this seat was given back or taken');
        release();
        const stop = new Int32Array(new SharedArrayBuffer(4));
        // what was begun while the process ends ends too
        if (this.#closed) Atomics.store(stop, 0, 1);
        this.#waiting.push({ id, problem, options, stop, done });
        this.#work = this.#work.then(() => this.#next());
      },
    };
  }

  /** Ends a planning early: one that waits is cancelled, one that runs answers with the best it has. */
  cancel(id: string): void {
    for (const job of [this.#running, ...this.#waiting]) if (job?.id === id) Atomics.store(job.stop, 0, 1);
  }

  /** Resolves when nothing waits and nothing runs. */
  async idle(): Promise<void> {
    while (this.#running || this.#waiting.length > 0) await this.#work;
    await this.#work;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of [this.#running, ...this.#waiting]) if (job) Atomics.store(job.stop, 0, 1);
    await this.#work;
  }

  async #next(): Promise<void> {
    const job = this.#waiting.shift();
    if (!job) return;
    this.#running = job;
    try {
      const found = Atomics.load(job.stop, 0) === 0 ? await search(job) : { kind: 'CANCELLED' as const };
      await job.done(found);
    } catch (error) {
      this.#log.error({ err: error, schedule: job.id }, 'a planning was not kept');
    } finally {
      this.#running = undefined;
    }
  }
}

function search({ problem, options, stop }: Job): Promise<Found> {
  const task: SearchTask = {
    problem,
    objective: options.objective,
    seed: options.seed,
    iterations: options.iterations,
    stall: options.iterations,
    budgetMs: options.budgetSeconds * 1000,
    stop,
  };
  return new Promise((resolve) => {
    const worker = new Worker(WORKER, {
      workerData: task,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (found: Found) => {
      clearTimeout(timer);
      resolve(found);
      worker.terminate().catch(() => {});
    };
    const timer = setTimeout(
      () => end({ kind: 'FAILED', reason: 'the planning took too long' }),
      task.budgetMs + GRACE_MS,
    );
    worker.once('message', (answer: SearchAnswer) =>
      end(
        'solution' in answer
          ? { kind: 'FOUND', solution: answer.solution, elapsedMs: answer.elapsedMs }
          : { kind: 'FAILED', reason: answer.fault },
      ),
    );
    worker.once('error', (error) => end({ kind: 'FAILED', reason: error.message }));
    worker.once('exit', (code) => end({ kind: 'FAILED', reason: `the planning ended with ${code}` }));
  });
}
