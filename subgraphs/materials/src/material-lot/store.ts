import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { inventoryLocations } from '../inventory-location/tables.ts';
import { materialCertificates } from '../material-certificate/tables.ts';
import type {
  LocationKind,
  LotStatus,
  StoredLotStatus,
} from '../material-transaction/material-transaction.ts';
import { notHeld } from '../quality-hold/store.ts';
import { inventoryBalances, type MaterialLotRow, materialLots } from './tables.ts';

export interface LotFilter {
  definitionNumber?: string | null | undefined;
  definitionId?: string | null | undefined;
  status?: LotStatus | null | undefined;
  supplierLotNumber?: string | null | undefined;
  heatNumber?: string | null | undefined;
}

export interface BalanceFilter {
  definitionNumber?: string | null | undefined;
  definitionId?: string | null | undefined;
  locationCode?: string | null | undefined;
  lotNumber?: string | null | undefined;
  /** Only at these sites; empty means all. */
  siteIds: readonly string[];
}

/** What a lot has at a location, with what both are called. */
export interface BalanceRow {
  readonly lotId: string;
  readonly locationId: string;
  readonly quantity: string;
  readonly unit: string;
  readonly kind: LocationKind;
  readonly siteId: string;
  readonly lotNumber: string;
  readonly locationCode: string;
}

/** Every statement about lots and their balances of one tenant. */
export class MaterialLotStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<MaterialLotRow[]> {
    return this.#tx
      .select()
      .from(materialLots)
      .where(and(this.#own(), anyOf(materialLots.id, ids)));
  }

  byNumbers(numbers: readonly string[]): Promise<MaterialLotRow[]> {
    return this.#tx
      .select()
      .from(materialLots)
      .where(and(this.#own(), anyOf(materialLots.number, numbers)));
  }

  page(request: PageRequest, filter: LotFilter, now: Date): Promise<MaterialLotRow[]> {
    const page = keyset(request, [materialLots.receivedAt, materialLots.id], 'desc');
    return this.#tx
      .select()
      .from(materialLots)
      .where(
        page.where(
          this.#own(),
          filter.definitionNumber ? eq(materialLots.definitionNumber, filter.definitionNumber) : undefined,
          filter.definitionId ? eq(materialLots.definitionId, filter.definitionId) : undefined,
          filter.supplierLotNumber ? eq(materialLots.supplierLotNumber, filter.supplierLotNumber) : undefined,
          filter.heatNumber ? eq(materialLots.heatNumber, filter.heatNumber) : undefined,
          filter.status ? hasStatus(filter.status, now) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** The lot, locked: whoever changes its balances or allocations holds this lock. */
  async lock(key: { lotId?: string | null | undefined; lotNumber?: string | null | undefined }) {
    const [row] = await this.#tx
      .select()
      .from(materialLots)
      .where(
        and(
          this.#own(),
          key.lotId ? eq(materialLots.id, key.lotId) : eq(materialLots.number, key.lotNumber ?? ''),
        ),
      )
      .for('update');
    return row ?? null;
  }

  /** Several lots, locked in the order of their ids. */
  lockAll(ids: readonly string[]): Promise<MaterialLotRow[]> {
    return this.#tx
      .select()
      .from(materialLots)
      .where(and(this.#own(), anyOf(materialLots.id, ids)))
      .orderBy(asc(materialLots.id))
      .for('update');
  }

  /**
   * Ids of lots of a definition that may be used at a time: neither set aside nor expired and, where it is
   * critical, certified. What expires first comes first, then what came first. At most 1,000.
   */
  async usable(definitionId: string, unit: string, critical: boolean, at: Date): Promise<string[]> {
    const certified = sql`exists (select 1 from ${materialCertificates} where ${eq(materialCertificates.lotId, materialLots.id)})`;
    const rows = await this.#tx
      .select({ id: materialLots.id })
      .from(materialLots)
      .where(
        and(
          this.#own(),
          eq(materialLots.definitionId, definitionId),
          eq(materialLots.unit, unit),
          hasStatus('AVAILABLE', at),
          critical ? certified : undefined,
          notHeld(materialLots.id),
        ),
      )
      .orderBy(
        sql`${materialLots.expiresAt} asc nulls last`,
        asc(materialLots.receivedAt),
        asc(materialLots.id),
      )
      .limit(1_000);
    return rows.map((row) => row.id);
  }

  /** Throws a violation of `material_lots_number_key` or `material_lots_pkey`. */
  async insert(row: Omit<MaterialLotRow, 'tenantId'>): Promise<MaterialLotRow> {
    const [saved] = await this.#tx
      .insert(materialLots)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as MaterialLotRow;
  }

  async setStatus(id: string, status: StoredLotStatus): Promise<MaterialLotRow> {
    const [saved] = await this.#tx
      .update(materialLots)
      .set({ status })
      .where(and(this.#own(), eq(materialLots.id, id)))
      .returning();
    return saved as MaterialLotRow;
  }

  /** What lots have, zero left out; by location. */
  balancesOf(lotIds: readonly string[]): Promise<BalanceRow[]> {
    return this.#balances(and(anyOf(inventoryBalances.lotId, lotIds))).orderBy(inventoryLocations.code);
  }

  balancesPage(request: PageRequest, filter: BalanceFilter): Promise<BalanceRow[]> {
    const page = keyset(request, [materialLots.number, inventoryLocations.code]);
    return this.#balances(
      page.where(
        filter.definitionNumber ? eq(materialLots.definitionNumber, filter.definitionNumber) : undefined,
        filter.definitionId ? eq(materialLots.definitionId, filter.definitionId) : undefined,
        filter.locationCode ? eq(inventoryLocations.code, filter.locationCode) : undefined,
        filter.lotNumber ? eq(materialLots.number, filter.lotNumber) : undefined,
        filter.siteIds.length > 0 ? anyOf(inventoryLocations.siteId, filter.siteIds) : undefined,
      ),
    )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** Sets what a lot has at a location; the caller holds the lot's lock. */
  async putBalance(lotId: string, locationId: string, quantity: string): Promise<void> {
    await this.#tx
      .insert(inventoryBalances)
      .values({ lotId, locationId, quantity, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: [inventoryBalances.lotId, inventoryBalances.locationId],
        set: { quantity },
      });
  }

  #balances(where: SQL | undefined) {
    return this.#tx
      .select({
        lotId: inventoryBalances.lotId,
        locationId: inventoryBalances.locationId,
        quantity: inventoryBalances.quantity,
        unit: materialLots.unit,
        kind: inventoryLocations.kind,
        siteId: inventoryLocations.siteId,
        lotNumber: materialLots.number,
        locationCode: inventoryLocations.code,
      })
      .from(inventoryBalances)
      .innerJoin(materialLots, eq(materialLots.id, inventoryBalances.lotId))
      .innerJoin(inventoryLocations, eq(inventoryLocations.id, inventoryBalances.locationId))
      .where(and(eq(inventoryBalances.tenantId, this.#tenantId), gt(inventoryBalances.quantity, '0'), where))
      .$dynamic();
  }

  #own() {
    return eq(materialLots.tenantId, this.#tenantId);
  }
}

/** EXPIRED follows from the lot's time. */
function hasStatus(status: LotStatus, now: Date): SQL | undefined {
  if (status === 'EXPIRED')
    return and(eq(materialLots.status, 'AVAILABLE'), lte(materialLots.expiresAt, now));
  const inTime = or(isNull(materialLots.expiresAt), gt(materialLots.expiresAt, now));
  return and(eq(materialLots.status, status), status === 'AVAILABLE' ? inTime : undefined);
}
