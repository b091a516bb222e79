import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq } from 'drizzle-orm';
import { type SiteRow, sites } from './tables.ts';

/** Every statement about sites of one tenant. */
export class SiteStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<SiteRow[]> {
    return this.#tx
      .select()
      .from(sites)
      .where(and(this.#own(), anyOf(sites.id, ids)))
      .orderBy(sites.code);
  }

  byCodes(codes: readonly string[]): Promise<SiteRow[]> {
    return this.#tx
      .select()
      .from(sites)
      .where(and(this.#own(), anyOf(sites.code, codes)));
  }

  /** @param siteIds empty means every site */
  page(request: PageRequest, siteIds: readonly string[]): Promise<SiteRow[]> {
    const page = keyset(request, [sites.code, sites.id]);
    return this.#tx
      .select()
      .from(sites)
      .where(page.where(this.#own(), siteIds.length > 0 ? anyOf(sites.id, siteIds) : undefined))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<SiteRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(sites)
      .where(and(this.#own(), eq(sites.id, id)))
      .for('update');
    return row;
  }

  /** Throws a violation of `sites_code_key` or `sites_pkey`. */
  async insert(row: Omit<SiteRow, 'tenantId'>): Promise<SiteRow> {
    const [saved] = await this.#tx
      .insert(sites)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as SiteRow;
  }

  async update(
    id: string,
    changes: Partial<Pick<SiteRow, 'name' | 'location' | 'timeZone'>>,
  ): Promise<SiteRow> {
    const [saved] = await this.#tx
      .update(sites)
      .set(changes)
      .where(and(this.#own(), eq(sites.id, id)))
      .returning();
    return saved as SiteRow;
  }

  #own() {
    return eq(sites.tenantId, this.#tenantId);
  }
}
