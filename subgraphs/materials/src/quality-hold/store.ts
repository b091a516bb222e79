import { anyOf, type Tx } from '@machshop/db';
import { type AnyColumn, and, asc, eq, ne, type SQL, sql } from 'drizzle-orm';
import { type QualityHoldRow, qualityHolds } from './tables.ts';

/** Nothing holds what has its id in this column. */
export const notHeld = (id: AnyColumn): SQL =>
  sql`not exists (select from ${qualityHolds} where ${qualityHolds.entityId} = ${id} and ${ne(qualityHolds.hold, 'NONE')})`;

/** Every statement about what quality holds of one tenant. */
export class QualityHoldStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Keeps what was said last, whatever the order of arrival. */
  async put(row: Omit<QualityHoldRow, 'tenantId'>): Promise<void> {
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

  /** What holds any of these now; the oldest first. */
  active(entityIds: readonly string[]): Promise<QualityHoldRow[]> {
    return this.#tx
      .select()
      .from(qualityHolds)
      .where(
        and(
          eq(qualityHolds.tenantId, this.#tenantId),
          anyOf(qualityHolds.entityId, entityIds),
          ne(qualityHolds.hold, 'NONE'),
        ),
      )
      .orderBy(asc(qualityHolds.asOf), asc(qualityHolds.itemId));
  }
}
