import { Decimal } from '@machshop/db';
import type { ItemType, NonConformanceStatus, Severity, Source } from '../non-conformance/non-conformance.ts';

export type DispositionKind = 'USE_AS_IS' | 'REWORK' | 'REPAIR' | 'SCRAP' | 'RETURN_TO_SUPPLIER';
export type DispositionStatus = 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'CARRIED_OUT' | 'SUPERSEDED';
export type ApprovalRole = 'QUALITY' | 'ENGINEERING' | 'CUSTOMER';
export type ApprovalDecision = 'APPROVED' | 'REJECTED';
/** What may be done with what is affected: nothing, operations only, nothing ever, everything. */
export type Hold = 'BLOCKED' | 'WORK_ONLY' | 'GONE' | 'NONE';

/** What does not conform afterwards either: AS9100 8.7 asks the authority for the design, and maybe the customer. */
const DEPARTS: ReadonlySet<DispositionKind> = new Set(['USE_AS_IS', 'REPAIR']);
/** After these it is not here any more. */
const LEAVES: ReadonlySet<DispositionKind> = new Set(['SCRAP', 'RETURN_TO_SUPPLIER']);
/** These stand, or wait to. */
export const LIVE: ReadonlySet<DispositionStatus> = new Set(['PROPOSED', 'APPROVED', 'CARRIED_OUT']);

export interface DispositionFacts {
  readonly itemId: string;
  readonly kind: DispositionKind;
  readonly quantity: string;
  readonly status: DispositionStatus;
}

export interface ItemFacts {
  readonly id: string;
  readonly type: ItemType;
  readonly quantity: string;
}

/** Whether the customer has to agree. */
export const needsCustomer = (
  kind: DispositionKind,
  facts: { readonly severity: Severity; readonly source: Source; readonly departsFromContract: boolean },
): boolean =>
  DEPARTS.has(kind) &&
  (facts.departsFromContract || facts.source === 'CUSTOMER' || facts.severity === 'CRITICAL');

/** Who has to approve. */
export const requiredApprovals = (kind: DispositionKind, customer: boolean): ApprovalRole[] => [
  'QUALITY',
  ...(DEPARTS.has(kind) ? (['ENGINEERING'] as const) : []),
  ...(customer ? (['CUSTOMER'] as const) : []),
];

const total = (dispositions: readonly DispositionFacts[]): Decimal =>
  dispositions.reduce((sum, { quantity }) => sum.plus(quantity), new Decimal(0));

/** How much of an item no disposition speaks of yet. */
export const undecided = (item: ItemFacts, dispositions: readonly DispositionFacts[]): Decimal =>
  new Decimal(item.quantity).minus(
    total(dispositions.filter(({ itemId, status }) => itemId === item.id && LIVE.has(status))),
  );

export type ProposeDecision =
  | { readonly kind: 'PROPOSE'; readonly quantity: string }
  | { readonly kind: 'NOT_UNDER_REVIEW'; readonly status: NonConformanceStatus }
  | { readonly kind: 'MORE_THAN_AFFECTED'; readonly undecided: string };

/** Whether so much of an item may get a disposition; without a quantity all that has none. */
export function decidePropose(
  status: NonConformanceStatus,
  item: ItemFacts,
  dispositions: readonly DispositionFacts[],
  quantity: string | null,
): ProposeDecision {
  if (status !== 'UNDER_REVIEW') return { kind: 'NOT_UNDER_REVIEW', status };
  const left = undecided(item, dispositions);
  const wanted = quantity === null ? left : new Decimal(quantity);
  if (wanted.gt(left) || wanted.lte(0)) return { kind: 'MORE_THAN_AFFECTED', undecided: left.toFixed() };
  return { kind: 'PROPOSE', quantity: wanted.toFixed() };
}

export interface ApprovalFacts {
  readonly role: ApprovalRole;
  readonly decision: ApprovalDecision;
  readonly decidedById: string;
  readonly decidedByName: string;
}

export interface ApprovalCommand {
  readonly role: ApprovalRole;
  readonly decision: ApprovalDecision;
  readonly by: string;
}

export type ApprovalOutcome =
  /** `status` is what the disposition becomes by it. */
  | { readonly kind: 'DECIDED'; readonly status: DispositionStatus }
  /** The same person said the same already. */
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'NOT_PROPOSED'; readonly status: DispositionStatus }
  | { readonly kind: 'APPROVAL_NOT_REQUIRED'; readonly required: readonly ApprovalRole[] }
  | { readonly kind: 'DECIDED_ALREADY'; readonly by: string }
  /** Who raised it does not approve what becomes of it. */
  | { readonly kind: 'RAISED_BY_APPROVER' }
  /** Quality and engineering are two people. */
  | { readonly kind: 'APPROVED_IN_OTHER_ROLE'; readonly role: ApprovalRole };

/** What somebody's decision comes to. */
export function decideApproval(
  disposition: {
    readonly kind: DispositionKind;
    readonly status: DispositionStatus;
    readonly customerApproval: boolean;
    readonly raisedById: string;
  },
  approvals: readonly ApprovalFacts[],
  { role, decision, by }: ApprovalCommand,
): ApprovalOutcome {
  const before = approvals.find((approval) => approval.role === role);
  if (before?.decidedById === by && before.decision === decision) return { kind: 'UNCHANGED' };
  if (before) return { kind: 'DECIDED_ALREADY', by: before.decidedByName };
  if (disposition.status !== 'PROPOSED') return { kind: 'NOT_PROPOSED', status: disposition.status };
  const required = requiredApprovals(disposition.kind, disposition.customerApproval);
  if (!required.includes(role)) return { kind: 'APPROVAL_NOT_REQUIRED', required };
  // the customer decides; who files that decision needs no distance to the case
  if (role !== 'CUSTOMER') {
    if (by === disposition.raisedById) return { kind: 'RAISED_BY_APPROVER' };
    const other = approvals.find((approval) => approval.role !== 'CUSTOMER' && approval.decidedById === by);
    if (other) return { kind: 'APPROVED_IN_OTHER_ROLE', role: other.role };
  }
  if (decision === 'REJECTED') return { kind: 'DECIDED', status: 'REJECTED' };
  const open = required.filter((one) => one !== role && !approvals.some((approval) => approval.role === one));
  if (open.length > 0) return { kind: 'DECIDED', status: 'PROPOSED' };
  // nothing is left to do with what is used as it is
  return { kind: 'DECIDED', status: disposition.kind === 'USE_AS_IS' ? 'CARRIED_OUT' : 'APPROVED' };
}

/** What may be done with an item while its non-conformance is in a state. */
export function holdOf(
  status: NonConformanceStatus,
  item: ItemFacts,
  dispositions: readonly DispositionFacts[],
): Hold {
  if (status === 'CANCELLED') return 'NONE';
  const own = dispositions.filter(({ itemId }) => itemId === item.id);
  const gone = own.filter(({ kind, status: at }) => at === 'CARRIED_OUT' && LEAVES.has(kind));
  if (item.type === 'SERIAL' && gone.length > 0) return 'GONE';
  // the rest of a lot is free once the bad part of it is gone
  const freed = own.filter(({ status: at }) => at === 'CARRIED_OUT');
  if (total(freed).gte(item.quantity)) return 'NONE';
  const mended = own.some(
    ({ kind, status: at }) => at === 'APPROVED' && (kind === 'REWORK' || kind === 'REPAIR'),
  );
  return mended && item.type !== 'LOT' ? 'WORK_ONLY' : 'BLOCKED';
}

/** What may be done with something that several cases hold. */
export const strictest = (holds: readonly Hold[]): Hold =>
  (['GONE', 'BLOCKED', 'WORK_ONLY'] as const).find((hold) => holds.includes(hold)) ?? 'NONE';

/** Where the dispositions lead the non-conformance by themselves. */
export function progress(
  status: NonConformanceStatus,
  items: readonly ItemFacts[],
  dispositions: readonly DispositionFacts[],
): NonConformanceStatus {
  const covers = (wanted: ReadonlySet<DispositionStatus>) =>
    items.every((item) =>
      total(dispositions.filter((one) => one.itemId === item.id && wanted.has(one.status))).gte(
        item.quantity,
      ),
    );
  let now = status;
  if (now === 'UNDER_REVIEW' && covers(new Set(['APPROVED', 'CARRIED_OUT']))) now = 'DISPOSITIONED';
  if (now === 'DISPOSITIONED' && covers(new Set(['CARRIED_OUT']))) now = 'VERIFICATION';
  return now;
}

/** Whether a disposition falls when its non-conformance is reopened: not where the item is gone. */
export const fallsOnReopen = ({ kind, status }: DispositionFacts): boolean =>
  LIVE.has(status) && !(LEAVES.has(kind) && status === 'CARRIED_OUT');
