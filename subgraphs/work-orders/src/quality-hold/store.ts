import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq, ne, not, sql } from 'drizzle-orm';
import { workOrderSerials } from '../work-order/tables.ts';
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

  /** A piece of an order of which nobody decided yet what becomes of it, or which is not mended yet. */
  async undecided(workOrderId: string, scrapped: readonly string[]): Promise<QualityHoldRow | undefined> {
    const [row] = await this.#tx
      .select({ hold: qualityHolds })
      .from(workOrderSerials)
      .innerJoin(
        qualityHolds,
        and(
          eq(qualityHolds.tenantId, workOrderSerials.tenantId),
          eq(qualityHolds.number, workOrderSerials.serialNumber),
        ),
      )
      .where(
        and(
          eq(workOrderSerials.tenantId, this.#tenantId),
          eq(workOrderSerials.workOrderId, workOrderId),
          eq(qualityHolds.entityType, 'SerializedPart'),
          ne(qualityHolds.hold, 'NONE'),
          ne(qualityHolds.hold, 'GONE'),
          not(anyOf(workOrderSerials.serialNumber, scrapped)),
        ),
      )
      .orderBy(asc(qualityHolds.number))
      .limit(1);
    return row?.hold;
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
