import { Decimal, sumDecimals, type Tx } from '@machshop/db';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { ruleViolation, type UserErrorData } from '@machshop/server';
import { type Cost, type CostedRun, costOf, secondsOf } from '../cost-rate/cost.ts';
import { CostRateStore } from '../cost-rate/store.ts';
import type { OperationExecutionRow } from '../operation-execution/tables.ts';
import { MaterialStore } from '../replica/material-store.ts';
import type { WorkOrderOperationRow } from '../work-order-operation/tables.ts';
import { type Actor, addOrderHistory, type Change, changeOf, orderFacts } from './record.ts';
import type { WorkOrderRow } from './tables.ts';

/** The currency of a tenant that set none. */
export const DEFAULT_CURRENCY = 'USD';

/** What an order took: its cost and the work at each operation. */
export interface Actuals {
  readonly cost: Cost;
  readonly currency: string;
  readonly good: string;
  readonly scrap: string;
  readonly rework: string;
  readonly operations: OperationActual[];
}

type OperationActual = ReturnType<typeof operationActual>;

/** Runs with what their rates go by. */
export function costedRuns(
  operations: readonly WorkOrderOperationRow[],
  runs: readonly OperationExecutionRow[],
): CostedRun[] {
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  return runs.map(({ operationId, startedAt, completedAt }) => ({
    workCenterCode: byId.get(operationId)?.workCenterCode ?? '',
    personnelClass: byId.get(operationId)?.personnelClass ?? null,
    startedAt,
    completedAt,
  }));
}

/** Reads rates and material of an order and sums up what it took. */
export async function actualsOf(
  tx: Tx,
  tenantId: string,
  order: WorkOrderRow,
  operations: readonly WorkOrderOperationRow[],
  runs: readonly OperationExecutionRow[],
  scrappedSerials: number,
): Promise<Actuals> {
  const rates = new CostRateStore(tx, tenantId);
  const uses = await new MaterialStore(tx, tenantId).uses([order.id]);
  const costed = costedRuns(operations, runs);
  const byOperation = Map.groupBy(runs, (run) => run.operationId);
  const good = goodOf(order, operations, scrappedSerials);
  return {
    cost: costOf(costed, uses, await rates.all()),
    currency: (await rates.currency()) ?? DEFAULT_CURRENCY,
    good: good.toFixed(),
    scrap: new Decimal(order.quantity).minus(good).toFixed(),
    rework: sumDecimals(operations.map((operation) => operation.rework)),
    operations: operations.map((operation) =>
      operationActual(operation, byOperation.get(operation.id) ?? []),
    ),
  };
}

/** How much came through: serials one by one, a quantity as much as the last operations let through. */
export function goodOf(
  order: Pick<WorkOrderRow, 'quantity' | 'serialTracked'>,
  operations: readonly Pick<WorkOrderOperationRow, 'sequenceGroup' | 'good' | 'skipped'>[],
  scrappedSerials: number,
): Decimal {
  if (order.serialTracked) return new Decimal(order.quantity).minus(scrappedSerials);
  const last = Math.max(...operations.map((operation) => operation.sequenceGroup));
  return operations
    .filter((operation) => operation.sequenceGroup === last)
    .map((operation) => new Decimal(operation.good).plus(operation.skipped))
    .reduce((least, through) => Decimal.min(least, through), new Decimal(order.quantity));
}

function operationActual(operation: WorkOrderOperationRow, runs: readonly OperationExecutionRow[]) {
  const { good, scrap, rework, status } = operation;
  const { first, last } = span(runs);
  return {
    operation: { __typename: 'WorkOrderOperation' as const, id: operation.id },
    operationNumber: operation.number,
    name: operation.name,
    workCenterCode: operation.workCenterCode,
    status: status === 'SKIPPED' ? ('SKIPPED' as const) : ('COMPLETED' as const),
    startedAt: first?.toISOString() ?? null,
    completedAt: last?.toISOString() ?? null,
    laborSeconds: sumDecimals(runs.map(secondsOf)),
    machineSeconds: sumDecimals(runs.filter((run) => run.equipmentId !== null).map(secondsOf)),
    good,
    scrap,
    rework,
    equipmentCodes: distinct(runs.map((run) => run.equipmentCode)),
    // personnel: programs are none
    operatorNames: distinct(runs.map((run) => (run.operatorKind === 'USER' ? run.operatorName : null))),
  };
}

/** When an order really began and ended; refused when it would end before its last run did. */
export function completionDates(
  runs: readonly Pick<OperationExecutionRow, 'startedAt' | 'completedAt'>[],
  at: Date,
): { actualStartAt: Date; actualEndAt: Date } | UserErrorData {
  const { first, last } = span(runs);
  const latest = last ?? first;
  if (latest && at < latest) {
    return ruleViolation(
      'COMPLETED_BEFORE_LAST_RUN',
      `the last run ended at ${latest.toISOString()}, the order cannot end earlier`,
      ['input', 'occurredAt'],
    );
  }
  return { actualStartAt: first ?? at, actualEndAt: at };
}

function span(runs: readonly Pick<OperationExecutionRow, 'startedAt' | 'completedAt'>[]) {
  let first: Date | null = null;
  let last: Date | null = null;
  for (const { startedAt, completedAt } of runs) {
    if (!first || startedAt < first) first = startedAt;
    if (completedAt && (!last || completedAt > last)) last = completedAt;
  }
  return { first, last };
}

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null))].sort();

/** Records that an order is complete, with what it took. */
export async function recordCompleted(
  actor: Actor,
  tx: Tx,
  row: WorkOrderRow,
  change: Change,
  actuals: Actuals,
): Promise<void> {
  if (!row.actualStartAt || !row.actualEndAt) throw new Error(`work order ${row.id} ended without dates`);
  const facts = orderFacts(row);
  const { cost, currency, good, scrap, rework, operations } = actuals;
  await addOrderHistory(actor, tx, 'work-order.completed', row, change);
  await actor.record(tx, workOrderEvents['work-order.completed'], {
    id: row.id,
    siteId: row.siteId,
    occurredAt: change.at,
    data: {
      ...facts,
      startedAt: row.actualStartAt.toISOString(),
      completedAt: row.actualEndAt.toISOString(),
      good,
      scrap,
      rework,
      laborCost: cost.labor,
      materialCost: cost.material,
      overheadCost: cost.overhead,
      currency,
      operations,
      change: changeOf(facts.workOrder, change),
    },
  });
}
