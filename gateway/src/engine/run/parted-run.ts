import type { GraphQLFormattedError } from 'graphql';
import type { CompiledPlan, DeferredPlan } from '../plan/compile.ts';
import type { CompiledFetch } from '../plan/fetch.ts';
import type { ErrorList } from './errors.ts';
import { Execution, type ExecutionOptions, type Gathering } from './execution.ts';

interface Waiting {
  readonly deferred: DeferredPlan;
  /** The fetches that are not over yet. */
  readonly open: Set<CompiledFetch>;
  /** Resolves when everything is over that comes earlier. */
  readonly over: Promise<unknown>;
}

const NOTHING_EARLIER = Promise.resolve();

/**
 * One run of a plan whose answer comes in parts: each part is an execution of its own over the same data, which begins
 * when the fetches that it needs are over. It never rejects: faults are among the errors of the parts.
 */
export class PartedRun {
  /** What is asked before anything comes later. */
  readonly first: Execution;
  readonly #options: ExecutionOptions;
  readonly #gathering: Gathering = { root: {}, found: new Map() };
  readonly #fetched = new Set<CompiledFetch>();
  readonly #waiting = new Set<Waiting>();
  readonly #errors = new Map<string, ErrorList>();
  readonly #complete = new Set<string>();
  readonly #planned = new Set<string>();
  #listener: () => void = () => {};

  constructor(options: ExecutionOptions) {
    this.#options = { ...options, onFetched: (fetch) => this.#onFetched(fetch) };
    this.first = new Execution(this.#options, this.#gathering);
    this.#collect(options.plan);
  }

  /** Resolves when all is there that does not come later; what does goes on by itself. */
  begin(): Promise<void> {
    return new Promise((resolve) => this.#run(this.#options.plan, this.first, NOTHING_EARLIER, resolve));
  }

  /** Whether all is there that a part needs; what the plan has no fetch for came with something else. */
  isComplete(id: string): boolean {
    return this.#complete.has(id) || !this.#planned.has(id);
  }

  /** The errors of a part's own fetches. */
  errorsOf(id: string): readonly GraphQLFormattedError[] {
    return this.#errors.get(id)?.errors ?? [];
  }

  /** The errors of all fetches so far. */
  get errors(): readonly GraphQLFormattedError[] {
    return [this.first.errors, ...this.#errors.values()].flatMap(({ errors }) => errors);
  }

  /** Resolves when the next part is complete, or when the request ends. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      const off = this.#options.context.lifetime.onEnd(() => resolve());
      this.#listener = () => {
        off();
        resolve();
      };
    });
  }

  #collect({ deferred }: CompiledPlan): void {
    for (const { id, plan } of deferred) {
      this.#planned.add(id);
      this.#collect(plan);
    }
  }

  #run(plan: CompiledPlan, execution: Execution, earlier: Promise<unknown>, done: () => void): void {
    const running = execution.run();
    const over = Promise.all([earlier, running]);
    const later = plan.deferred.map((deferred) => ({
      deferred,
      open: new Set(deferred.after.filter((fetch) => !this.#fetched.has(fetch))),
      over,
    }));
    for (const one of later) this.#waiting.add(one);
    void running.then(done);
    // a fetch that was not begun, since the request is over, is waited for in vain
    void over.then(() => {
      for (const one of later) this.#start(one);
    });
    for (const one of later) if (one.open.size === 0) this.#start(one);
  }

  #start(waiting: Waiting): void {
    if (!this.#waiting.delete(waiting)) return;
    const { id, plan } = waiting.deferred;
    const execution = new Execution({ ...this.#options, plan }, this.#gathering);
    this.#errors.set(id, execution.errors);
    this.#run(plan, execution, waiting.over, () => {
      this.#complete.add(id);
      this.#listener();
    });
  }

  #onFetched(fetch: CompiledFetch): void {
    this.#fetched.add(fetch);
    for (const waiting of this.#waiting)
      if (waiting.open.delete(fetch) && waiting.open.size === 0) this.#start(waiting);
  }
}
