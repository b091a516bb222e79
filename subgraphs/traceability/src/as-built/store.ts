import { anyOf, type Tx } from '@machshop/db';
import { and, desc, eq } from 'drizzle-orm';
import { type BillRow, bills, partRevisions } from './tables.ts';

/** Every statement about bills, as they were published, of one tenant. */
export class BillStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async putBill(row: Omit<BillRow, 'tenantId' | 'revision'>): Promise<void> {
    const { bomId, ...facts } = row;
    await this.#tx
      .insert(bills)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: bills.bomId, set: facts });
  }

  async putRevision(partRevisionId: string, partId: string, revision: string): Promise<void> {
    await this.#tx
      .insert(partRevisions)
      .values({ partRevisionId, partId, revision, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  /** The bills of parts, newest first, each with its revision's letter. */
  async ofParts(partIds: readonly string[]): Promise<BillRow[]> {
    const rows = await this.#tx
      .select({ bill: bills, revision: partRevisions.revision })
      .from(bills)
      .leftJoin(partRevisions, eq(partRevisions.partRevisionId, bills.partRevisionId))
      .where(and(eq(bills.tenantId, this.#tenantId), anyOf(bills.partId, partIds)))
      .orderBy(desc(bills.effectiveFrom));
    return rows.map(({ bill, revision }) => ({ ...bill, revision }));
  }
}
