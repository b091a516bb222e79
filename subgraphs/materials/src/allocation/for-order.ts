import { compareDecimals, Decimal, newId, type Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import type { Actor } from '../actor.ts';
import { type Requirement, requirementsOf } from '../definition/definition.ts';
import { DefinitionStore } from '../definition/store.ts';
import { factsOf } from '../material-lot/facts.ts';
import { MaterialLotStore } from '../material-lot/store.ts';
import { allocatable } from '../material-transaction/material-transaction.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { plan } from './allocation.ts';
import { allocate, release } from './commands.ts';
import { AllocationStore } from './store.ts';

/**
 * Reserves for a released order, locked, what its bill asks for, as far as there is any; what stock does not
 * cover is said as a shortage. What expires first is taken first, then what came first. An order that has
 * allocations already gets only what they leave open.
 */
export async function allocateForOrder(actor: Actor, tx: Tx, order: WorkOrderRow, at: Date): Promise<void> {
  const definitions = new DefinitionStore(tx, actor.viewer.tenantId);
  const bill = await definitions.billOf(order.partId, order.revision, at);
  if (!bill) return;
  const reserved = await reservedFor(actor, tx, order.id);
  // by id: two orders lock the lots of one component after another in the same order
  const requirements = requirementsOf(bill.lines, order.quantity).sort((a, b) =>
    a.definition.id < b.definition.id ? -1 : 1,
  );
  for (const requirement of requirements) {
    const has = reserved.get(`${requirement.definition.id} ${requirement.unit}`) ?? '0';
    const open = new Decimal(requirement.quantity).minus(has);
    if (open.greaterThan(0)) await cover(actor, tx, order, requirement, open.toFixed(), at);
  }
}

async function reservedFor(actor: Actor, tx: Tx, orderId: string): Promise<Map<string, string>> {
  const rows = await new AllocationStore(tx, actor.viewer.tenantId).openOfOrder(orderId);
  const lots = await new MaterialLotStore(tx, actor.viewer.tenantId).byIds(rows.map((row) => row.lotId));
  const byId = new Map(lots.map((lot) => [lot.id, lot]));
  const reserved = new Map<string, string>();
  for (const row of rows) {
    const key = `${byId.get(row.lotId)?.definitionId} ${row.unit}`;
    reserved.set(key, new Decimal(reserved.get(key) ?? 0).plus(row.quantity).toFixed());
  }
  return reserved;
}

async function cover(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  requirement: Requirement,
  needed: string,
  at: Date,
): Promise<void> {
  const { definition: ref, unit } = requirement;
  const definition = await new DefinitionStore(tx, actor.viewer.tenantId).byId(ref.id);
  const lots = new MaterialLotStore(tx, actor.viewer.tenantId);
  const usable = definition ? await lots.usable(ref.id, unit, definition.critical, at) : [];
  const locked = new Map((await lots.lockAll(usable)).map((lot) => [lot.id, lot]));
  const offers: { lotId: string; available: string }[] = [];
  for (const lotId of usable) {
    const lot = locked.get(lotId);
    if (lot?.status !== 'AVAILABLE') continue;
    offers.push({ lotId, available: allocatable(await factsOf(tx, lot)).toFixed() });
  }
  const { takes, missing } = plan(offers, needed);
  for (const { lotId, available: quantity } of takes) {
    const lot = locked.get(lotId);
    if (!lot) continue;
    await allocate(actor, tx, { id: newId(), lot, order, quantity, at, reason: 'release of the order' });
  }
  // pieces with numbers of their own are in no lot: enough of them is no shortage
  const pieces = definition?.tracking === 'SERIAL' ? await piecesOf(actor, tx, ref.id) : 0;
  if (compareDecimals(missing, String(pieces)) <= 0) return;
  const available = new Decimal(needed).minus(missing).plus(pieces).toFixed();
  await recordShortage(actor, tx, order, requirement, needed, available);
}

const piecesOf = (actor: Actor, tx: Tx, partId: string): Promise<number> =>
  new SerializedPartStore(tx, actor.viewer).completed(partId);

async function recordShortage(
  actor: Actor,
  tx: Tx,
  order: WorkOrderRow,
  { definition, number, unit }: Requirement,
  needed: string,
  available: string,
): Promise<void> {
  const workOrder = { __typename: 'WorkOrder', id: order.id } as const;
  await actor.record(tx, materialEvents['material.shortage'], {
    id: order.id,
    siteId: order.siteId,
    data: {
      definition: definition as { __typename: 'Part'; id: string } | { __typename: 'Material'; id: string },
      definitionNumber: number,
      workOrder,
      workOrderNumber: order.number,
      required: { value: needed, unit },
      available: { value: available, unit },
      change: {
        action: 'ACCESS',
        entity: workOrder,
        old: null,
        new: { shortage: number, required: needed, available, unit },
        reason: 'release of the order',
      },
    },
  });
}

/** Gives back what an order that is over still has reserved; the order is locked. */
export async function releaseForOrder(actor: Actor, tx: Tx, orderId: string, reason: string): Promise<void> {
  const store = new AllocationStore(tx, actor.viewer.tenantId);
  const open = await store.openOfOrder(orderId);
  if (open.length === 0) return;
  const order = await new WorkOrderStore(tx, actor.viewer.tenantId).byId(orderId);
  const lotIds = [...new Set(open.map((row) => row.lotId))];
  const locked = await new MaterialLotStore(tx, actor.viewer.tenantId).lockAll(lotIds);
  const lots = new Map(locked.map((lot) => [lot.id, lot]));
  for (const row of await store.openOfOrder(orderId)) {
    const lot = lots.get(row.lotId);
    // one that was reserved meanwhile is of no order that is over: the order is locked
    if (lot && order) await release(actor, tx, row, { lot, order, reason });
  }
}
