import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq } from 'drizzle-orm';
import type { Draw } from './allocation.ts';
import { type AllocationRow, allocations } from './tables.ts';

const MOST_OF_AN_ORDER = 1_000;

/** Every statement about allocations of one tenant. */
export class AllocationStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<AllocationRow[]> {
    return this.#tx
      .select()
      .from(allocations)
      .where(and(this.#own(), anyOf(allocations.id, ids)));
  }

  /** Oldest first. */
  byOrders(ids: readonly string[]): Promise<AllocationRow[]> {
    return this.#tx
      .select()
      .from(allocations)
      .where(and(this.#own(), anyOf(allocations.workOrderId, ids)))
      .orderBy(asc(allocations.occurredAt), asc(allocations.id))
      .limit(MOST_OF_AN_ORDER * ids.length);
  }

  /** What still reserves something of lots; oldest first. */
  open(lotIds: readonly string[]): Promise<AllocationRow[]> {
    return this.#tx
      .select()
      .from(allocations)
      .where(and(this.#own(), anyOf(allocations.lotId, lotIds), eq(allocations.state, 'ACTIVE')))
      .orderBy(asc(allocations.recordedAt), asc(allocations.id));
  }

  openOfOrder(workOrderId: string): Promise<AllocationRow[]> {
    return this.#tx
      .select()
      .from(allocations)
      .where(and(this.#own(), eq(allocations.workOrderId, workOrderId), eq(allocations.state, 'ACTIVE')))
      .orderBy(asc(allocations.lotId), asc(allocations.id));
  }

  /** Throws a violation of `allocations_pkey`. */
  async insert(row: Omit<AllocationRow, 'tenantId'>): Promise<AllocationRow> {
    const [saved] = await this.#tx
      .insert(allocations)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as AllocationRow;
  }

  /** The caller holds the lot's lock. */
  async update(id: string, change: Omit<Draw, 'id'> | Pick<Draw, 'state'>): Promise<AllocationRow> {
    const [saved] = await this.#tx
      .update(allocations)
      .set(change)
      .where(and(this.#own(), eq(allocations.id, id)))
      .returning();
    return saved as AllocationRow;
  }

  #own() {
    return eq(allocations.tenantId, this.#tenantId);
  }
}
