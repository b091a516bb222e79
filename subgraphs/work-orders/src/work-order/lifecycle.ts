import type { Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  occurredAtOf,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { inspectionsNotPassed } from '../operation-execution/completion.ts';
import { ExecutionStore } from '../operation-execution/store.ts';
import { checkOrderHold, onQualityHold } from '../quality-hold/quality-hold.ts';
import { QualityHoldStore } from '../quality-hold/store.ts';
import { ReplicaStore } from '../replica/store.ts';
import { OperationStore } from '../work-order-operation/store.ts';
import { isClosed } from '../work-order-operation/work-order-operation.ts';
import { actualsOf, completionDates, recordCompleted } from './actuals.ts';
import { lockVisible } from './commands.ts';
import { findRouting, insertOperations, routingColumns } from './create.ts';
import { type Change, recordHeld, recordOrder } from './record.ts';
import { type WorkOrderChanges, WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';
import { transition, type WorkOrderAction } from './work-order.ts';

const base = { id: z.uuid(), occurredAt: z.date().nullish() };
const reason = z.string().trim().min(1).max(2_000);
const plainInput = z.object({ ...base, reason: reason.nullish() });
const reasonedInput = z.object({ ...base, reason });

interface Step {
  readonly tx: Tx;
  readonly before: WorkOrderRow;
  readonly change: Change;
  /** Saves the new state with these changes beside it. */
  save(more?: WorkOrderChanges): Promise<WorkOrderRow>;
}

/** Lets the floor begin. An order without operations takes the part's routing as it is now. */
export const releaseWorkOrder = (ctx: Context, raw: unknown): Promise<WorkOrderRow> =>
  act(ctx, checkInput(plainInput, raw), 'RELEASE', async ({ tx, before, change, save }) => {
    const { tenantId } = ctx.viewer;
    const operations = await new OperationStore(tx, tenantId).byWorkOrders([before.id]);
    let taken: WorkOrderChanges = {};
    if (operations.length === 0) {
      const routing = await findRouting(new ReplicaStore(tx, tenantId), before.partRevisionId, null);
      if (!routing || 'code' in routing || routing.operations.length === 0) {
        const part = `${before.partNumber} revision ${before.revision}`;
        throw new Refused(ruleViolation('ROUTING_MISSING', `${part} has no published routing`));
      }
      await insertOperations(ctx, tx, before, routing);
      taken = routingColumns(routing);
    }
    const row = await save({ ...taken, releasedAt: change.at });
    await recordOrder(ctx, tx, 'work-order.released', row, change);
    return row;
  });

/** Nothing new starts on the order until it is resumed. */
export const holdWorkOrder = (ctx: Context, raw: unknown): Promise<WorkOrderRow> => {
  const input = checkInput(reasonedInput, raw);
  return act(ctx, input, 'HOLD', async ({ tx, change, save }) => {
    const row = await save();
    await recordHeld(ctx, tx, row, { ...change, reason: input.reason });
    return row;
  });
};

/** Puts a held order back to where it was. */
export const resumeWorkOrder = (ctx: Context, raw: unknown): Promise<WorkOrderRow> =>
  act(ctx, checkInput(plainInput, raw), 'RESUME', async ({ tx, change, save }) => {
    const row = await save();
    await recordOrder(ctx, tx, 'work-order.resumed', row, change);
    return row;
  });

/** Gives an order up that nothing was done for. */
export const cancelWorkOrder = (ctx: Context, raw: unknown): Promise<WorkOrderRow> =>
  act(ctx, checkInput(reasonedInput, raw), 'CANCEL', async ({ tx, change, save }) => {
    const row = await save();
    await recordOrder(ctx, tx, 'work-order.cancelled', row, change);
    return row;
  });

/** Closes a completed order: it is history. */
export const closeWorkOrder = (ctx: Context, raw: unknown): Promise<WorkOrderRow> =>
  act(ctx, checkInput(plainInput, raw), 'CLOSE', async ({ tx, change, save }) => {
    const row = await save();
    await recordOrder(ctx, tx, 'work-order.closed', row, change);
    return row;
  });

/** Completes an order whose operations are all through and whose inspections passed; says what it took. */
export const completeWorkOrder = (ctx: Context, raw: unknown): Promise<WorkOrderRow> =>
  act(ctx, checkInput(plainInput, raw), 'COMPLETE', async ({ tx, before, change, save }) => {
    const { tenantId } = ctx.viewer;
    const operations = new OperationStore(tx, tenantId);
    const rows = await operations.byWorkOrders([before.id]);
    const open = rows.filter((operation) => !isClosed(operation.status));
    if (open.length > 0) {
      const operationNumbers = open.map((operation) => operation.number);
      throw new Refused({
        __typename: 'OperationsIncompleteError',
        code: 'OPERATIONS_INCOMPLETE',
        message: `operation ${operationNumbers.join(', ')} is not complete`,
        path: [],
        operationNumbers,
      });
    }
    const scrapped = new Set(await operations.scrappedSerials(before.id));
    const inspections = await new ReplicaStore(tx, tenantId).notPassed(before.id);
    // what was scrapped need not pass
    const blocked = inspectionsNotPassed(
      inspections.filter(({ serialNumber }) => serialNumber === null || !scrapped.has(serialNumber)),
    );
    if (blocked) throw new Refused(blocked);
    const held = await new QualityHoldStore(tx, tenantId).undecided(before.id, [...scrapped]);
    if (held) throw new Refused(onQualityHold(held.number, held));
    const runs = await new ExecutionStore(tx, tenantId).byWorkOrder(before.id);
    const dates = completionDates(runs, change.at);
    if ('code' in dates) throw new Refused(dates);
    const row = await save(dates);
    await recordCompleted(
      ctx,
      tx,
      row,
      change,
      await actualsOf(tx, tenantId, row, rows, runs, scrapped.size),
    );
    return row;
  });

/** Locks an order, decides where the action leads it, and lets `work` save and record it. */
async function act(
  ctx: Context,
  input: z.output<typeof plainInput>,
  action: WorkOrderAction,
  work: (step: Step) => Promise<WorkOrderRow>,
): Promise<WorkOrderRow> {
  const at = occurredAtOf(ctx, input.occurredAt);
  return ctx.write(async (tx) => {
    const before = await lockVisible(ctx, tx, input.id);
    const decision = transition(before, action);
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'ILLEGAL_TRANSITION') {
      throw new Refused(illegalTransition(`work order ${before.number}`, decision.from, decision.to));
    }
    if (action === 'RELEASE' || action === 'RESUME') await checkOrderHold(tx, before);
    const store = new WorkOrderStore(tx, ctx.viewer.tenantId);
    return work({
      tx,
      before,
      change: {
        old: { status: decision.from },
        new: { status: decision.to },
        reason: input.reason ?? null,
        at,
      },
      save: (more) => store.update(before.id, { ...more, status: decision.to, heldFrom: decision.heldFrom }),
    });
  });
}
