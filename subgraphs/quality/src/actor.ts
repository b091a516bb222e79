import type { Viewer } from '@machshop/auth';
import type { Recorder } from '@machshop/events';
import { Refused, ruleViolation } from '@machshop/server';

/** What a command works with: who acts, how it is recorded, and the time. */
export interface Actor {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}

/**
 * Refuses a program: only people decide.
 * @throws Refused PERSON_REQUIRED
 */
export function requirePerson({ viewer }: Actor): void {
  if (viewer.kind === 'USER') return;
  throw new Refused(ruleViolation('PERSON_REQUIRED', 'only a person decides what becomes of it'));
}
