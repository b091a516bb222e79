import type { ChildProcess } from 'node:child_process';

/** A gateway under measurement. */
export interface Contestant {
  readonly name: string;
  readonly url: string;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface Usage {
  readonly cpuMs: number;
  readonly rssMb: number;
}

/** Ends a child process and waits for it. */
export function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
