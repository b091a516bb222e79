import type { Viewer } from '@machshop/auth';
import type { Recorder } from '@machshop/events';

/** What a command and a consumer have in common: who acts, how it is recorded, and the time. */
export interface Actor {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}

/** The operator of an event, a person: null when a program or the plant itself acts. */
export const operatorOf = ({ viewer }: Actor) =>
  viewer.kind === 'USER' ? ({ __typename: 'User', id: viewer.userId } as const) : null;
