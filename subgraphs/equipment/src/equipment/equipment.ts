/** What state a machine is in. */
export type EquipmentStatus = 'AVAILABLE' | 'IN_USE' | 'SETUP' | 'DOWN' | 'MAINTENANCE' | 'OUT_OF_SERVICE';

/** Where each state may lead when a person says so. */
export const TRANSITIONS: Readonly<Record<EquipmentStatus, readonly EquipmentStatus[]>> = {
  AVAILABLE: ['SETUP', 'DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE'],
  IN_USE: ['DOWN'],
  SETUP: ['AVAILABLE', 'DOWN', 'MAINTENANCE'],
  DOWN: ['AVAILABLE', 'MAINTENANCE', 'OUT_OF_SERVICE'],
  MAINTENANCE: ['AVAILABLE', 'DOWN', 'OUT_OF_SERVICE'],
  OUT_OF_SERVICE: ['AVAILABLE', 'MAINTENANCE'],
};

const NEEDS_REASON: ReadonlySet<EquipmentStatus> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

/** No operation may run on a machine in one of these states. */
export const UNUSABLE: ReadonlySet<EquipmentStatus> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

export interface StatusFacts {
  readonly status: EquipmentStatus;
  readonly statusSince: Date;
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

/** A person says in what state the machine is from `at` on. */
export function changeStatus(
  facts: StatusFacts,
  to: EquipmentStatus,
  reason: string | null,
  at: Date,
): StatusDecision {
  if (facts.status === to) return { kind: 'UNCHANGED' };
  // a machine that comes back while operations hold it is in use again, by itself
  const target = to === 'AVAILABLE' && facts.uses > 0 ? 'IN_USE' : to;
  const allowed = TRANSITIONS[facts.status].includes(to);
  if (!allowed) {
    return facts.status === 'IN_USE' && to === 'AVAILABLE'
      ? { kind: 'HELD_BY_OPERATION' }
      : { kind: 'ILLEGAL_TRANSITION', from: facts.status, to };
  }
  if (NEEDS_REASON.has(to) && !reason) return { kind: 'REASON_MISSING' };
  if (at < facts.statusSince) return { kind: 'BEFORE_LAST_CHANGE', statusSince: facts.statusSince };
  return { kind: 'CHANGED', from: facts.status, to: target, since: at };
}

export type UseDecision =
  | { readonly kind: 'CHANGED'; readonly from: EquipmentStatus; readonly to: EquipmentStatus }
  | { readonly kind: 'UNCHANGED' }
  /** It was down by the time the operation started: the state stays, the conflict is logged. */
  | { readonly kind: 'CONFLICT'; readonly status: EquipmentStatus };

/** An operation started on it. */
export function use(status: EquipmentStatus): UseDecision {
  if (UNUSABLE.has(status)) return { kind: 'CONFLICT', status };
  return status === 'IN_USE' ? { kind: 'UNCHANGED' } : { kind: 'CHANGED', from: status, to: 'IN_USE' };
}

/** An operation ended on it; `usesLeft` others still hold it. */
export function free(status: EquipmentStatus, usesLeft: number): UseDecision {
  return status === 'IN_USE' && usesLeft === 0
    ? { kind: 'CHANGED', from: 'IN_USE', to: 'AVAILABLE' }
    : { kind: 'UNCHANGED' };
}
