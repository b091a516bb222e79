import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, ilike, or } from 'drizzle-orm';
import type { Lifecycle } from '../lifecycle.ts';
import { likePattern } from '../search.ts';
import { type CustomerRow, customers } from './tables.ts';

export interface CustomerFilter {
  search?: string | null | undefined;
  status?: Lifecycle | null | undefined;
}

/** Every statement about customers of one tenant. */
export class CustomerStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<CustomerRow[]> {
    return this.#tx
      .select()
      .from(customers)
      .where(and(this.#own(), anyOf(customers.id, ids)));
  }

  byCodes(codes: readonly string[]): Promise<CustomerRow[]> {
    return this.#tx
      .select()
      .from(customers)
      .where(and(this.#own(), anyOf(customers.code, codes)));
  }

  page(request: PageRequest, filter: CustomerFilter): Promise<CustomerRow[]> {
    const page = keyset(request, [customers.code, customers.id]);
    const like = filter.search ? likePattern(filter.search) : null;
    return this.#tx
      .select()
      .from(customers)
      .where(
        page.where(
          this.#own(),
          filter.status ? eq(customers.status, filter.status) : undefined,
          like ? or(ilike(customers.code, like), ilike(customers.name, like)) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  insert(rows: readonly Omit<CustomerRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      customers,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async update(id: string, changes: Partial<Pick<CustomerRow, 'name' | 'status'>>): Promise<void> {
    await this.#tx
      .update(customers)
      .set(changes)
      .where(and(this.#own(), eq(customers.id, id)));
  }

  #own() {
    return eq(customers.tenantId, this.#tenantId);
  }
}
