import { type EquipmentStatus, type StatusFacts, type StatusSource, UNUSABLE } from './equipment.ts';

/** What is known when a machine says something of its own state. */
export interface HeardFacts extends StatusFacts {
  /** Since when the machine says what it said last; null when it has said nothing. */
  readonly machineSince: Date | null;
}

export type MachineDecision =
  | {
      readonly kind: 'CHANGED';
      readonly from: EquipmentStatus;
      readonly to: EquipmentStatus;
      readonly since: Date;
      readonly source: StatusSource;
    }
  /** The state is that already, and the machine's own word from now on. */
  | { readonly kind: 'CONFIRMED' }
  | { readonly kind: 'UNCHANGED' }
  /** A person's word holds. */
  | { readonly kind: 'HELD' }
  /** Something later was said already: by the machine, a person or an operation. */
  | { readonly kind: 'LATE' };

export interface HeardWord {
  readonly decision: MachineDecision;
  /** From when the word counts: a clock that is ahead is not believed. */
  readonly since: Date;
  /** It is the last that the machine said, whether or not its status follows. */
  readonly isLast: boolean;
}

/** What a machine may do while it is being set up: it runs and stops. */
const PART_OF_SETUP: ReadonlySet<EquipmentStatus> = new Set(['AVAILABLE', 'IN_USE', 'SETUP']);

/** A person's word that the machine's does not end. */
function isHeldAgainst({ status, statusSource }: StatusFacts, said: EquipmentStatus): boolean {
  if (statusSource !== 'PERSON') return false;
  return UNUSABLE.has(status) || (status === 'SETUP' && PART_OF_SETUP.has(said));
}

/**
 * A machine's own state tag means this state since `at`. The later word wins, except that
 * - what a person said of a machine that may not be used (DOWN, MAINTENANCE, OUT_OF_SERVICE) only a person ends: it
 *   is run and stopped while somebody works on it;
 * - what a person set up is in SETUP until the machine is DOWN or in MAINTENANCE: it is run for trial;
 * - a machine that operations hold stays IN_USE while it stands still between two cycles;
 * - not to be heard (UNKNOWN) takes back only what the machine itself said, and repairs nothing: DOWN stays DOWN.
 *
 * A clock that is ahead of `now` is not believed: what it says counts from `now`, and a last word that is ahead of
 * `now` makes no other late.
 */
export function hearMachine(facts: HeardFacts, said: EquipmentStatus, at: Date, now: Date): HeardWord {
  const { machineSince } = facts;
  const since = at > now ? now : at;
  const isLast = !machineSince || machineSince > now || since >= machineSince;
  return { decision: isLast ? decide(facts, said, since) : { kind: 'LATE' }, since, isLast };
}

function decide(facts: HeardFacts, said: EquipmentStatus, since: Date): MachineDecision {
  const { status, statusSince, statusSource, uses } = facts;
  if (said === 'UNKNOWN') {
    const isOwn = statusSource === 'MACHINE' && uses === 0 && !UNUSABLE.has(status) && status !== 'UNKNOWN';
    if (!isOwn) return { kind: 'UNCHANGED' };
  }
  if (since < statusSince) return status === said ? { kind: 'UNCHANGED' } : { kind: 'LATE' };
  if (isHeldAgainst(facts, said)) return status === said ? { kind: 'UNCHANGED' } : { kind: 'HELD' };
  const inUse = uses > 0 && said === 'AVAILABLE';
  const to = inUse ? 'IN_USE' : said;
  const source = uses > 0 && to === 'IN_USE' ? 'OPERATION' : 'MACHINE';
  if (to !== status) return { kind: 'CHANGED', from: status, to, since, source };
  return statusSource === source ? { kind: 'UNCHANGED' } : { kind: 'CONFIRMED' };
}
