import { anyOf, type Tx } from '@machshop/db';
import { and, asc, desc, eq, gte, isNull, lt, or, sql } from 'drizzle-orm';
import {
  equipmentStatuses,
  type KnownEquipmentRow,
  type KnownExecutionRow,
  knownEquipment,
  knownExecutions,
  knownSites,
  registryVersions,
} from './tables.ts';

/** Statuses of a machine that alerts look back on. */
const STATUSES_KEPT = 50;

/** Every statement about what other domains say, of one tenant. */
export class ReplicaStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async setSite(siteId: string, code: string): Promise<void> {
    await this.#tx
      .insert(knownSites)
      .values({ siteId, code, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: knownSites.siteId, set: { code } });
  }

  /** The tenant's sites: a handful. */
  sites(): Promise<{ siteId: string; code: string }[]> {
    return this.#tx
      .select({ siteId: knownSites.siteId, code: knownSites.code })
      .from(knownSites)
      .where(eq(knownSites.tenantId, this.#tenantId));
  }

  /** A machine as it is described now; its status comes by `setStatus`. */
  async setEquipment(row: Omit<KnownEquipmentRow, 'tenantId'>): Promise<void> {
    const { siteId, workCenterCode, code, name } = row;
    await this.#tx
      .insert(knownEquipment)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: knownEquipment.equipmentId,
        set: { siteId, workCenterCode, code, name },
      });
  }

  async setStatus(equipmentId: string, status: string, since: Date): Promise<void> {
    await this.#tx
      .update(knownEquipment)
      .set({ status })
      .where(and(eq(knownEquipment.tenantId, this.#tenantId), eq(knownEquipment.equipmentId, equipmentId)));
    await this.#tx
      .insert(equipmentStatuses)
      .values({ tenantId: this.#tenantId, equipmentId, since, status })
      .onConflictDoUpdate({
        target: [equipmentStatuses.equipmentId, equipmentStatuses.since],
        set: { status },
      });
    await this.#tx.execute(
      sql`delete from iot.equipment_statuses where tenant_id = ${this.#tenantId}::uuid and equipment_id = ${equipmentId}::uuid and since < (
            select min(since) from (select since from iot.equipment_statuses
              where equipment_id = ${equipmentId}::uuid order by since desc limit ${STATUSES_KEPT}) newest)`,
    );
  }

  /** The statuses of all machines, by machine, oldest first. */
  statuses(): Promise<{ equipmentId: string; since: Date; status: string }[]> {
    return this.#tx
      .select({
        equipmentId: equipmentStatuses.equipmentId,
        since: equipmentStatuses.since,
        status: equipmentStatuses.status,
      })
      .from(equipmentStatuses)
      .where(eq(equipmentStatuses.tenantId, this.#tenantId))
      .orderBy(asc(equipmentStatuses.equipmentId), asc(equipmentStatuses.since));
  }

  equipment(): Promise<KnownEquipmentRow[]> {
    return this.#tx.select().from(knownEquipment).where(eq(knownEquipment.tenantId, this.#tenantId));
  }

  equipmentByIds(ids: readonly string[]): Promise<KnownEquipmentRow[]> {
    return this.#tx
      .select()
      .from(knownEquipment)
      .where(and(eq(knownEquipment.tenantId, this.#tenantId), anyOf(knownEquipment.equipmentId, ids)));
  }

  async equipmentByCode(code: string): Promise<KnownEquipmentRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(knownEquipment)
      .where(and(eq(knownEquipment.tenantId, this.#tenantId), eq(knownEquipment.code, code)));
    return row;
  }

  /** A run of an operation; a later word on its end wins. */
  async setExecution(row: Omit<KnownExecutionRow, 'tenantId'>): Promise<void> {
    await this.#tx
      .insert(knownExecutions)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: knownExecutions.executionId,
        set: {
          operationNumber: row.operationNumber,
          startedAt: row.startedAt,
          serialNumbers: row.serialNumbers,
          completedAt: sql`coalesce(excluded.completed_at, ${knownExecutions.completedAt})`,
        },
      });
  }

  /** Runs of operations on known machines, oldest first; at most `limit`. */
  executionsOf(operationIds: readonly string[], limit: number): Promise<KnownExecutionRow[]> {
    return this.#tx
      .select()
      .from(knownExecutions)
      .where(
        and(eq(knownExecutions.tenantId, this.#tenantId), anyOf(knownExecutions.operationId, operationIds)),
      )
      .orderBy(asc(knownExecutions.startedAt), asc(knownExecutions.executionId))
      .limit(limit);
  }

  /** Runs on these machines that touch the time between; at most `limit`, the latest first. */
  executionsOn(
    equipmentIds: readonly string[],
    from: Date,
    to: Date,
    limit: number,
  ): Promise<KnownExecutionRow[]> {
    return this.#tx
      .select()
      .from(knownExecutions)
      .where(
        and(
          eq(knownExecutions.tenantId, this.#tenantId),
          anyOf(knownExecutions.equipmentId, equipmentIds),
          lt(knownExecutions.startedAt, to),
          or(isNull(knownExecutions.completedAt), gte(knownExecutions.completedAt, from)),
        ),
      )
      .orderBy(desc(knownExecutions.startedAt))
      .limit(limit);
  }

  /** Stays what it is until the end of this transaction. */
  async holdVersion(): Promise<number> {
    const [row] = await this.#tx
      .select({ version: registryVersions.version })
      .from(registryVersions)
      .where(eq(registryVersions.tenantId, this.#tenantId))
      .for('share');
    return row?.version ?? 0;
  }

  /**
   * Tells ingest, in every process, that what it knows is out of date. The first thing in a transaction: ingest
   * under way ends first, and what comes after sees the change.
   */
  async raiseVersion(): Promise<void> {
    await this.#tx
      .insert(registryVersions)
      .values({ tenantId: this.#tenantId, version: 1 })
      .onConflictDoUpdate({
        target: registryVersions.tenantId,
        set: { version: sql`${registryVersions.version} + 1` },
      });
  }
}
