import { anyOf, type Tx } from '@machshop/db';
import { and, eq, sql } from 'drizzle-orm';
import {
  type MaterialAllocationRow,
  type MaterialUseRow,
  materialAllocations,
  materialUses,
} from './tables.ts';

/** Every statement about the material of one tenant's orders, as the materials domain said it. */
export class MaterialStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** The release of an allocation may come in before the allocation itself. */
  async allocate(row: Omit<MaterialAllocationRow, 'tenantId' | 'released'>): Promise<void> {
    await this.#tx
      .insert(materialAllocations)
      .values({ ...row, released: '0', tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: materialAllocations.id, set: row });
  }

  async release(id: string, workOrderId: string, quantity: string): Promise<void> {
    await this.#tx
      .insert(materialAllocations)
      .values({ id, workOrderId, allocated: '0', released: quantity, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: materialAllocations.id,
        set: { released: sql`${materialAllocations.released} + excluded.released` },
      });
  }

  async use(row: Omit<MaterialUseRow, 'tenantId'>): Promise<void> {
    await this.#tx
      .insert(materialUses)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  allocations(workOrderIds: readonly string[]): Promise<MaterialAllocationRow[]> {
    return this.#tx
      .select()
      .from(materialAllocations)
      .where(
        and(
          eq(materialAllocations.tenantId, this.#tenantId),
          anyOf(materialAllocations.workOrderId, workOrderIds),
        ),
      );
  }

  uses(workOrderIds: readonly string[]): Promise<MaterialUseRow[]> {
    return this.#tx
      .select()
      .from(materialUses)
      .where(and(eq(materialUses.tenantId, this.#tenantId), anyOf(materialUses.workOrderId, workOrderIds)));
  }
}
