import type { Viewer } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';

/** What commands, consumers and workers have in common. */
export interface Actor {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}
