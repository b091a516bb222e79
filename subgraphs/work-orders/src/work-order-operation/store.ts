import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { StartStep } from '../operation-execution/operation-execution.ts';
import { type WorkOrderRow, workOrders } from '../work-order/tables.ts';
import {
  type OperationStepRow,
  operationSteps,
  type WorkOrderOperationRow,
  workOrderOperations,
} from './tables.ts';

const o = alias(workOrderOperations, 'o');
const w = alias(workOrders, 'w');
const s = alias(operationSteps, 's');

/** Every statement about the operations of one tenant's orders. */
export class OperationStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<WorkOrderOperationRow[]> {
    return this.#tx
      .select()
      .from(workOrderOperations)
      .where(and(this.#own(), anyOf(workOrderOperations.id, ids)));
  }

  byWorkOrders(ids: readonly string[]): Promise<WorkOrderOperationRow[]> {
    return this.#tx
      .select()
      .from(workOrderOperations)
      .where(and(this.#own(), anyOf(workOrderOperations.workOrderId, ids)))
      .orderBy(workOrderOperations.number);
  }

  /** Locks an operation; its order is only read. */
  async lockWithOrder(
    id: string,
  ): Promise<{ operation: WorkOrderOperationRow; order: WorkOrderRow } | undefined> {
    const [row] = await this.#tx
      .select({ operation: o, order: w })
      .from(o)
      .innerJoin(w, eq(w.id, o.workOrderId))
      .where(and(eq(o.tenantId, this.#tenantId), eq(o.id, id)))
      .for('update', { of: o });
    return row;
  }

  /** Locks every operation of the order, by number: two who do it never wait for each other in a circle. */
  async lockAll(workOrderId: SQL | string): Promise<void> {
    await this.#tx
      .select({ id: workOrderOperations.id })
      .from(workOrderOperations)
      .where(and(this.#own(), sql`${workOrderOperations.workOrderId} = ${workOrderId}`))
      .orderBy(workOrderOperations.number)
      .for('update');
  }

  async insert(rows: readonly Omit<WorkOrderOperationRow, 'tenantId'>[]): Promise<void> {
    if (rows.length === 0) return;
    await this.#tx
      .insert(workOrderOperations)
      .values(rows.map((row) => ({ ...row, tenantId: this.#tenantId })));
  }

  /** Takes away the operations of an order that was never released. */
  async removeAll(workOrderId: string): Promise<void> {
    await this.#tx
      .delete(workOrderOperations)
      .where(and(this.#own(), eq(workOrderOperations.workOrderId, workOrderId)));
  }

  async setQuantity(workOrderId: string, quantity: string): Promise<void> {
    await this.#tx
      .update(workOrderOperations)
      .set({ quantity })
      .where(and(this.#own(), eq(workOrderOperations.workOrderId, workOrderId)));
  }

  async update(id: string, changes: Partial<Omit<WorkOrderOperationRow, 'id' | 'tenantId'>>) {
    const [saved] = await this.#tx
      .update(workOrderOperations)
      .set(changes)
      .where(and(this.#own(), eq(workOrderOperations.id, id)))
      .returning();
    return saved as WorkOrderOperationRow;
  }

  /** The operations of an order, each with the steps of these serials at it, in one statement. */
  async withSteps(
    workOrderId: string,
    serialNumbers: readonly string[],
  ): Promise<{ operations: WorkOrderOperationRow[]; steps: StartStep[] }> {
    const rows = await this.#tx
      .select({ operation: o, step: s })
      .from(o)
      .leftJoin(s, and(eq(s.operationId, o.id), anyOf(s.serialNumber, serialNumbers)))
      .where(and(eq(o.tenantId, this.#tenantId), eq(o.workOrderId, workOrderId)))
      .orderBy(o.number);
    const operations = new Map(rows.map(({ operation }) => [operation.id, operation]));
    return {
      operations: [...operations.values()],
      steps: rows.flatMap(({ step }) => (step ? [step] : [])),
    };
  }

  /** Marks serials as gone by the operation; a step that is to be reworked becomes a skipped one. */
  async skipSteps(
    operation: WorkOrderOperationRow,
    serialNumbers: readonly string[],
    reason: string,
    at: Date,
  ): Promise<void> {
    await this.#tx
      .insert(operationSteps)
      .values(
        serialNumbers.map((serialNumber) => ({
          tenantId: this.#tenantId,
          workOrderId: operation.workOrderId,
          operationId: operation.id,
          serialNumber,
          status: 'SKIPPED' as const,
          executionId: null,
          endedAt: at,
          skipReason: reason,
        })),
      )
      .onConflictDoUpdate({
        target: [operationSteps.operationId, operationSteps.serialNumber],
        set: { status: 'SKIPPED', executionId: null, endedAt: at, skipReason: reason },
      });
  }

  /** Serials at the operation in one of the states. */
  stepsIn(operationId: string, status: OperationStepRow['status']): Promise<OperationStepRow[]> {
    return this.#tx
      .select()
      .from(operationSteps)
      .where(
        and(
          eq(operationSteps.tenantId, this.#tenantId),
          eq(operationSteps.operationId, operationId),
          eq(operationSteps.status, status),
        ),
      );
  }

  /** The serials of the order that were scrapped. */
  async scrappedSerials(workOrderId: string): Promise<string[]> {
    const rows = await this.#tx
      .selectDistinct({ serialNumber: operationSteps.serialNumber })
      .from(operationSteps)
      .where(
        and(
          eq(operationSteps.tenantId, this.#tenantId),
          eq(operationSteps.workOrderId, workOrderId),
          eq(operationSteps.status, 'SCRAPPED'),
        ),
      );
    return rows.map((row) => row.serialNumber);
  }

  stepPage(operationId: string, request: PageRequest): Promise<OperationStepRow[]> {
    const page = keyset(request, [operationSteps.serialNumber]);
    return this.#tx
      .select()
      .from(operationSteps)
      .where(
        page.where(eq(operationSteps.tenantId, this.#tenantId), eq(operationSteps.operationId, operationId)),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /**
   * What was scrapped at an operation never comes to the others: those that nothing is left for are closed.
   * The order's operations are locked.
   * @param serialNumbers the scrapped serials; empty for a quantity, which is lost to the later ones alone
   */
  async lose(
    from: WorkOrderOperationRow,
    scrap: string,
    serialNumbers: readonly string[],
    at: Date,
  ): Promise<WorkOrderOperationRow[]> {
    const lost =
      serialNumbers.length > 0
        ? sql`(select count(*) from unnest(${sql.param(serialNumbers)}::text[]) as scrapped (serial_number)
            where not exists (select from ${operationSteps} as s where s.operation_id = ${workOrderOperations.id}
              and s.serial_number = scrapped.serial_number and s.status <> 'REWORK'))`
        : sql`${scrap}::numeric`;
    const which = and(
      this.#own(),
      eq(workOrderOperations.workOrderId, from.workOrderId),
      sql`${workOrderOperations.id} <> ${from.id}`,
      sql`${workOrderOperations.status} in ('PENDING', 'IN_PROGRESS')`,
      serialNumbers.length > 0
        ? undefined
        : sql`${workOrderOperations.sequenceGroup} > ${from.sequenceGroup}`,
    );
    await this.#tx
      .update(workOrderOperations)
      // units that parallel operations scrapped twice are lost once
      .set({ lost: sql`least(lost + ${lost}, quantity - good - scrap - skipped)` })
      .where(which);
    return this.#tx
      .update(workOrderOperations)
      .set({
        status: sql`case when good + scrap > 0 then 'COMPLETED' else 'SKIPPED' end`,
        completedAt: at,
        skipReason: sql`case when good + scrap > 0 then null else 'everything was scrapped before it' end`,
      })
      .where(and(which, sql`good + scrap + skipped + lost >= quantity`))
      .returning();
  }

  #own() {
    return eq(workOrderOperations.tenantId, this.#tenantId);
  }
}
