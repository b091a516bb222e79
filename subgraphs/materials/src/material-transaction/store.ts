import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, gte, lt, or, sql } from 'drizzle-orm';
import { inventoryLocations } from '../inventory-location/tables.ts';
import { materialLots } from '../material-lot/tables.ts';
import { serializedParts } from '../serialized-part/tables.ts';
import { workOrders } from '../work-order/tables.ts';
import type { TransactionKind } from './material-transaction.ts';
import { type MaterialTransactionRow, materialTransactions } from './tables.ts';

export interface TransactionFilter {
  kind?: TransactionKind | null | undefined;
  lotNumber?: string | null | undefined;
  locationCode?: string | null | undefined;
  workOrderNumber?: string | null | undefined;
  serialNumber?: string | null | undefined;
  from?: Date | null | undefined;
  to?: Date | null | undefined;
  /** Only at these sites; empty means all. */
  siteIds: readonly string[];
}

/** Where the ledger and a balance differ. */
export interface DifferenceRow {
  readonly lotId: string;
  readonly locationId: string;
  readonly ledger: string;
  readonly balance: string;
  readonly unit: string;
}

/** Every statement about the ledger of one tenant. */
export class MaterialTransactionStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<MaterialTransactionRow[]> {
    return this.#tx
      .select()
      .from(materialTransactions)
      .where(and(this.#own(), anyOf(materialTransactions.id, ids)));
  }

  /** The line that each lot came with: its receipt, or its production. */
  firstOf(lotIds: readonly string[]): Promise<MaterialTransactionRow[]> {
    return this.#tx
      .select()
      .from(materialTransactions)
      .where(
        and(
          this.#own(),
          anyOf(materialTransactions.lotId, lotIds),
          anyOf(materialTransactions.kind, ['RECEIPT', 'PRODUCTION']),
        ),
      );
  }

  async page(request: PageRequest, filter: TransactionFilter): Promise<MaterialTransactionRow[]> {
    const page = keyset(request, [materialTransactions.occurredAt, materialTransactions.id], 'desc');
    const rows = await this.#tx
      .select({ transaction: materialTransactions })
      .from(materialTransactions)
      .innerJoin(inventoryLocations, eq(inventoryLocations.id, materialTransactions.locationId))
      .where(
        page.where(
          this.#own(),
          filter.kind ? eq(materialTransactions.kind, filter.kind) : undefined,
          filter.lotNumber
            ? eq(materialTransactions.lotId, this.#idOf(materialLots, materialLots.number, filter.lotNumber))
            : undefined,
          filter.locationCode ? this.#at(filter.locationCode) : undefined,
          filter.workOrderNumber
            ? eq(
                materialTransactions.workOrderId,
                this.#idOf(workOrders, workOrders.number, filter.workOrderNumber),
              )
            : undefined,
          filter.serialNumber
            ? eq(
                materialTransactions.serializedPartId,
                this.#idOf(serializedParts, serializedParts.serialNumber, filter.serialNumber),
              )
            : undefined,
          filter.from ? gte(materialTransactions.occurredAt, filter.from) : undefined,
          filter.to ? lt(materialTransactions.occurredAt, filter.to) : undefined,
          filter.siteIds.length > 0 ? anyOf(inventoryLocations.siteId, filter.siteIds) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
    return rows.map((row) => row.transaction);
  }

  /** Throws a violation of `material_transactions_pkey`. */
  async insert(row: Omit<MaterialTransactionRow, 'tenantId'>): Promise<MaterialTransactionRow> {
    const [saved] = await this.#tx
      .insert(materialTransactions)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as MaterialTransactionRow;
  }

  /** Adds the ledger up: how many lines and balances there are, and where they differ (at most 100). */
  async verify(): Promise<{ transactions: number; balances: number; differences: DifferenceRow[] }> {
    const tenant = sql`tenant_id = ${this.#tenantId}::uuid`;
    const [counts] = await this.#tx.execute(sql`
      select (select count(*) from materials.material_transactions where ${tenant})::int as transactions,
        (select count(*) from materials.inventory_balances where ${tenant})::int as balances`);
    const differences = await this.#tx.execute(sql`
      with ledger as (
        select lot_id, location_id, sum(quantity) as quantity from (
          select lot_id, location_id, quantity from materials.material_transactions where ${tenant}
          union all
          select lot_id, to_location_id, -quantity from materials.material_transactions
          where ${tenant} and to_location_id is not null
        ) lines group by 1, 2
      ), held as (
        select lot_id, location_id, quantity from materials.inventory_balances where ${tenant}
      )
      select lot_id as "lotId", location_id as "locationId", coalesce(g.quantity, 0)::text as ledger,
        coalesce(h.quantity, 0)::text as balance, l.unit
      from ledger g full join held h using (lot_id, location_id)
      join materials.material_lots l on l.id = lot_id
      where coalesce(g.quantity, 0) <> coalesce(h.quantity, 0)
      order by 1, 2 limit 100`);
    const { transactions, balances } = counts as { transactions: number; balances: number };
    return { transactions, balances, differences: differences as unknown as DifferenceRow[] };
  }

  /** Ids of lots whose stores hold less than is allocated; at most 100. */
  async overAllocated(): Promise<string[]> {
    const rows = await this.#tx.execute(sql`
      select a.lot_id as id from materials.allocations a
      where a.tenant_id = ${this.#tenantId}::uuid and a.state = 'ACTIVE'
      group by 1
      having sum(a.quantity - a.drawn) > coalesce((
        select sum(b.quantity) from materials.inventory_balances b
        join materials.inventory_locations p on p.id = b.location_id and p.kind = 'STORE'
        where b.lot_id = a.lot_id), 0)
      order by 1 limit 100`);
    return (rows as unknown as { id: string }[]).map((row) => row.id);
  }

  #at(code: string) {
    const location = this.#idOf(inventoryLocations, inventoryLocations.code, code);
    return or(eq(materialTransactions.locationId, location), eq(materialTransactions.toLocationId, location));
  }

  /** The id of what has a unique number; a query of its own, so that the ledger's index is used. */
  #idOf(
    table: typeof materialLots | typeof workOrders | typeof serializedParts | typeof inventoryLocations,
    column: Parameters<typeof eq>[0],
    value: string,
  ) {
    return sql`(select id from ${table} where tenant_id = ${this.#tenantId}::uuid and ${column} = ${value} limit 1)`;
  }

  #own() {
    return eq(materialTransactions.tenantId, this.#tenantId);
  }
}
