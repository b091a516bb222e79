import type { Tx } from '@machshop/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import { type QualityHoldRow, qualityHolds } from './tables.ts';

/** Every statement about what quality holds of one tenant. */
export class QualityHoldStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Keeps what was said last, whatever the order of arrival. */
  async put(row: Omit<QualityHoldRow, 'tenantId' | 'heldOrder'>): Promise<void> {
    const { itemId: _, ...facts } = row;
    await this.#tx
      .insert(qualityHolds)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: qualityHolds.itemId,
        set: facts,
        setWhere: sql`${eq(qualityHolds.tenantId, this.#tenantId)} and ${qualityHolds.version} <= ${row.version}`,
      });
  }

  /** Whatever was ever said of an order; the oldest first. */
  ofOrder(workOrderId: string): Promise<QualityHoldRow[]> {
    return this.#tx
      .select()
      .from(qualityHolds)
      .where(this.#order(workOrderId))
      .orderBy(asc(qualityHolds.asOf), asc(qualityHolds.itemId));
  }

  /** Notes whether the order stands still because of quality. */
  async setHeldOrder(workOrderId: string, heldOrder: boolean): Promise<void> {
    await this.#tx.update(qualityHolds).set({ heldOrder }).where(this.#order(workOrderId));
  }

  #order(workOrderId: string) {
    return and(
      eq(qualityHolds.tenantId, this.#tenantId),
      eq(qualityHolds.entityType, 'WorkOrder'),
      eq(qualityHolds.entityId, workOrderId),
    );
  }
}
