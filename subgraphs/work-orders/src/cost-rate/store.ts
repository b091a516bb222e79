import { keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq } from 'drizzle-orm';
import { type CostRateRow, costRates, costSettings } from './tables.ts';

/** Every statement about the rates of one tenant. */
export class CostRateStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** All of them: a plant has a few for each class and work center and year. */
  all(): Promise<CostRateRow[]> {
    return this.#tx.select().from(costRates).where(this.#own());
  }

  async byId(id: string): Promise<CostRateRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(costRates)
      .where(and(this.#own(), eq(costRates.id, id)));
    return row;
  }

  page(request: PageRequest): Promise<CostRateRow[]> {
    const page = keyset(request, [costRates.kind, costRates.code, costRates.effectiveFrom, costRates.id]);
    return this.#tx
      .select()
      .from(costRates)
      .where(page.where(this.#own()))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async any(): Promise<boolean> {
    const rows = await this.#tx.select({ id: costRates.id }).from(costRates).where(this.#own()).limit(1);
    return rows.length > 0;
  }

  /** Throws a violation of `cost_rates_pkey` or `cost_rates_effective_key`. */
  async insert(row: Omit<CostRateRow, 'tenantId'>): Promise<CostRateRow> {
    const [saved] = await this.#tx
      .insert(costRates)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as CostRateRow;
  }

  /** The tenant's currency; undefined when it was never set. */
  async currency(): Promise<string | undefined> {
    const [row] = await this.#tx.select().from(costSettings).where(eq(costSettings.tenantId, this.#tenantId));
    return row?.currency;
  }

  async setCurrency(currency: string, recordedAt: Date): Promise<void> {
    await this.#tx
      .insert(costSettings)
      .values({ tenantId: this.#tenantId, currency, recordedAt })
      .onConflictDoUpdate({ target: costSettings.tenantId, set: { currency, recordedAt } });
  }

  #own() {
    return eq(costRates.tenantId, this.#tenantId);
  }
}
