import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq } from 'drizzle-orm';
import {
  type DispositionApprovalRow,
  type DispositionRow,
  dispositionApprovals,
  dispositions,
} from './tables.ts';

export type DispositionChanges = Partial<Omit<DispositionRow, 'id' | 'tenantId'>>;

/** Every statement about dispositions of one tenant. */
export class DispositionStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<DispositionRow[]> {
    return this.#tx
      .select()
      .from(dispositions)
      .where(and(this.#own(), anyOf(dispositions.id, ids)));
  }

  /** Oldest first. */
  byNonConformances(ids: readonly string[]): Promise<DispositionRow[]> {
    return this.#tx
      .select()
      .from(dispositions)
      .where(and(this.#own(), anyOf(dispositions.nonConformanceId, ids)))
      .orderBy(asc(dispositions.proposedAt), asc(dispositions.id));
  }

  /** Throws a violation of `dispositions_pkey`. */
  async insert(row: Omit<DispositionRow, 'tenantId'>): Promise<DispositionRow> {
    const [saved] = await this.#tx
      .insert(dispositions)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as DispositionRow;
  }

  async update(id: string, changes: DispositionChanges): Promise<DispositionRow> {
    const [saved] = await this.#tx
      .update(dispositions)
      .set(changes)
      .where(and(this.#own(), eq(dispositions.id, id)))
      .returning();
    return saved as DispositionRow;
  }

  async supersede(ids: readonly string[]): Promise<void> {
    await this.#tx
      .update(dispositions)
      .set({ status: 'SUPERSEDED' })
      .where(and(this.#own(), anyOf(dispositions.id, ids)));
  }

  /** Oldest first. */
  approvalsOf(ids: readonly string[]): Promise<DispositionApprovalRow[]> {
    return this.#tx
      .select()
      .from(dispositionApprovals)
      .where(
        and(
          eq(dispositionApprovals.tenantId, this.#tenantId),
          anyOf(dispositionApprovals.dispositionId, ids),
        ),
      )
      .orderBy(asc(dispositionApprovals.decidedAt), asc(dispositionApprovals.id));
  }

  async addApproval(row: Omit<DispositionApprovalRow, 'tenantId'>): Promise<void> {
    await this.#tx.insert(dispositionApprovals).values({ ...row, tenantId: this.#tenantId });
  }

  #own() {
    return eq(dispositions.tenantId, this.#tenantId);
  }
}
