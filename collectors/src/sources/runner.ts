import type { Logger } from '@machshop/telemetry';
import { type BackoffOptions, backoffMs } from '../backoff.ts';
import { sleep } from '../clock.ts';
import type { Source, SourceContext } from './source.ts';

/** A source that collected this long counts as recovered: its next failure waits the least again. */
const RECOVERED_MS = 60_000;

/** What a runner gives its source, and tells of it. */
export interface RunnerContext extends Omit<SourceContext, 'signal'> {
  /** The source is at its end, or was stopped. */
  ended(detail: string): void;
}

/** Runs one source and, when it fails, runs it again: one source's failure is no other's. */
export class SourceRunner {
  readonly #source: Source;
  readonly #context: RunnerContext & SourceContext;
  readonly #backoff: BackoffOptions;
  readonly #stop: AbortController;
  readonly #log: Logger;
  #running: Promise<void> | null = null;

  constructor(source: Source, context: RunnerContext, backoff: BackoffOptions) {
    this.#stop = new AbortController();
    this.#source = source;
    this.#context = { ...context, signal: this.#stop.signal };
    this.#backoff = backoff;
    this.#log = context.log;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    for (let attempt = 1; !signal.aborted; attempt++) {
      const started = performance.now();
      try {
        await this.#source.run(this.#context);
        this.#context.ended(signal.aborted ? 'stopped' : 'finished');
        return;
      } catch (error) {
        if (performance.now() - started > RECOVERED_MS) attempt = 1;
        const wait = backoffMs(attempt, this.#backoff);
        const reason = error instanceof Error ? error.message : String(error);
        this.#context.state(false, reason);
        this.#context.fault('connection', error);
        this.#log.warn({ reason, attempt, waitMs: wait }, 'the source failed; it will be tried again');
        await sleep(wait, signal);
      }
    }
  }
}
