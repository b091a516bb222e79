import { Decimal } from '@machshop/db';

export type AllocationState = 'ACTIVE' | 'CONSUMED' | 'RELEASED';

/** An allocation that still reserves something. */
export interface OpenAllocation {
  readonly id: string;
  readonly workOrderId: string;
  readonly quantity: string;
  readonly drawn: string;
}

/** What it still reserves. */
export const remainingOf = ({
  quantity,
  drawn,
  state,
}: {
  quantity: string;
  drawn: string;
  state: AllocationState;
}) => (state === 'ACTIVE' ? new Decimal(quantity).minus(drawn).toFixed() : '0');

/** What allocations of an order, and of all other orders, still reserve. */
export function openFor(
  allocations: readonly OpenAllocation[],
  workOrderId: string | null,
): { own: Decimal; others: Decimal } {
  let own = new Decimal(0);
  let others = new Decimal(0);
  for (const { workOrderId: owner, quantity, drawn } of allocations) {
    const open = new Decimal(quantity).minus(drawn);
    if (owner === workOrderId) own = own.plus(open);
    else others = others.plus(open);
  }
  return { own, others };
}

/** A drawing on one allocation. */
export interface Draw {
  readonly id: string;
  readonly drawn: string;
  readonly state: AllocationState;
}

/** Draws a quantity on the order's allocations, oldest first; what they do not cover is free stock. */
export function draw(
  allocations: readonly OpenAllocation[],
  workOrderId: string | null,
  quantity: Decimal,
): Draw[] {
  const draws: Draw[] = [];
  let left = quantity;
  for (const { id, workOrderId: owner, quantity: all, drawn } of allocations) {
    if (owner !== workOrderId || !left.greaterThan(0)) continue;
    const taken = Decimal.min(left, new Decimal(all).minus(drawn));
    left = left.minus(taken);
    const now = taken.plus(drawn);
    draws.push({ id, drawn: now.toFixed(), state: now.equals(all) ? 'CONSUMED' : 'ACTIVE' });
  }
  return draws;
}

/** A lot that an order could be given. */
export interface Offer {
  readonly lotId: string;
  readonly available: string;
}

/** Takes what is needed from the lots in their order. */
export function plan(offers: readonly Offer[], needed: string): { takes: Offer[]; missing: string } {
  const takes: Offer[] = [];
  let left = new Decimal(needed);
  for (const { lotId, available } of offers) {
    const taken = Decimal.min(left, available);
    if (!taken.greaterThan(0)) continue;
    takes.push({ lotId, available: taken.toFixed() });
    left = left.minus(taken);
  }
  return { takes, missing: left.toFixed() };
}
