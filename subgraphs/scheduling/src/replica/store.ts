import { anyOf, insertMany, newer, putNewer, type Tx } from '@machshop/db';
import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import {
  type EquipmentRow,
  type ExecutionRow,
  equipment,
  materialShortages,
  operationExecutions,
  operationProgress,
  type ProgressRow,
  type ShortageRow,
  type SiteRow,
  sites,
  type WorkCenterRow,
  type WorkOrderOperationRow,
  type WorkOrderRow,
  workCenters,
  workOrderOperations,
  workOrders,
} from './tables.ts';

type New<Row> = Omit<Row, 'tenantId'>;

/** Orders that are not over. */
const OPEN = ['CREATED', 'RELEASED', 'IN_PROGRESS', 'ON_HOLD'] as const;

/** Every statement about what other domains said in one tenant. A row from an older event changes nothing. */
export class ReplicaStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  #own(table: { readonly tenantId: AnyPgColumn }, ...more: SQL[]): SQL | undefined {
    return and(eq(table.tenantId, this.#tenantId), ...more);
  }

  async putSite(row: New<SiteRow>): Promise<void> {
    await putNewer(this.#tx, sites, { ...row, tenantId: this.#tenantId });
  }

  async putWorkCenter(row: New<WorkCenterRow>): Promise<void> {
    await putNewer(this.#tx, workCenters, { ...row, tenantId: this.#tenantId });
  }

  /** Without `statusSince` what is known of it stays. */
  async putEquipment({ statusSince, ...row }: New<EquipmentRow>): Promise<void> {
    const known = statusSince ? { ...row, statusSince } : row;
    await putNewer(this.#tx, equipment, { ...row, statusSince, tenantId: this.#tenantId }, known);
  }

  /** What is left out stays as it is known. Tells whether this is the newest that was said of it. */
  putOrder(
    row: Omit<New<WorkOrderRow>, 'priority' | 'plannedStartAt'>,
    plan?: Pick<WorkOrderRow, 'priority' | 'plannedStartAt'>,
  ): Promise<boolean> {
    const put = { ...row, ...plan };
    return putNewer(
      this.#tx,
      workOrders,
      { priority: 50, plannedStartAt: null, ...put, tenantId: this.#tenantId },
      put,
    );
  }

  /** Puts these operations in place of those that the order had. */
  async putOperations(workOrderId: string, rows: readonly New<WorkOrderOperationRow>[]): Promise<void> {
    await this.#tx
      .delete(workOrderOperations)
      .where(
        and(
          eq(workOrderOperations.tenantId, this.#tenantId),
          eq(workOrderOperations.workOrderId, workOrderId),
        ),
      );
    await insertMany(
      this.#tx,
      workOrderOperations,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  /** An operation only goes forward: one that is over stays so, whatever comes late. */
  async putStatus(
    operationId: string,
    row: Pick<ProgressRow, 'status'> & Partial<Pick<ProgressRow, 'startedAt' | 'endedAt'>>,
  ): Promise<void> {
    await this.#tx
      .insert(operationProgress)
      .values({ ...row, operationId, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: operationProgress.operationId,
        set: row,
        setWhere: sql`${operationProgress.status} in ('PENDING', 'IN_PROGRESS')`,
      });
  }

  /** The machine that an operation is assigned to; null: any that can do it. */
  async putAssigned(
    operationId: string,
    row: Pick<ProgressRow, 'assignedEquipmentId'> & { assignedAsOf: Date },
  ): Promise<void> {
    await this.#tx
      .insert(operationProgress)
      .values({ status: 'PENDING', ...row, operationId, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: operationProgress.operationId,
        set: row,
        setWhere: sql`${operationProgress.assignedAsOf} is null or excluded.assigned_as_of >= ${operationProgress.assignedAsOf}`,
      });
  }

  /** A run that is over stays over. */
  async putExecution(row: New<ExecutionRow>): Promise<void> {
    await this.#tx
      .insert(operationExecutions)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: operationExecutions.id,
        set: row,
        setWhere: sql`${operationExecutions.completedAt} is null
          and (excluded.completed_at is not null or ${newer(operationExecutions)})`,
      });
  }

  /** Whether an order lacks a material. What one moment allocated and found missing is still missing. */
  async putShortage(row: New<ShortageRow>): Promise<void> {
    await this.#tx
      .insert(materialShortages)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: [materialShortages.tenantId, materialShortages.workOrderId, materialShortages.definitionId],
        set: row,
        setWhere: sql`${newer(materialShortages)} and (excluded.missing or excluded.as_of > ${materialShortages.asOf})`,
      });
  }

  async site(id: string): Promise<SiteRow | undefined> {
    const [row] = await this.sitesByIds([id]);
    return row;
  }

  sitesByIds(ids: readonly string[]): Promise<SiteRow[]> {
    return this.#tx
      .select()
      .from(sites)
      .where(this.#own(sites, anyOf(sites.id, ids)));
  }

  /** Nobody numbers another schedule of the site, publishes one or sets a calendar, until the transaction ends. */
  async lockSite(id: string): Promise<SiteRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sites)
      .where(and(eq(sites.tenantId, this.#tenantId), eq(sites.id, id)))
      .for('update');
    return row;
  }

  async workCenter(wanted: { id?: string; code?: string }): Promise<WorkCenterRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(workCenters)
      .where(
        and(
          eq(workCenters.tenantId, this.#tenantId),
          wanted.id === undefined
            ? eq(workCenters.code, wanted.code ?? '')
            : anyOf(workCenters.id, [wanted.id]),
        ),
      );
    return row;
  }

  equipmentOfSite(siteId: string): Promise<EquipmentRow[]> {
    return this.#tx
      .select()
      .from(equipment)
      .where(and(eq(equipment.tenantId, this.#tenantId), anyOf(equipment.siteId, [siteId])))
      .orderBy(equipment.workCenterCode, equipment.code);
  }

  equipmentByIds(ids: readonly string[]): Promise<EquipmentRow[]> {
    return this.#tx
      .select()
      .from(equipment)
      .where(this.#own(equipment, anyOf(equipment.id, ids)));
  }

  async equipmentByCode(code: string): Promise<EquipmentRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(equipment)
      .where(and(eq(equipment.tenantId, this.#tenantId), eq(equipment.code, code)));
    return row;
  }

  openOrders(siteId: string): Promise<WorkOrderRow[]> {
    return this.#tx
      .select()
      .from(workOrders)
      .where(
        and(
          eq(workOrders.tenantId, this.#tenantId),
          eq(workOrders.siteId, siteId),
          inArray(workOrders.status, [...OPEN]),
        ),
      )
      .orderBy(workOrders.priority, workOrders.number);
  }

  ordersByIds(ids: readonly string[]): Promise<WorkOrderRow[]> {
    return this.#tx
      .select()
      .from(workOrders)
      .where(this.#own(workOrders, anyOf(workOrders.id, ids)));
  }

  operationsOf(workOrderIds: readonly string[]): Promise<WorkOrderOperationRow[]> {
    return this.#tx
      .select()
      .from(workOrderOperations)
      .where(this.#own(workOrderOperations, anyOf(workOrderOperations.workOrderId, workOrderIds)))
      .orderBy(workOrderOperations.workOrderId, workOrderOperations.number);
  }

  progressOf(operationIds: readonly string[]): Promise<ProgressRow[]> {
    return this.#tx
      .select()
      .from(operationProgress)
      .where(this.#own(operationProgress, anyOf(operationProgress.operationId, operationIds)));
  }

  executionsOf(operationIds: readonly string[]): Promise<ExecutionRow[]> {
    return this.#tx
      .select()
      .from(operationExecutions)
      .where(this.#own(operationExecutions, anyOf(operationExecutions.operationId, operationIds)))
      .orderBy(operationExecutions.startedAt, operationExecutions.id);
  }

  /** What ran last on each machine of a site, or runs there. */
  lastRuns(
    siteId: string,
  ): Promise<{ equipmentId: string; partNumber: string; revision: string; operationNumber: number }[]> {
    const last = this.#tx
      .select({ operationId: operationExecutions.operationId })
      .from(operationExecutions)
      .where(
        and(
          eq(operationExecutions.tenantId, this.#tenantId),
          eq(operationExecutions.equipmentId, equipment.id),
        ),
      )
      .orderBy(desc(operationExecutions.startedAt), desc(operationExecutions.id))
      .limit(1)
      .as('last');
    return this.#tx
      .select({
        equipmentId: equipment.id,
        partNumber: workOrders.partNumber,
        revision: workOrders.revision,
        operationNumber: workOrderOperations.number,
      })
      .from(equipment)
      .innerJoinLateral(last, sql`true`)
      .innerJoin(workOrderOperations, eq(workOrderOperations.id, last.operationId))
      .innerJoin(workOrders, eq(workOrders.id, workOrderOperations.workOrderId))
      .where(
        and(
          eq(equipment.tenantId, this.#tenantId),
          eq(workOrderOperations.tenantId, this.#tenantId),
          eq(workOrders.tenantId, this.#tenantId),
          eq(equipment.siteId, siteId),
        ),
      );
  }

  /** What these orders lack. */
  shortagesOf(workOrderIds: readonly string[]): Promise<ShortageRow[]> {
    return this.#tx
      .select()
      .from(materialShortages)
      .where(
        this.#own(
          materialShortages,
          anyOf(materialShortages.workOrderId, workOrderIds),
          eq(materialShortages.missing, true),
        ),
      );
  }
}
