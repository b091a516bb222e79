export type ActionKind = 'CONTAINMENT' | 'CORRECTIVE' | 'PREVENTIVE';
export type ActionStatus = 'PLANNED' | 'IMPLEMENTED' | 'VERIFIED' | 'INEFFECTIVE';

export type ActionOutcome =
  | { readonly kind: 'CHANGED'; readonly to: ActionStatus }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ILLEGAL_TRANSITION'; readonly from: ActionStatus; readonly to: ActionStatus }
  /** Who implemented it does not judge whether it works. */
  | { readonly kind: 'IMPLEMENTED_BY_VERIFIER' };

/** It is done; one that turned out not to work is done anew. */
export function implement(status: ActionStatus): ActionOutcome {
  if (status === 'IMPLEMENTED') return { kind: 'UNCHANGED' };
  if (status === 'VERIFIED') return { kind: 'ILLEGAL_TRANSITION', from: status, to: 'IMPLEMENTED' };
  return { kind: 'CHANGED', to: 'IMPLEMENTED' };
}

/** Somebody looked whether it works. */
export function verify(
  { status, implementedById }: { readonly status: ActionStatus; readonly implementedById: string | null },
  effective: boolean,
  by: string,
): ActionOutcome {
  const to: ActionStatus = effective ? 'VERIFIED' : 'INEFFECTIVE';
  if (status === to) return { kind: 'UNCHANGED' };
  if (status !== 'IMPLEMENTED') return { kind: 'ILLEGAL_TRANSITION', from: status, to };
  return implementedById === by ? { kind: 'IMPLEMENTED_BY_VERIFIER' } : { kind: 'CHANGED', to };
}

/** Whether it should have been done by now. */
export const isOverdue = (action: { status: ActionStatus; dueAt: Date }, now: Date): boolean =>
  (action.status === 'PLANNED' || action.status === 'INEFFECTIVE') && action.dueAt < now;
