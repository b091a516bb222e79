import type { Viewer } from '@machshop/auth';
import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, count, eq, isNull, or } from 'drizzle-orm';
import { notHeld } from '../quality-hold/store.ts';
import type { SerialStatus } from './serialized-part.ts';
import { type SerializedPartRow, serializedParts } from './tables.ts';

export interface SerialFilter {
  partNumber?: string | null | undefined;
  partId?: string | null | undefined;
  workOrderId?: string | null | undefined;
  workOrderNumber?: string | null | undefined;
  status?: SerialStatus | null | undefined;
}

/** Every statement about serialized parts of one tenant. */
export class SerializedPartStore {
  readonly #tx: Tx;
  readonly #viewer: Viewer;

  constructor(tx: Tx, viewer: Viewer) {
    this.#tx = tx;
    this.#viewer = viewer;
  }

  byIds(ids: readonly string[]): Promise<SerializedPartRow[]> {
    return this.#tx
      .select()
      .from(serializedParts)
      .where(and(this.#own(), anyOf(serializedParts.id, ids)));
  }

  bySerialNumbers(numbers: readonly string[]): Promise<SerializedPartRow[]> {
    return this.#tx
      .select()
      .from(serializedParts)
      .where(and(this.#own(), anyOf(serializedParts.serialNumber, numbers)));
  }

  page(request: PageRequest, filter: SerialFilter): Promise<SerializedPartRow[]> {
    const page = keyset(request, [serializedParts.serialNumber, serializedParts.id]);
    const { siteIds } = this.#viewer;
    return this.#tx
      .select()
      .from(serializedParts)
      .where(
        page.where(
          this.#own(),
          filter.partNumber ? eq(serializedParts.partNumber, filter.partNumber) : undefined,
          filter.partId ? eq(serializedParts.partId, filter.partId) : undefined,
          filter.workOrderId ? eq(serializedParts.workOrderId, filter.workOrderId) : undefined,
          filter.workOrderNumber ? eq(serializedParts.workOrderNumber, filter.workOrderNumber) : undefined,
          filter.status ? eq(serializedParts.status, filter.status) : undefined,
          siteIds.length > 0
            ? or(isNull(serializedParts.siteId), anyOf(serializedParts.siteId, siteIds))
            : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** Locked in the order of their ids. */
  lock(numbers: readonly string[]): Promise<SerializedPartRow[]> {
    return this.#tx
      .select()
      .from(serializedParts)
      .where(and(this.#own(), anyOf(serializedParts.serialNumber, numbers)))
      .orderBy(asc(serializedParts.id))
      .for('update');
  }

  /** All serials of an order, locked in the order of their ids. */
  lockOfOrder(workOrderId: string): Promise<SerializedPartRow[]> {
    return this.#tx
      .select()
      .from(serializedParts)
      .where(and(this.#own(), eq(serializedParts.workOrderId, workOrderId)))
      .orderBy(asc(serializedParts.id))
      .for('update');
  }

  /** How many completed pieces of a part are in no assembly, and not held by quality. */
  async completed(partId: string): Promise<number> {
    const [row] = await this.#tx
      .select({ n: count() })
      .from(serializedParts)
      .where(
        and(
          this.#own(),
          eq(serializedParts.partId, partId),
          eq(serializedParts.status, 'COMPLETED'),
          notHeld(serializedParts.id),
        ),
      );
    return row?.n ?? 0;
  }

  /** Throws a violation of `serialized_parts_serial_number_key` or `serialized_parts_pkey`. */
  async insert(rows: readonly Omit<SerializedPartRow, 'tenantId'>[]): Promise<void> {
    await this.#tx
      .insert(serializedParts)
      .values(rows.map((row) => ({ ...row, tenantId: this.#viewer.tenantId })));
  }

  async update(
    id: string,
    change: Partial<Pick<SerializedPartRow, 'status' | 'completedAt'>>,
  ): Promise<SerializedPartRow> {
    const [saved] = await this.#tx
      .update(serializedParts)
      .set(change)
      .where(and(this.#own(), eq(serializedParts.id, id)))
      .returning();
    return saved as SerializedPartRow;
  }

  #own() {
    return eq(serializedParts.tenantId, this.#viewer.tenantId);
  }
}
