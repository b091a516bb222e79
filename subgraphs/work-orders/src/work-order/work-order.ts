/** What state an order is in. */
export type WorkOrderStatus =
  | 'CREATED'
  | 'RELEASED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'COMPLETED'
  | 'CLOSED'
  | 'CANCELLED';

/** Where a held order goes back to. */
export type HeldFrom = 'RELEASED' | 'IN_PROGRESS';

/** What people do to an order; starting is done to its operations. */
export type WorkOrderAction = 'RELEASE' | 'HOLD' | 'RESUME' | 'CANCEL' | 'COMPLETE' | 'CLOSE';

interface Rule {
  readonly from: readonly WorkOrderStatus[];
  readonly to: WorkOrderStatus;
}

/** From where each action leads to where. A held order resumes to where it was. */
export const TRANSITIONS: Readonly<Record<Exclude<WorkOrderAction, 'RESUME'>, Rule>> = {
  RELEASE: { from: ['CREATED'], to: 'RELEASED' },
  HOLD: { from: ['RELEASED', 'IN_PROGRESS'], to: 'ON_HOLD' },
  CANCEL: { from: ['CREATED', 'RELEASED'], to: 'CANCELLED' },
  COMPLETE: { from: ['IN_PROGRESS'], to: 'COMPLETED' },
  CLOSE: { from: ['COMPLETED'], to: 'CLOSED' },
};

/** An order in one of these is over: nothing about it changes any more. */
export const OVER: ReadonlySet<WorkOrderStatus> = new Set(['COMPLETED', 'CLOSED', 'CANCELLED']);

/** Operations start in these. */
export const STARTABLE: ReadonlySet<WorkOrderStatus> = new Set(['RELEASED', 'IN_PROGRESS']);

export type TransitionDecision =
  | {
      readonly kind: 'CHANGED';
      readonly from: WorkOrderStatus;
      readonly to: WorkOrderStatus;
      readonly heldFrom: HeldFrom | null;
    }
  /** It is there already: the request came twice. */
  | { readonly kind: 'UNCHANGED' }
  | {
      readonly kind: 'ILLEGAL_TRANSITION';
      readonly from: WorkOrderStatus;
      readonly to: WorkOrderStatus | 'RESUMED';
    };

/** Where an action leads an order. */
export function transition(
  { status, heldFrom }: { readonly status: WorkOrderStatus; readonly heldFrom: HeldFrom | null },
  action: WorkOrderAction,
): TransitionDecision {
  if (action === 'RESUME') {
    if (status !== 'ON_HOLD' || !heldFrom) return { kind: 'ILLEGAL_TRANSITION', from: status, to: 'RESUMED' };
    return { kind: 'CHANGED', from: status, to: heldFrom, heldFrom: null };
  }
  const { from, to } = TRANSITIONS[action];
  if (status === to) return { kind: 'UNCHANGED' };
  // an order that was held before anything started may still be cancelled
  const effective = action === 'CANCEL' && status === 'ON_HOLD' && heldFrom ? heldFrom : status;
  if (!from.includes(effective)) return { kind: 'ILLEGAL_TRANSITION', from: status, to };
  return {
    kind: 'CHANGED',
    from: status,
    to,
    heldFrom: action === 'HOLD' ? (status as HeldFrom) : null,
  };
}

/** `WO-2026-000123` */
export const formatNumber = (year: number, sequence: number): string =>
  `WO-${year}-${String(sequence).padStart(6, '0')}`;
