import { mayUseSite } from '@machshop/auth';
import { type Context, notFound, Refused, ruleViolation } from '@machshop/server';
import { settled } from '../inputs.ts';
import { WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';
import { takesAllocations, takesMaterial, type WorkOrderStatus } from './work-order.ts';

/** What the order must be able to do. */
export type Purpose = 'TAKE_MATERIAL' | 'TAKE_ALLOCATIONS' | 'ANY';

const suits = (status: WorkOrderStatus, purpose: Purpose): boolean => {
  if (purpose === 'TAKE_MATERIAL') return takesMaterial(status);
  return purpose === 'TAKE_ALLOCATIONS' ? takesAllocations(status) : true;
};

/**
 * The order of the number, once the news of it has arrived here.
 * @throws Refused NOT_FOUND
 */
export async function orderOf(
  ctx: Context,
  number: string,
  purpose: Purpose,
  path: readonly string[] = ['input', 'workOrderNumber'],
): Promise<WorkOrderRow> {
  const order = await settled(
    () => ctx.read((tx) => new WorkOrderStore(tx, ctx.viewer.tenantId).byNumber(number)),
    // one that is not released yet may have been, a moment ago
    (seen) => seen !== null && (suits(seen.status, purpose) || seen.status !== 'CREATED'),
  );
  if (!order || !mayUseSite(ctx.viewer, order.siteId)) {
    throw new Refused(notFound(path, `there is no work order ${number}`));
  }
  return order;
}

/**
 * Refuses an order in whose state nothing is given to it. Ask after looking whether the very request was
 * answered before: a repeated one finds the order further on.
 * @throws Refused ORDER_NOT_OPEN
 */
export function checkOrder(
  order: WorkOrderRow,
  purpose: Purpose,
  path: readonly string[] = ['input', 'workOrderNumber'],
): void {
  if (suits(order.status, purpose)) return;
  throw new Refused(ruleViolation('ORDER_NOT_OPEN', `work order ${order.number} is ${order.status}`, path));
}
