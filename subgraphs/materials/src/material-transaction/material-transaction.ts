import { Decimal } from '@machshop/db';
import { type Draw, draw, type OpenAllocation, openFor } from '../allocation/allocation.ts';
import type { HeldBy } from '../quality-hold/quality-hold.ts';

export type LocationKind = 'STORE' | 'FLOOR' | 'QUARANTINE' | 'SCRAP';
export type TransactionKind =
  | 'RECEIPT'
  | 'ISSUE'
  | 'RETURN'
  | 'SCRAP'
  | 'TRANSFER'
  | 'ADJUSTMENT'
  | 'CONSUMPTION'
  | 'PRODUCTION';
/** What is stored; EXPIRED follows from the lot's `expiresAt`. */
export type StoredLotStatus = 'AVAILABLE' | 'QUARANTINE' | 'EXHAUSTED';
export type LotStatus = StoredLotStatus | 'EXPIRED';

/** A lot's status at a time. */
export const lotStatus = (lot: { status: StoredLotStatus; expiresAt: Date | null }, at: Date): LotStatus =>
  lot.status === 'AVAILABLE' && lot.expiresAt !== null && lot.expiresAt <= at ? 'EXPIRED' : lot.status;

/** What a lot has at a location. */
export interface Balance {
  readonly locationId: string;
  readonly kind: LocationKind;
  readonly quantity: string;
}

/** What must be known of a lot, under its lock, to decide a movement. */
export interface LotFacts {
  readonly status: StoredLotStatus;
  readonly expiresAt: Date | null;
  readonly critical: boolean;
  readonly certified: boolean;
  /** The non-conformance because of which quality holds it; null for none. */
  readonly heldBy: HeldBy | null;
  readonly balances: readonly Balance[];
  /** Oldest first. */
  readonly allocations: readonly OpenAllocation[];
}

export interface Place {
  readonly id: string;
  readonly kind: LocationKind;
}

/** A movement that is asked for. */
export interface Movement {
  readonly kind: TransactionKind;
  /** Signed: what the balance at `location` shall change by. */
  readonly quantity: string;
  readonly location: Place;
  readonly toLocation: Place | null;
  readonly workOrderId: string | null;
  readonly at: Date;
}

export type MovementDecision =
  | {
      readonly kind: 'POST';
      readonly balances: readonly { readonly locationId: string; readonly quantity: string }[];
      readonly draws: readonly Draw[];
      readonly status: StoredLotStatus;
    }
  | { readonly kind: 'LOT_IN_QUARANTINE' | 'LOT_EXPIRED' | 'CERTIFICATE_MISSING' }
  | { readonly kind: 'ON_QUALITY_HOLD'; readonly heldBy: HeldBy }
  | {
      readonly kind: 'LOCATION_UNSUITABLE';
      readonly which: 'FROM' | 'TO';
      readonly needed: readonly LocationKind[];
    }
  /** The location holds less. */
  | { readonly kind: 'INSUFFICIENT_STOCK'; readonly available: string }
  /** The stores would hold less than is allocated to others. */
  | { readonly kind: 'ALLOCATED_ELSEWHERE'; readonly available: string };

const ANY: readonly LocationKind[] = ['STORE', 'FLOOR', 'QUARANTINE', 'SCRAP'];
const USABLE: readonly LocationKind[] = ['STORE', 'FLOOR'];

/** Between which kinds of locations each kind of movement goes. */
const ROUTES: Readonly<
  Record<TransactionKind, { from: readonly LocationKind[]; to: readonly LocationKind[] }>
> = {
  RECEIPT: { from: ['STORE', 'FLOOR', 'QUARANTINE'], to: [] },
  PRODUCTION: { from: ['STORE', 'FLOOR', 'QUARANTINE'], to: [] },
  ISSUE: { from: ['STORE'], to: ['FLOOR'] },
  RETURN: { from: ['FLOOR'], to: ['STORE', 'QUARANTINE'] },
  TRANSFER: { from: ANY, to: ANY },
  SCRAP: { from: ANY, to: [] },
  ADJUSTMENT: { from: ANY, to: [] },
  CONSUMPTION: { from: USABLE, to: [] },
};

/** Movements that give material to work: only of a lot that may be used. */
const TO_WORK: ReadonlySet<TransactionKind> = new Set(['ISSUE', 'CONSUMPTION']);

/** Decides a movement of one lot; the caller holds the lot's lock. */
export function decideMovement(lot: LotFacts, movement: Movement): MovementDecision {
  const refusal = usable(lot, movement) ?? unsuitable(movement);
  if (refusal) return refusal;
  const held = new Map(lot.balances.map(({ locationId, quantity }) => [locationId, new Decimal(quantity)]));
  const change = new Decimal(movement.quantity);
  const before = held.get(movement.location.id) ?? new Decimal(0);
  const after = before.plus(change);
  if (after.lessThan(0)) return { kind: 'INSUFFICIENT_STOCK', available: before.toFixed() };
  const draws: Draw[] = [];
  if (leavesStore(movement)) {
    const taken = change.negated();
    const { own, others } = openFor(lot.allocations, movement.workOrderId);
    const mayDraw = TO_WORK.has(movement.kind);
    const available = stored(lot.balances)
      .minus(others)
      .minus(mayDraw ? 0 : own);
    if (taken.greaterThan(available)) {
      return { kind: 'ALLOCATED_ELSEWHERE', available: Decimal.min(before, available).toFixed() };
    }
    if (mayDraw) draws.push(...draw(lot.allocations, movement.workOrderId, taken));
  }
  const balances = [{ locationId: movement.location.id, quantity: after.toFixed() }];
  if (movement.toLocation) {
    const there = held.get(movement.toLocation.id) ?? new Decimal(0);
    balances.push({ locationId: movement.toLocation.id, quantity: there.minus(change).toFixed() });
  }
  for (const { locationId, quantity } of balances) held.set(locationId, new Decimal(quantity));
  return { kind: 'POST', balances, draws, status: statusAfter(lot.status, held.values()) };
}

/** How much of the lot could still be allocated: in its stores, beyond what is allocated; nothing of what is held. */
export function allocatable(lot: LotFacts): Decimal {
  if (lot.heldBy !== null) return new Decimal(0);
  const { others } = openFor(lot.allocations, null);
  return stored(lot.balances).minus(others);
}

function usable(lot: LotFacts, { kind, at }: Movement): MovementDecision | null {
  if (!TO_WORK.has(kind)) return null;
  if (lot.status === 'QUARANTINE') return { kind: 'LOT_IN_QUARANTINE' };
  if (lot.heldBy !== null) return { kind: 'ON_QUALITY_HOLD', heldBy: lot.heldBy };
  if (lot.expiresAt && lot.expiresAt <= at) return { kind: 'LOT_EXPIRED' };
  return lot.critical && !lot.certified ? { kind: 'CERTIFICATE_MISSING' } : null;
}

function unsuitable({ kind, location, toLocation }: Movement): MovementDecision | null {
  const { from, to } = ROUTES[kind];
  if (!from.includes(location.kind)) return { kind: 'LOCATION_UNSUITABLE', which: 'FROM', needed: from };
  if (toLocation && !to.includes(toLocation.kind))
    return { kind: 'LOCATION_UNSUITABLE', which: 'TO', needed: to };
  return null;
}

const leavesStore = ({ location, toLocation, quantity }: Movement): boolean =>
  location.kind === 'STORE' && toLocation?.kind !== 'STORE' && quantity.startsWith('-');

const stored = (balances: readonly Balance[]): Decimal =>
  balances.reduce((sum, { kind, quantity }) => (kind === 'STORE' ? sum.plus(quantity) : sum), new Decimal(0));

function statusAfter(status: StoredLotStatus, held: Iterable<Decimal>): StoredLotStatus {
  if (status === 'QUARANTINE') return status;
  return [...held].some((quantity) => quantity.greaterThan(0)) ? 'AVAILABLE' : 'EXHAUSTED';
}
