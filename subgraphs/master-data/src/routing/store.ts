import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, exists, ilike, or, sql } from 'drizzle-orm';
import { parts } from '../part/tables.ts';
import { likePattern } from '../search.ts';
import type { RoutingStatus } from './routing.ts';
import { type RoutingOperationRow, type RoutingRow, routingOperations, routings } from './tables.ts';

export interface RoutingFilter {
  search?: string | null | undefined;
  partNumber?: string | null | undefined;
  status?: RoutingStatus | null | undefined;
}

/** Every statement about routings of one tenant. */
export class RoutingStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<RoutingRow[]> {
    return this.#tx
      .select()
      .from(routings)
      .where(and(this.#own(), anyOf(routings.id, ids)));
  }

  /** All versions, oldest first. */
  versionsOf(numbers: readonly string[]): Promise<RoutingRow[]> {
    return this.#tx
      .select()
      .from(routings)
      .where(and(this.#own(), anyOf(routings.number, numbers)))
      .orderBy(routings.number, routings.version);
  }

  publishedOf(revisionIds: readonly string[]): Promise<RoutingRow[]> {
    return this.#tx
      .select()
      .from(routings)
      .where(and(this.#own(), anyOf(routings.partRevisionId, revisionIds), eq(routings.status, 'PUBLISHED')))
      .orderBy(routings.number);
  }

  page(request: PageRequest, filter: RoutingFilter & { revisionId?: string }): Promise<RoutingRow[]> {
    const page = keyset(request, [routings.number, routings.version]);
    const like = filter.search ? likePattern(filter.search) : null;
    const part = (condition: ReturnType<typeof eq>) =>
      exists(
        this.#tx
          .select({ one: sql`1` })
          .from(parts)
          .where(and(eq(parts.tenantId, this.#tenantId), eq(parts.id, routings.partId), condition)),
      );
    return this.#tx
      .select()
      .from(routings)
      .where(
        page.where(
          this.#own(),
          filter.revisionId ? eq(routings.partRevisionId, filter.revisionId) : undefined,
          filter.status ? eq(routings.status, filter.status) : undefined,
          filter.partNumber ? part(eq(parts.number, filter.partNumber)) : undefined,
          like ? or(ilike(routings.number, like), ilike(routings.description, like)) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  operationsByIds(ids: readonly string[]): Promise<RoutingOperationRow[]> {
    return this.#tx
      .select()
      .from(routingOperations)
      .where(and(this.#ownOperation(), anyOf(routingOperations.id, ids)));
  }

  operationsOf(routingIds: readonly string[]): Promise<RoutingOperationRow[]> {
    return this.#tx
      .select()
      .from(routingOperations)
      .where(and(this.#ownOperation(), anyOf(routingOperations.routingId, routingIds)))
      .orderBy(routingOperations.routingId, routingOperations.operationNumber);
  }

  insert(rows: readonly Omit<RoutingRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      routings,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  insertOperations(rows: readonly Omit<RoutingOperationRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      routingOperations,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async deleteOperations(routingId: string): Promise<void> {
    await this.#tx
      .delete(routingOperations)
      .where(and(this.#ownOperation(), eq(routingOperations.routingId, routingId)));
  }

  /** Throws a violation of `routings_one_published`. */
  async update(
    id: string,
    changes: Partial<Pick<RoutingRow, 'status' | 'description' | 'publishedAt' | 'supersededAt'>>,
  ): Promise<void> {
    await this.#tx
      .update(routings)
      .set(changes)
      .where(and(this.#own(), eq(routings.id, id)));
  }

  #own() {
    return eq(routings.tenantId, this.#tenantId);
  }

  #ownOperation() {
    return eq(routingOperations.tenantId, this.#tenantId);
  }
}
