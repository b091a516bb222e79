import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, ilike, or } from 'drizzle-orm';
import type { Lifecycle } from '../lifecycle.ts';
import { likePattern } from '../search.ts';
import { type MaterialRow, materials } from './tables.ts';

export interface MaterialFilter {
  search?: string | null | undefined;
  status?: Lifecycle | null | undefined;
  critical?: boolean | null | undefined;
}

/** Every statement about materials of one tenant. */
export class MaterialStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<MaterialRow[]> {
    return this.#tx
      .select()
      .from(materials)
      .where(and(this.#own(), anyOf(materials.id, ids)));
  }

  byCodes(codes: readonly string[]): Promise<MaterialRow[]> {
    return this.#tx
      .select()
      .from(materials)
      .where(and(this.#own(), anyOf(materials.code, codes)));
  }

  page(request: PageRequest, filter: MaterialFilter): Promise<MaterialRow[]> {
    const page = keyset(request, [materials.code, materials.id]);
    const like = filter.search ? likePattern(filter.search) : null;
    return this.#tx
      .select()
      .from(materials)
      .where(
        page.where(
          this.#own(),
          filter.status ? eq(materials.status, filter.status) : undefined,
          filter.critical == null ? undefined : eq(materials.critical, filter.critical),
          like ? or(ilike(materials.code, like), ilike(materials.name, like)) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  insert(rows: readonly Omit<MaterialRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      materials,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async update(
    id: string,
    changes: Partial<Pick<MaterialRow, 'name' | 'description' | 'unit' | 'critical' | 'status'>>,
  ): Promise<void> {
    await this.#tx
      .update(materials)
      .set(changes)
      .where(and(this.#own(), eq(materials.id, id)));
  }

  #own() {
    return eq(materials.tenantId, this.#tenantId);
  }
}
