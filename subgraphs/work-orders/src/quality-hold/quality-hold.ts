import type { Tx } from '@machshop/db';
import { Refused, type UserErrorData } from '@machshop/server';
import { type Actor, recordHeld, recordOrder } from '../work-order/record.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { transition } from '../work-order/work-order.ts';
import { QualityHoldStore } from './store.ts';

/** Because of which non-conformance something is held. */
export interface HeldBy {
  readonly nonConformanceId: string;
  readonly nonConformanceNumber: string;
}

/** The refusal of something that quality holds. */
export const onQualityHold = (
  held: string,
  { nonConformanceId: id, nonConformanceNumber }: HeldBy,
  path: readonly string[] = [],
): UserErrorData => ({
  __typename: 'OnQualityHoldError',
  code: 'ON_QUALITY_HOLD',
  message: `${held} is held by ${nonConformanceNumber}`,
  path,
  held,
  nonConformanceNumber,
  nonConformance: { __typename: 'NonConformance', id },
});

/**
 * Refuses an order that quality holds.
 * @throws Refused ON_QUALITY_HOLD
 */
export async function checkOrderHold(tx: Tx, order: WorkOrderRow): Promise<void> {
  const holds = await new QualityHoldStore(tx, order.tenantId).ofOrder(order.id);
  const held = holds.find(({ hold }) => hold === 'BLOCKED');
  if (held) throw new Refused(onQualityHold(order.number, held));
}

/**
 * Holds an order that a non-conformance blocks, where it can be held, and resumes one that stood still for nothing
 * else. What a person held stays held.
 */
export async function followHolds(actor: Actor, tx: Tx, workOrderId: string): Promise<void> {
  const { tenantId } = actor.viewer;
  const orders = new WorkOrderStore(tx, tenantId);
  const order = await orders.lock(workOrderId);
  if (!order) return;
  const holds = new QualityHoldStore(tx, tenantId);
  const rows = await holds.ofOrder(workOrderId);
  const blocking = rows.find(({ hold }) => hold === 'BLOCKED');
  const ours = rows.some(({ heldOrder }) => heldOrder);
  const action = blocking ? 'HOLD' : 'RESUME';
  if (action === 'RESUME' && !ours) return;
  const decision = transition(order, action);
  if (decision.kind === 'CHANGED') {
    const saved = await orders.update(order.id, { status: decision.to, heldFrom: decision.heldFrom });
    const change = {
      old: { status: decision.from },
      new: { status: decision.to },
      reason: blocking ? `held by ${blocking.nonConformanceNumber}` : 'no non-conformance holds it any more',
      at: actor.now(),
    };
    if (blocking) await recordHeld(actor, tx, saved, change);
    else await recordOrder(actor, tx, 'work-order.resumed', saved, change);
    await holds.setHeldOrder(order.id, blocking !== undefined);
  }
}
