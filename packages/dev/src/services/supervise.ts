import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerProcess } from './server-process.ts';

/** A server that is started again when it dies by itself. */
export type Supervised = { stop(): Promise<void> };

/** What {@link keepRunning} needs to know. */
export type Supervision = {
  readonly server: string;
  readonly first: ServerProcess;
  /** Starts it again on the same port. */
  readonly again: () => Promise<ServerProcess | 'port-taken'>;
  readonly log: (message: string) => void;
  /** Told when it is given up. */
  readonly onDeath: (sentence: string) => void;
};

/** So many deaths within so long, and it is no accident. */
const DEATHS = 5;
const WINDOW_MS = 60_000;
const PAUSE_MS = 200;
/** Where the port is not free yet: the dead server's children may still hold it. */
const PORT_TRIES = 50;

async function startAgain(supervision: Supervision): Promise<ServerProcess> {
  for (let tried = 0; tried < PORT_TRIES; tried += 1) {
    await sleep(PAUSE_MS);
    const server = await supervision.again();
    if (server !== 'port-taken') return server;
  }
  throw new Error('its port is taken');
}

/** Watches a running server, and starts it again when it dies: clients reconnect, PostgreSQL recovers by itself. */
export function keepRunning(supervision: Supervision): Supervised {
  const { server, log, onDeath } = supervision;
  let current = supervision.first;
  let stopped = false;
  const deaths: number[] = [];
  const watch = async (): Promise<void> => {
    for (;;) {
      const end = await current.ended;
      if (stopped) return;
      const now = performance.now();
      deaths.push(now);
      if (deaths.filter((at) => now - at < WINDOW_MS).length > DEATHS) {
        return onDeath(`${server} ${end} for the ${DEATHS + 1}th time within a minute and is given up.`);
      }
      log(`${server} ${end}: starting it again`);
      current = await startAgain(supervision);
      if (stopped) return current.stop();
    }
  };
  const watching = watch().catch((error: unknown) => {
    onDeath(`${server} could not be started again: ${error instanceof Error ? error.message : error}`);
  });
  return {
    async stop() {
      stopped = true;
      await current.stop();
      await watching;
    },
  };
}
