import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, sql } from 'drizzle-orm';
import { type ApiClientRow, apiClients } from './tables.ts';

/** Every statement about the programs that sign in to one tenant. */
export class ApiClientStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<ApiClientRow[]> {
    return this.#tx
      .select()
      .from(apiClients)
      .where(and(this.#own(), anyOf(apiClients.id, ids)));
  }

  /** @param siteIds only programs that are bound to some of these sites; empty means no such fence */
  page(request: PageRequest, siteIds: readonly string[]): Promise<ApiClientRow[]> {
    const page = keyset(request, [apiClients.name, apiClients.id]);
    return this.#tx
      .select()
      .from(apiClients)
      .where(
        page.where(
          this.#own(),
          siteIds.length > 0
            ? sql`cardinality(${apiClients.siteIds}) > 0 and ${apiClients.siteIds} <@ ${sql.param(siteIds)}::uuid[]`
            : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<ApiClientRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(apiClients)
      .where(and(this.#own(), eq(apiClients.id, id)))
      .for('update');
    return row;
  }

  /** Throws a violation of `api_clients_name_key` or `api_clients_pkey`. */
  async insert(row: Omit<ApiClientRow, 'tenantId'>): Promise<ApiClientRow> {
    const [saved] = await this.#tx
      .insert(apiClients)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as ApiClientRow;
  }

  async update(id: string, changes: Partial<Omit<ApiClientRow, 'id' | 'tenantId'>>): Promise<ApiClientRow> {
    const [saved] = await this.#tx
      .update(apiClients)
      .set(changes)
      .where(and(this.#own(), eq(apiClients.id, id)))
      .returning();
    return saved as ApiClientRow;
  }

  #own() {
    return eq(apiClients.tenantId, this.#tenantId);
  }
}
