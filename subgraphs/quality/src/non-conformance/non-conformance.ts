import { Decimal } from '@machshop/db';

/** What state a non-conformance is in. */
export type NonConformanceStatus =
  | 'OPEN'
  | 'CONTAINED'
  | 'UNDER_REVIEW'
  | 'DISPOSITIONED'
  | 'VERIFICATION'
  | 'CLOSED'
  | 'CANCELLED';
export type Severity = 'MINOR' | 'MAJOR' | 'CRITICAL';
export type Source = 'IN_PROCESS' | 'FINAL' | 'RECEIVING' | 'CUSTOMER' | 'AUDIT';
export type ItemType = 'SERIAL' | 'LOT' | 'ORDER';

/** What moves it on: people contain, review, close, reopen and cancel it; the rest follows from its dispositions. */
export type NonConformanceAction =
  | 'CONTAIN'
  | 'REVIEW'
  | 'DISPOSITION'
  | 'VERIFY'
  | 'CLOSE'
  | 'REOPEN'
  | 'CANCEL';

interface Rule {
  readonly from: readonly NonConformanceStatus[];
  readonly to: NonConformanceStatus;
}

/** From where each action leads to where. */
export const TRANSITIONS: Readonly<Record<NonConformanceAction, Rule>> = {
  CONTAIN: { from: ['OPEN'], to: 'CONTAINED' },
  REVIEW: { from: ['OPEN', 'CONTAINED'], to: 'UNDER_REVIEW' },
  DISPOSITION: { from: ['UNDER_REVIEW'], to: 'DISPOSITIONED' },
  VERIFY: { from: ['DISPOSITIONED'], to: 'VERIFICATION' },
  CLOSE: { from: ['VERIFICATION'], to: 'CLOSED' },
  REOPEN: { from: ['CLOSED'], to: 'UNDER_REVIEW' },
  CANCEL: { from: ['OPEN', 'CONTAINED', 'UNDER_REVIEW'], to: 'CANCELLED' },
};

/** In one of these nothing about it changes any more. */
export const OVER: ReadonlySet<NonConformanceStatus> = new Set(['CLOSED', 'CANCELLED']);
/** What is affected may grow until it is decided what becomes of it. */
export const GROWING: ReadonlySet<NonConformanceStatus> = new Set(['OPEN', 'CONTAINED', 'UNDER_REVIEW']);

export type TransitionDecision =
  | {
      readonly kind: 'CHANGED';
      readonly from: NonConformanceStatus;
      readonly to: NonConformanceStatus;
    }
  /** It is there already: the request came twice. */
  | { readonly kind: 'UNCHANGED' }
  | {
      readonly kind: 'ILLEGAL_TRANSITION';
      readonly from: NonConformanceStatus;
      readonly to: NonConformanceStatus;
    }
  /** Only what is MINOR goes before the board without containment. */
  | { readonly kind: 'CONTAINMENT_MISSING' };

/** Where an action leads a non-conformance. */
export function transition(
  { status, severity }: { readonly status: NonConformanceStatus; readonly severity: Severity },
  action: NonConformanceAction,
): TransitionDecision {
  const { from, to } = TRANSITIONS[action];
  if (status === to) return { kind: 'UNCHANGED' };
  if (!from.includes(status)) return { kind: 'ILLEGAL_TRANSITION', from: status, to };
  if (action === 'REVIEW' && status === 'OPEN' && severity !== 'MINOR')
    return { kind: 'CONTAINMENT_MISSING' };
  return { kind: 'CHANGED', from: status, to };
}

/** A characteristic as it was measured. */
export interface Measurement {
  readonly actual: string;
  readonly lowerLimit: string | null;
  readonly upperLimit: string | null;
}

/** Whether a measured value lies within its limits; null when there are none. */
export function conforms({ actual, lowerLimit, upperLimit }: Measurement): boolean | null {
  if (lowerLimit === null && upperLimit === null) return null;
  const value = new Decimal(actual);
  return (lowerLimit === null || value.gte(lowerLimit)) && (upperLimit === null || value.lte(upperLimit));
}

/** How far a measured value lies outside its limits; zero within them or without any. */
export function deviation({ actual, lowerLimit, upperLimit }: Measurement): string {
  const value = new Decimal(actual);
  if (upperLimit !== null && value.gt(upperLimit)) return value.minus(upperLimit).toFixed();
  if (lowerLimit !== null && value.lt(lowerLimit)) return value.minus(lowerLimit).toFixed();
  return '0';
}

/** `NCR-FORT-WORTH-2026-0042` */
export const formatNumber = (siteCode: string, year: number, sequence: number): string =>
  `NCR-${siteCode}-${year}-${String(sequence).padStart(4, '0')}`;
