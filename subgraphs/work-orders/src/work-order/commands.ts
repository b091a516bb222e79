import { mayUseSite } from '@machshop/auth';
import { constraintOf, Decimal, type Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  Refused,
  ruleViolation,
  type UserErrorData,
} from '@machshop/server';
import { z } from 'zod';
import { ReplicaStore } from '../replica/store.ts';
import { OperationStore } from '../work-order-operation/store.ts';
import {
  checkQuantity,
  type Draft,
  described,
  findRouting,
  insertOperations,
  insertOrder,
  requestHash,
  resolveDraft,
  routingColumns,
} from './create.ts';
import { recordOrder } from './record.ts';
import { type WorkOrderChanges, WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';
import { OVER } from './work-order.ts';

const text = z.string().trim().min(1).max(200);
const quantity = z.object({ value: z.string(), unit: z.string().trim().min(1).max(12) });
const planning = {
  description: z.string().trim().min(1).max(2_000).nullish(),
  priority: z.int().min(1).max(100).nullish(),
  dueAt: z.date().nullish(),
  plannedStartAt: z.date().nullish(),
  plannedEndAt: z.date().nullish(),
  routingNumber: text.nullish(),
};
const createInput = z.object({
  id: z.uuid().nullish(),
  number: text.max(60).nullish(),
  partNumber: text,
  revision: text.nullish(),
  quantity,
  siteId: z.uuid().nullish(),
  ...planning,
});
const changeInput = z.object({
  id: z.uuid(),
  quantity: quantity.nullish(),
  reason: z.string().trim().min(1).max(2_000).nullish(),
  ...planning,
});

/** What an order's priority is when nobody says. */
export const DEFAULT_PRIORITY = 50;

/** Makes an order. The same id with the same content again changes nothing. */
export async function createWorkOrder(ctx: Context, raw: unknown): Promise<WorkOrderRow> {
  const input = checkInput(createInput, raw);
  checkPlan(input.plannedStartAt ?? null, input.plannedEndAt ?? null);
  const draft = draftOf(input);
  try {
    return await ctx.write(async (tx) => {
      const store = new WorkOrderStore(tx, ctx.viewer.tenantId);
      const [same] = draft.id ? await store.byIds([draft.id]) : [];
      if (same && mayUseSite(ctx.viewer, same.siteId) && same.requestHash === requestHash(draft)) return same;
      if (same) throw new Refused(idTaken);
      const resolved = await resolveDraft(ctx, tx, draft);
      if ('code' in resolved) throw new Refused(resolved);
      return insertOrder(ctx, tx, resolved);
    });
  } catch (error) {
    const constraint = constraintOf(error);
    if (constraint !== 'work_orders_pkey' && constraint !== 'work_orders_number_key') throw error;
    // the same request twice at once: the other one made it
    const { id, number } = draft;
    const [same] = id ? await ctx.read((tx) => new WorkOrderStore(tx, ctx.viewer.tenantId).byIds([id])) : [];
    if (same?.requestHash === requestHash(draft)) return same;
    if (constraint === 'work_orders_pkey' || same) throw new Refused(idTaken);
    throw new Refused(
      invalidInput(['input', 'number'], 'NUMBER_TAKEN', `there is a work order ${number} already`),
    );
  }
}

const idTaken = invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another work order');

const draftOf = (input: z.output<typeof createInput>): Draft => ({
  id: input.id ?? null,
  number: input.number ?? null,
  description: input.description ?? null,
  partNumber: input.partNumber,
  revision: input.revision ?? null,
  quantity: { value: new Decimal(input.quantity.value).toFixed(), unit: input.quantity.unit },
  priority: input.priority ?? DEFAULT_PRIORITY,
  dueAt: input.dueAt ?? null,
  plannedStartAt: input.plannedStartAt ?? null,
  plannedEndAt: input.plannedEndAt ?? null,
  siteId: input.siteId ?? null,
  routingNumber: input.routingNumber ?? null,
  source: null,
});

/** Changes an order; a field left out stays. */
export async function changeWorkOrder(ctx: Context, raw: unknown): Promise<WorkOrderRow> {
  const input = checkInput(changeInput, raw);
  return ctx.write(async (tx) => {
    const before = await lockVisible(ctx, tx, input.id);
    if (OVER.has(before.status)) {
      throw new Refused(illegalTransition(`work order ${before.number}`, before.status, before.status));
    }
    const changes = await wantedChanges(ctx, tx, before, input);
    if (Object.keys(changes).length === 0) return before;
    const row = await new WorkOrderStore(tx, ctx.viewer.tenantId).update(before.id, changes);
    checkPlan(row.plannedStartAt, row.plannedEndAt);
    const [old, now] = [described(before), described(row)];
    const changed = (Object.keys(old) as (keyof typeof old)[]).filter((key) => old[key] !== now[key]);
    await recordOrder(ctx, tx, 'work-order.changed', row, {
      old: Object.fromEntries(changed.map((key) => [key, old[key]])),
      new: Object.fromEntries(changed.map((key) => [key, now[key]])),
      reason: input.reason ?? null,
      at: ctx.now(),
    });
    return row;
  });
}

async function wantedChanges(
  ctx: Context,
  tx: Tx,
  before: WorkOrderRow,
  input: z.output<typeof changeInput>,
): Promise<WorkOrderChanges> {
  const changes: WorkOrderChanges = {};
  if (input.description && input.description !== before.description) changes.description = input.description;
  if (input.priority && input.priority !== before.priority) changes.priority = input.priority;
  for (const key of ['dueAt', 'plannedStartAt', 'plannedEndAt'] as const) {
    const given = input[key];
    if (given && given.getTime() !== before[key]?.getTime()) changes[key] = given;
  }
  const operations = new OperationStore(tx, ctx.viewer.tenantId);
  if (input.quantity && !new Decimal(input.quantity.value).eq(before.quantity)) {
    if (before.status !== 'CREATED') throw new Refused(afterRelease('quantity'));
    const tracking = before.serialTracked ? 'SERIAL' : 'NONE';
    const fault = checkQuantity(input.quantity, { number: before.partNumber, unit: before.unit, tracking });
    if (fault) throw new Refused(fault);
    changes.quantity = new Decimal(input.quantity.value).toFixed();
    await operations.setQuantity(before.id, changes.quantity);
  }
  if (input.routingNumber) {
    const replicas = new ReplicaStore(tx, ctx.viewer.tenantId);
    const routing = await findRouting(replicas, before.partRevisionId, input.routingNumber);
    if (!routing || 'code' in routing) throw new Refused(routing as UserErrorData);
    if (routing.id === before.routingId) return changes;
    if (before.status !== 'CREATED') throw new Refused(afterRelease('routingNumber'));
    Object.assign(changes, routingColumns(routing));
    await operations.removeAll(before.id);
    const quantity = changes.quantity ?? before.quantity;
    await insertOperations(ctx, tx, { ...before, quantity }, routing);
  }
  return changes;
}

const afterRelease = (field: string): UserErrorData =>
  ruleViolation('RELEASED_ALREADY', `${field} cannot change after the release`, ['input', field]);

function checkPlan(start: Date | null, end: Date | null): void {
  if (start && end && end < start) {
    throw new Refused(
      invalidInput(['input', 'plannedEndAt'], 'END_BEFORE_START', 'the planned end is before the start'),
    );
  }
}

/** Locks an order that the viewer may see. */
export async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<WorkOrderRow> {
  const row = await new WorkOrderStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row || !mayUseSite(ctx.viewer, row.siteId))
    throw new Refused(notFound(['input', 'id'], 'no such work order'));
  return row;
}
