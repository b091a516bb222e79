import { parentPort, workerData } from 'node:worker_threads';
import { type Objective, type Problem, type Solution, solve } from '../search/index.ts';

/** What a planning thread is given. */
export interface SearchTask {
  readonly problem: Problem;
  readonly objective: Objective;
  readonly seed: number;
  readonly iterations: number;
  readonly stall: number;
  readonly budgetMs: number;
  /** Not zero: stop. */
  readonly stop: Int32Array<SharedArrayBuffer>;
}

/** What it answers. */
export type SearchAnswer =
  | { readonly solution: Solution; readonly elapsedMs: number }
  | { readonly fault: string };

const task = workerData as SearchTask;
const began = performance.now();
try {
  const solution = solve(task.problem, {
    objective: task.objective,
    seed: task.seed,
    iterations: task.budgetMs > 0 ? task.iterations : 0,
    stall: task.stall,
    stop: () => Atomics.load(task.stop, 0) !== 0 || performance.now() - began > task.budgetMs,
  });
  parentPort?.postMessage({ solution, elapsedMs: performance.now() - began } satisfies SearchAnswer);
} catch (error) {
  parentPort?.postMessage({
    fault: error instanceof Error ? error.message : 'unknown',
  } satisfies SearchAnswer);
}
