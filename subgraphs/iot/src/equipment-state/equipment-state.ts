/** What a state tag may mean. UNKNOWN: what it says is not to be had. */
export type DerivedStatus = 'AVAILABLE' | 'IN_USE' | 'SETUP' | 'DOWN' | 'MAINTENANCE' | 'UNKNOWN';

/** What one value of a state tag means: `ACTIVE` is IN_USE. */
export interface StateMeaning {
  readonly state: string;
  readonly status: DerivedStatus;
}

/** Where the derived status of a machine stands; times are microseconds of event time. */
export interface DerivedState {
  readonly status: DerivedStatus | null;
  /** What it will be when it lasts. */
  readonly candidate: DerivedStatus | null;
  readonly candidateState: string | null;
  readonly sinceUs: number | null;
  readonly lastUs: number;
}

export interface StateTransition {
  readonly from: DerivedStatus | null;
  readonly to: DerivedStatus;
  readonly state: string;
  readonly atUs: number;
}

export interface StateStep {
  readonly state: DerivedState | null;
  readonly transition: StateTransition | null;
}

/** Event time has reached a moment: a candidate that lasted is the status, from when it began. */
export function settle(delayUs: number, state: DerivedState | null, atUs: number): StateStep {
  if (!state?.candidate || state.sinceUs === null || state.sinceUs + delayUs > atUs)
    return { state, transition: null };
  return {
    state: { ...state, status: state.candidate, candidate: null, candidateState: null, sinceUs: null },
    transition: {
      from: state.status,
      to: state.candidate,
      state: state.candidateState ?? '',
      atUs: state.sinceUs,
    },
  };
}

/**
 * The state tag says something. Values without a meaning change nothing, and so do readings that are not newer
 * than the newest heard. A status that lasts shorter than the delay is passed over.
 * @param said null where the reading is BAD: the state is UNKNOWN, until the tag says something that has a meaning
 */
export function hear(
  meanings: readonly StateMeaning[],
  delayUs: number,
  before: DerivedState | null,
  atUs: number,
  said: string | null,
): { state: DerivedState | null; transitions: StateTransition[] } {
  if (before && atUs <= before.lastUs) return { state: before, transitions: [] };
  const settled = settle(delayUs, before, atUs);
  const transitions = settled.transition ? [settled.transition] : [];
  const state: DerivedState = {
    ...(settled.state ?? { status: null, candidate: null, candidateState: null, sinceUs: null }),
    lastUs: atUs,
  };
  const meaning = said === null ? 'UNKNOWN' : meanings.find((one) => one.state === said)?.status;
  if (meaning === undefined || meaning === state.candidate) return { state, transitions };
  // nobody has known it yet: that is no news
  if (meaning === 'UNKNOWN' && state.status === null && state.candidate === null)
    return { state, transitions };
  if (meaning === state.status)
    return { state: { ...state, candidate: null, candidateState: null, sinceUs: null }, transitions };
  const next = settle(
    delayUs,
    { ...state, candidate: meaning, candidateState: said ?? '', sinceUs: atUs },
    atUs,
  );
  return {
    state: next.state,
    transitions: next.transition ? [...transitions, next.transition] : transitions,
  };
}
