/** What state a machine is in. UNKNOWN: it told its state itself, and is no longer heard. */
export type EquipmentStatus =
  | 'AVAILABLE'
  | 'IN_USE'
  | 'SETUP'
  | 'DOWN'
  | 'MAINTENANCE'
  | 'OUT_OF_SERVICE'
  | 'UNKNOWN';

/** Whose word the state is: a person's, the machine's own, or that of the operations that run on it. */
export type StatusSource = 'PERSON' | 'MACHINE' | 'OPERATION';

/** Where each state may lead when a person says so. */
export const TRANSITIONS: Readonly<Record<EquipmentStatus, readonly EquipmentStatus[]>> = {
  AVAILABLE: ['SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE'],
  IN_USE: ['DOWN'],
  SETUP: ['AVAILABLE', 'DOWN', 'MAINTENANCE'],
  DOWN: ['AVAILABLE', 'MAINTENANCE', 'OUT_OF_SERVICE'],
  MAINTENANCE: ['AVAILABLE', 'DOWN', 'OUT_OF_SERVICE'],
  OUT_OF_SERVICE: ['AVAILABLE', 'MAINTENANCE'],
  UNKNOWN: ['AVAILABLE', 'SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE'],
};

const NEEDS_REASON: ReadonlySet<EquipmentStatus> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

/** No operation may run on a machine in one of these states. */
export const UNUSABLE: ReadonlySet<EquipmentStatus> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

export interface StatusFacts {
  readonly status: EquipmentStatus;
  readonly statusSince: Date;
  readonly statusSource: StatusSource;
  /** Operation executions that hold it now. */
  readonly uses: number;
}

export type StatusDecision =
  | {
      readonly kind: 'CHANGED';
      readonly from: EquipmentStatus;
      readonly to: EquipmentStatus;
      readonly since: Date;
    }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ILLEGAL_TRANSITION'; readonly from: EquipmentStatus; readonly to: EquipmentStatus }
  | { readonly kind: 'REASON_MISSING' }
  | { readonly kind: 'HELD_BY_OPERATION' }
  | { readonly kind: 'BEFORE_LAST_CHANGE'; readonly statusSince: Date };

/**
 * A person says in what state the machine is from `at` on. What the machine said itself of its being unusable, a
 * person may say again: from then on it is the person's word, with the person's reason.
 */
export function changeStatus(
  facts: StatusFacts,
  to: EquipmentStatus,
  reason: string | null,
  at: Date,
): StatusDecision {
  const takesOver = UNUSABLE.has(to) && facts.statusSource === 'MACHINE';
  if (facts.status === to && !takesOver) return { kind: 'UNCHANGED' };
  // a machine that comes back while operations hold it is in use again, by itself
  const target = to === 'AVAILABLE' && facts.uses > 0 ? 'IN_USE' : to;
  const allowed = facts.status === to || allowedFrom(facts).includes(to);
  if (!allowed) {
    return facts.status === 'IN_USE' && to === 'AVAILABLE' && facts.uses > 0
      ? { kind: 'HELD_BY_OPERATION' }
      : { kind: 'ILLEGAL_TRANSITION', from: facts.status, to };
  }
  if (NEEDS_REASON.has(to) && !reason) return { kind: 'REASON_MISSING' };
  if (at < facts.statusSince) return { kind: 'BEFORE_LAST_CHANGE', statusSince: facts.statusSince };
  const since = facts.status === to ? facts.statusSince : at;
  return { kind: 'CHANGED', from: facts.status, to: target, since };
}

/** Where a person may lead it: a machine that runs without an operation is free for all that an available one is. */
const allowedFrom = ({ status, uses }: StatusFacts): readonly EquipmentStatus[] =>
  status === 'IN_USE' && uses === 0 ? ['AVAILABLE', ...TRANSITIONS.AVAILABLE] : TRANSITIONS[status];

interface Changed {
  readonly kind: 'CHANGED';
  readonly from: EquipmentStatus;
  readonly to: EquipmentStatus;
}

export type UseDecision =
  | Changed
  | { readonly kind: 'UNCHANGED' }
  /** It was down by the time the operation started: the state stays, the conflict is logged. */
  | { readonly kind: 'CONFLICT'; readonly status: EquipmentStatus };

export type FreeDecision =
  | Changed
  | { readonly kind: 'UNCHANGED' }
  /** It runs on by its own word. */
  | { readonly kind: 'HANDED_OVER' };

/** An operation started on it. */
export function use(status: EquipmentStatus): UseDecision {
  if (UNUSABLE.has(status)) return { kind: 'CONFLICT', status };
  return status === 'IN_USE' ? { kind: 'UNCHANGED' } : { kind: 'CHANGED', from: status, to: 'IN_USE' };
}

/** An operation ended on it; `usesLeft` others still hold it. A machine that says it runs goes on being in use. */
export function free(
  status: EquipmentStatus,
  usesLeft: number,
  machineStatus: EquipmentStatus | null,
): FreeDecision {
  if (status !== 'IN_USE' || usesLeft > 0) return { kind: 'UNCHANGED' };
  return machineStatus === 'IN_USE'
    ? { kind: 'HANDED_OVER' }
    : { kind: 'CHANGED', from: 'IN_USE', to: 'AVAILABLE' };
}
