import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { type Context, checkInput, notFound, occurredAtOf, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import type { Actor } from '../actor.ts';
import {
  checkUnit,
  creating,
  exactlyOne,
  idTaken,
  lotKey,
  number,
  occurredAt,
  optionalId,
  quantity,
  reason,
  sameContent,
} from '../inputs.ts';
import { factsOf, lotNames } from '../material-lot/facts.ts';
import { lockLot } from '../material-lot/lookup.ts';
import type { MaterialLotRow } from '../material-lot/tables.ts';
import { allocatable, lotStatus } from '../material-transaction/material-transaction.ts';
import { onQualityHold } from '../quality-hold/quality-hold.ts';
import { checkOrder, orderOf } from '../work-order/lookup.ts';
import { WorkOrderStore } from '../work-order/store.ts';
import type { WorkOrderRow } from '../work-order/tables.ts';
import { remainingOf } from './allocation.ts';
import { AllocationStore } from './store.ts';
import type { AllocationRow } from './tables.ts';

const allocateInput = z
  .object({ id: optionalId, ...lotKey, workOrderNumber: number, quantity, occurredAt })
  .refine((input) => exactlyOne(input.lotId, input.lotNumber), 'give either lotId or lotNumber');
const releaseInput = z.object({ id: z.uuid(), reason: reason.nullish() });

/** Reserves a part of a lot for an order. The same id with the same content again changes nothing. */
export async function allocateMaterial(ctx: Context, raw: unknown): Promise<AllocationRow> {
  const input = checkInput(allocateInput, raw);
  const at = occurredAtOf(ctx, input.occurredAt);
  const order = await orderOf(ctx, input.workOrderNumber, 'TAKE_ALLOCATIONS');
  const { value, unit } = input.quantity;
  return creating(['input', 'id'], () =>
    ctx.write(async (tx) => {
      const locked = (await new WorkOrderStore(tx, ctx.viewer.tenantId).lock(order.id)) ?? order;
      const lot = await lockLot(ctx, tx, input);
      const store = new AllocationStore(tx, ctx.viewer.tenantId);
      const [before] = input.id ? await store.byIds([input.id]) : [];
      if (before) {
        const same = sameContent(before, { lotId: lot.id, workOrderId: order.id, quantity: value });
        if (!same) throw idTaken(['input', 'id']);
        return before;
      }
      checkOrder(locked, 'TAKE_ALLOCATIONS');
      checkUnit(unit, lot.unit, ['input', 'quantity', 'unit']);
      await checkFree(tx, lot, value, at);
      return allocate(ctx, tx, { id: input.id ?? newId(), lot, order, quantity: value, at, reason: null });
    }),
  );
}

/** Only what is in a store, may be used, and is free can be reserved. */
async function checkFree(tx: Tx, lot: MaterialLotRow, wanted: string, at: Date): Promise<void> {
  const path = ['input', 'quantity'];
  const status = lotStatus(lot, at);
  if (status === 'QUARANTINE' || status === 'EXPIRED') {
    const code = status === 'EXPIRED' ? 'LOT_EXPIRED' : 'LOT_IN_QUARANTINE';
    throw new Refused(ruleViolation(code, `lot ${lot.number} is ${status}`, path));
  }
  const facts = await factsOf(tx, lot);
  if (facts.heldBy !== null) {
    throw new Refused(onQualityHold(lot.number, facts.heldBy, path));
  }
  const free = allocatable(facts);
  if (free.greaterThanOrEqualTo(wanted)) return;
  const stores = facts.balances
    .filter(({ kind }) => kind === 'STORE')
    .map(({ locationCode }) => locationCode);
  throw new Refused({
    __typename: 'InsufficientStockError',
    code: 'INSUFFICIENT_STOCK',
    message: `${free.toFixed()} ${lot.unit} of lot ${lot.number} are in stores and free, not ${wanted}`,
    path,
    lotNumber: lot.number,
    locationCode: stores.join(', '),
    requested: { value: wanted, unit: lot.unit },
    available: { value: free.toFixed(), unit: lot.unit },
  });
}

interface NewAllocation {
  readonly id: string;
  /** Locked. */
  readonly lot: MaterialLotRow;
  readonly order: Pick<WorkOrderRow, 'id' | 'number' | 'siteId'>;
  readonly quantity: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** Reserves what is known to be free, and says so. */
export async function allocate(actor: Actor, tx: Tx, wanted: NewAllocation): Promise<AllocationRow> {
  const { id, lot, order, quantity: value, at, reason } = wanted;
  const row = await new AllocationStore(tx, actor.viewer.tenantId).insert({
    id,
    lotId: lot.id,
    workOrderId: order.id,
    quantity: value,
    drawn: '0',
    unit: lot.unit,
    state: 'ACTIVE',
    occurredAt: at,
    recordedAt: actor.now(),
  });
  const entity = { __typename: 'Allocation', id } as const;
  const amount = { value, unit: lot.unit };
  await actor.record(tx, materialEvents['material.allocated'], {
    id,
    siteId: order.siteId,
    occurredAt: at,
    data: {
      allocation: entity,
      workOrder: { __typename: 'WorkOrder', id: order.id },
      workOrderNumber: order.number,
      ...lotNames(lot),
      quantity: amount,
      change: {
        action: 'CREATE',
        entity,
        old: null,
        new: { lotNumber: lot.number, workOrderNumber: order.number, quantity: amount, state: 'ACTIVE' },
        reason,
      },
    },
  });
  return row;
}

/** Gives back what an allocation still reserves. One that reserves nothing any more changes nothing. */
export async function releaseAllocation(ctx: Context, raw: unknown): Promise<AllocationRow> {
  const input = checkInput(releaseInput, raw);
  return ctx.write(async (tx) => {
    const store = new AllocationStore(tx, ctx.viewer.tenantId);
    const [found] = await store.byIds([input.id]);
    const order = found && (await new WorkOrderStore(tx, ctx.viewer.tenantId).byId(found.workOrderId));
    if (!found || !order || !mayUseSite(ctx.viewer, order.siteId)) {
      throw new Refused(notFound(['input', 'id'], 'there is no such allocation'));
    }
    const lot = await lockLot(ctx, tx, { lotId: found.lotId });
    // read again: it may have been drawn on before the lock was ours
    const [row] = await store.byIds([input.id]);
    if (row?.state !== 'ACTIVE') return row ?? found;
    return release(ctx, tx, row, { lot, order, reason: input.reason ?? null });
  });
}

interface Released {
  /** Locked. */
  readonly lot: MaterialLotRow;
  readonly order: Pick<WorkOrderRow, 'id' | 'number' | 'siteId'>;
  readonly reason: string | null;
}

/** Releases an active allocation, and says so. */
export async function release(
  actor: Actor,
  tx: Tx,
  row: AllocationRow,
  { lot, order, reason }: Released,
): Promise<AllocationRow> {
  const saved = await new AllocationStore(tx, actor.viewer.tenantId).update(row.id, { state: 'RELEASED' });
  const entity = { __typename: 'Allocation', id: row.id } as const;
  await actor.record(tx, materialEvents['allocation.released'], {
    id: row.id,
    siteId: order.siteId,
    data: {
      allocation: entity,
      workOrder: { __typename: 'WorkOrder', id: order.id },
      workOrderNumber: order.number,
      siteId: order.siteId,
      ...lotNames(lot),
      quantity: { value: remainingOf(row), unit: row.unit },
      change: { action: 'UPDATE', entity, old: { state: row.state }, new: { state: 'RELEASED' }, reason },
    },
  });
  return saved;
}
