import { anyOf, type Tx } from '@machshop/db';
import { and, asc, eq, sql } from 'drizzle-orm';
import {
  type ConsumptionRow,
  consumptions,
  type KnownOperationRow,
  knownOperations,
  knownPartRevisions,
  knownSites,
} from './tables.ts';

export type ConsumptionTotal = Pick<
  ConsumptionRow,
  'operationId' | 'definitionNumber' | 'lotNumber' | 'unit' | 'quantity'
>;

/** Every statement about what other domains say, of one tenant. */
export class ReplicaStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async addPartRevision(row: Omit<typeof knownPartRevisions.$inferInsert, 'tenantId'>): Promise<void> {
    await this.#tx
      .insert(knownPartRevisions)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  /** Published revisions of these parts. */
  async revisionsOf(partNumbers: readonly string[]): Promise<Map<string, Set<string>>> {
    const rows = await this.#tx
      .select()
      .from(knownPartRevisions)
      .where(
        and(
          eq(knownPartRevisions.tenantId, this.#tenantId),
          anyOf(knownPartRevisions.partNumber, partNumbers),
        ),
      );
    const revisions = new Map<string, Set<string>>();
    for (const { partNumber, revision } of rows)
      revisions.set(partNumber, (revisions.get(partNumber) ?? new Set()).add(revision));
    return revisions;
  }

  /** A site and its code; `replace` when it has a new one. */
  async setSite(siteId: string, code: string, replace: boolean): Promise<void> {
    const insert = this.#tx.insert(knownSites).values({ siteId, code, tenantId: this.#tenantId });
    if (replace) await insert.onConflictDoUpdate({ target: knownSites.siteId, set: { code } });
    else await insert.onConflictDoNothing();
  }

  /** The tenant's sites: a handful. */
  sites(): Promise<{ siteId: string; code: string }[]> {
    return this.#tx
      .select({ siteId: knownSites.siteId, code: knownSites.code })
      .from(knownSites)
      .where(eq(knownSites.tenantId, this.#tenantId));
  }

  async siteCode(siteId: string): Promise<string | null> {
    const [row] = await this.#tx
      .select({ code: knownSites.code })
      .from(knownSites)
      .where(and(eq(knownSites.tenantId, this.#tenantId), eq(knownSites.siteId, siteId)));
    return row?.code ?? null;
  }

  async addOperation(row: Omit<KnownOperationRow, 'tenantId'>): Promise<void> {
    await this.#tx
      .insert(knownOperations)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  async operation(operationId: string): Promise<KnownOperationRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(knownOperations)
      .where(and(eq(knownOperations.tenantId, this.#tenantId), eq(knownOperations.operationId, operationId)));
    return row;
  }

  async addConsumption(row: Omit<ConsumptionRow, 'tenantId'>): Promise<void> {
    await this.#tx
      .insert(consumptions)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  /** What went into an order, oldest first; at most `limit`. */
  consumptionOf(workOrderId: string, limit: number): Promise<ConsumptionRow[]> {
    return this.#tx
      .select()
      .from(consumptions)
      .where(this.#of(workOrderId))
      .orderBy(asc(consumptions.occurredAt), asc(consumptions.transactionId))
      .limit(limit);
  }

  /** What went into an order, added up by operation and lot; at most `limit`. */
  consumptionTotals(workOrderId: string, limit: number): Promise<ConsumptionTotal[]> {
    const { operationId, definitionNumber, lotNumber, unit } = consumptions;
    return this.#tx
      .select({
        operationId,
        definitionNumber,
        lotNumber,
        unit,
        quantity: sql<string>`trim_scale(sum(${consumptions.quantity}))::text`,
      })
      .from(consumptions)
      .where(this.#of(workOrderId))
      .groupBy(operationId, definitionNumber, lotNumber, unit)
      .orderBy(asc(definitionNumber), asc(lotNumber), asc(operationId), asc(unit))
      .limit(limit);
  }

  #of(workOrderId: string) {
    return and(eq(consumptions.tenantId, this.#tenantId), eq(consumptions.workOrderId, workOrderId));
  }
}
