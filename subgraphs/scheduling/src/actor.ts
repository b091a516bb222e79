import type { Viewer } from '@machshop/auth';
import type { Recorder } from '@machshop/events';

/** What a command, a consumer and a planning that ends have in common. */
export interface Doer {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}
