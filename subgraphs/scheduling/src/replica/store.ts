import { anyOf, insertMany, type Tx } from '@machshop/db';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
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

  async putSite(row: New<SiteRow>): Promise<void> {
    await this.#tx
      .insert(sites)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: sites.id, set: row, setWhere: newer(sites) });
  }

  async putWorkCenter(row: New<WorkCenterRow>): Promise<void> {
    await this.#tx
      .insert(workCenters)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: workCenters.id, set: row, setWhere: newer(workCenters) });
  }

  /** Without `statusSince` what is known of it stays. */
  async putEquipment({ statusSince, ...row }: New<EquipmentRow>): Promise<void> {
    await this.#tx
      .insert(equipment)
      .values({ ...row, statusSince, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: equipment.id,
        set: { ...row, ...(statusSince ? { statusSince } : {}) },
        setWhere: newer(equipment),
      });
  }

  /** What is left out stays as it is known. */
  async putOrder(
    row: Omit<New<WorkOrderRow>, 'priority' | 'plannedStartAt'>,
    plan?: Pick<WorkOrderRow, 'priority' | 'plannedStartAt'>,
  ): Promise<void> {
    await this.#tx
      .insert(workOrders)
      .values({ priority: 50, plannedStartAt: null, ...row, ...plan, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: workOrders.id,
        set: { ...row, ...plan },
        setWhere: newer(workOrders),
      });
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

  async putProgress(
    operationId: string,
    row: Partial<Omit<ProgressRow, 'tenantId' | 'operationId'>>,
  ): Promise<void> {
    await this.#tx
      .insert(operationProgress)
      .values({ status: 'PENDING', ...row, operationId, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: operationProgress.operationId, set: row });
  }

  /** A run that is over stays over. */
  async putExecution(row: New<ExecutionRow>): Promise<void> {
    await this.#tx
      .insert(operationExecutions)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: operationExecutions.id,
        set: row,
        setWhere: sql`${operationExecutions.completedAt} is null`,
      });
  }

  async putShortage(row: New<ShortageRow>): Promise<void> {
    await this.#tx
      .insert(materialShortages)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: [materialShortages.tenantId, materialShortages.workOrderId, materialShortages.definitionId],
        set: { asOf: row.asOf },
      });
  }

  async removeShortage(workOrderId: string, definitionId: string): Promise<void> {
    await this.#tx
      .delete(materialShortages)
      .where(
        and(
          eq(materialShortages.tenantId, this.#tenantId),
          eq(materialShortages.workOrderId, workOrderId),
          eq(materialShortages.definitionId, definitionId),
        ),
      );
  }

  async site(id: string): Promise<SiteRow | undefined> {
    const [row] = await this.sitesByIds([id]);
    return row;
  }

  sitesByIds(ids: readonly string[]): Promise<SiteRow[]> {
    return this.#tx
      .select()
      .from(sites)
      .where(and(eq(sites.tenantId, this.#tenantId), anyOf(sites.id, ids)));
  }

  /** Nobody numbers another schedule of the site, or publishes one, until the transaction ends. */
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
      .where(and(eq(equipment.tenantId, this.#tenantId), anyOf(equipment.id, ids)));
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
      .where(and(eq(workOrders.tenantId, this.#tenantId), anyOf(workOrders.id, ids)));
  }

  operationsOf(workOrderIds: readonly string[]): Promise<WorkOrderOperationRow[]> {
    return this.#tx
      .select()
      .from(workOrderOperations)
      .where(
        and(
          eq(workOrderOperations.tenantId, this.#tenantId),
          anyOf(workOrderOperations.workOrderId, workOrderIds),
        ),
      )
      .orderBy(workOrderOperations.workOrderId, workOrderOperations.number);
  }

  progressOf(operationIds: readonly string[]): Promise<ProgressRow[]> {
    return this.#tx
      .select()
      .from(operationProgress)
      .where(
        and(
          eq(operationProgress.tenantId, this.#tenantId),
          anyOf(operationProgress.operationId, operationIds),
        ),
      );
  }

  executionsOf(operationIds: readonly string[]): Promise<ExecutionRow[]> {
    return this.#tx
      .select()
      .from(operationExecutions)
      .where(
        and(
          eq(operationExecutions.tenantId, this.#tenantId),
          anyOf(operationExecutions.operationId, operationIds),
        ),
      )
      .orderBy(operationExecutions.startedAt, operationExecutions.id);
  }

  shortagesOf(workOrderIds: readonly string[]): Promise<ShortageRow[]> {
    return this.#tx
      .select()
      .from(materialShortages)
      .where(
        and(
          eq(materialShortages.tenantId, this.#tenantId),
          anyOf(materialShortages.workOrderId, workOrderIds),
        ),
      );
  }
}

/** Events of one thing come in order, but those of different kinds may overtake each other. */
const newer = (table: PgTable & { asOf: unknown }): SQL => sql`excluded.as_of >= ${table.asOf}`;
