import { insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { eq, sql } from 'drizzle-orm';
import { type HistoryEntryRow, historyEntries } from './tables.ts';

/** Every statement about the history of one tenant's master data. */
export class HistoryStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** Until the transaction ends, nobody else changes this tenant's master data. */
  async lockTenant(): Promise<void> {
    await this.#tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('master-data:' || ${this.#tenantId}, 0))`,
    );
  }

  async add(rows: readonly Omit<HistoryEntryRow, 'tenantId'>[]): Promise<void> {
    await insertMany(
      this.#tx,
      historyEntries,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  /** Newest first. */
  page(entityId: string, request: PageRequest): Promise<HistoryEntryRow[]> {
    const page = keyset(request, [historyEntries.id], 'desc');
    return this.#tx
      .select()
      .from(historyEntries)
      .where(page.where(eq(historyEntries.tenantId, this.#tenantId), eq(historyEntries.entityId, entityId)))
      .orderBy(...page.order)
      .limit(page.limit);
  }
}
