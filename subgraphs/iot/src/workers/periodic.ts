import type { Worker } from '@machshop/server';
import type { Logger } from '@machshop/telemetry';

interface PeriodicJob {
  readonly name: string;
  readonly everyMs: number;
  /** The longest pause after faults; a minute unless told. */
  readonly maxBackoffMs?: number;
  readonly log: Logger;
  /** Does what there is to do; returns how much that was. */
  run(): Promise<number>;
}

const MAX_BACKOFF_MS = 60_000;
/** Rounds that `idle` waits for, at most: a job that always finds something is no job. */
const MAX_IDLE_ROUNDS = 1_000;

/** Runs a job again and again, never twice at once; after a fault it waits longer and longer. */
export function startPeriodic({
  name,
  everyMs,
  maxBackoffMs = MAX_BACKOFF_MS,
  log,
  run,
}: PeriodicJob): Worker {
  let closed = false;
  let wake: () => void = () => {};
  let working: Promise<number> = Promise.resolve(0);
  const once = (): Promise<number> => {
    working = working.catch(() => 0).then(() => (closed ? 0 : run()));
    return working;
  };
  const loop = (async () => {
    let faults = 0;
    while (!closed) {
      try {
        const done = await once();
        faults = 0;
        if (done > 0) continue;
      } catch (error) {
        if (closed) break;
        faults++;
        // the cause alone: the statement's parameters may be ten thousand readings
        log.warn({ err: (error as Error).cause ?? error, job: name, faults }, 'a periodic job failed');
      }
      const delay = faults === 0 ? everyMs : Math.min(maxBackoffMs, everyMs * 2 ** Math.min(faults, 16));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, delay);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    name,
    async idle() {
      for (let round = 0; round < MAX_IDLE_ROUNDS; round++) if ((await once()) === 0) return;
    },
    async close() {
      closed = true;
      wake();
      await loop;
    },
  };
}
