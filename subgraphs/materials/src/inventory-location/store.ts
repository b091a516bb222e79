import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq } from 'drizzle-orm';
import type { LocationKind } from '../material-transaction/material-transaction.ts';
import { type InventoryLocationRow, inventoryLocations } from './tables.ts';

export interface InventoryLocationFilter {
  siteId?: string | null | undefined;
  kind?: LocationKind | null | undefined;
  /** Only of these sites; empty means all. */
  siteIds: readonly string[];
}

/** Every statement about inventory locations of one tenant. */
export class InventoryLocationStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<InventoryLocationRow[]> {
    return this.#tx
      .select()
      .from(inventoryLocations)
      .where(and(this.#own(), anyOf(inventoryLocations.id, ids)));
  }

  byCodes(codes: readonly string[]): Promise<InventoryLocationRow[]> {
    return this.#tx
      .select()
      .from(inventoryLocations)
      .where(and(this.#own(), anyOf(inventoryLocations.code, codes)));
  }

  page(request: PageRequest, filter: InventoryLocationFilter): Promise<InventoryLocationRow[]> {
    const page = keyset(request, [inventoryLocations.code, inventoryLocations.id]);
    return this.#tx
      .select()
      .from(inventoryLocations)
      .where(
        page.where(
          this.#own(),
          filter.siteId ? eq(inventoryLocations.siteId, filter.siteId) : undefined,
          filter.kind ? eq(inventoryLocations.kind, filter.kind) : undefined,
          filter.siteIds.length > 0 ? anyOf(inventoryLocations.siteId, filter.siteIds) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** Throws a violation of `inventory_locations_code_key` or `inventory_locations_pkey`. */
  async insert(row: Omit<InventoryLocationRow, 'tenantId'>): Promise<InventoryLocationRow> {
    const [saved] = await this.#tx
      .insert(inventoryLocations)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as InventoryLocationRow;
  }

  #own() {
    return eq(inventoryLocations.tenantId, this.#tenantId);
  }
}
