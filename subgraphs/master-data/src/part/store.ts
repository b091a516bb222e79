import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, exists, ilike, or, sql } from 'drizzle-orm';
import type { Lifecycle } from '../lifecycle.ts';
import { likePattern } from '../search.ts';
import type { Tracking } from './part.ts';
import { type PartKeys, type PartRevisionRow, type PartRow, partRevisions, parts } from './tables.ts';

export interface PartFilter {
  search?: string | null | undefined;
  tracking?: Tracking | null | undefined;
  critical?: boolean | null | undefined;
  status?: Lifecycle | null | undefined;
}

/** Every statement about parts and their revisions of one tenant. */
export class PartStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<PartRow[]> {
    return this.#tx
      .select()
      .from(parts)
      .where(and(this.#own(), anyOf(parts.id, ids)));
  }

  /** For long lists: the names of a large structure are asked for at once. */
  keysByIds(ids: readonly string[]): Promise<PartKeys[]> {
    return this.#tx
      .select({ id: parts.id, number: parts.number })
      .from(parts)
      .where(and(this.#own(), anyOf(parts.id, ids)));
  }

  byNumbers(numbers: readonly string[]): Promise<PartRow[]> {
    return this.#tx
      .select()
      .from(parts)
      .where(and(this.#own(), anyOf(parts.number, numbers)));
  }

  /** Parts with a revision that fits all of the filter. */
  page(request: PageRequest, filter: PartFilter): Promise<PartRow[]> {
    const page = keyset(request, [parts.number, parts.id]);
    const like = filter.search ? likePattern(filter.search) : null;
    const revision = this.#tx
      .select({ one: sql`1` })
      .from(partRevisions)
      .where(
        and(
          this.#ownRevision(),
          eq(partRevisions.partId, parts.id),
          filter.tracking ? eq(partRevisions.tracking, filter.tracking) : undefined,
          filter.critical == null ? undefined : eq(partRevisions.critical, filter.critical),
          filter.status ? eq(partRevisions.status, filter.status) : undefined,
          like ? or(ilike(parts.number, like), ilike(partRevisions.name, like)) : undefined,
        ),
      );
    const filtered = like || filter.tracking || filter.critical != null || filter.status;
    return this.#tx
      .select()
      .from(parts)
      .where(page.where(this.#own(), filtered ? exists(revision) : undefined))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  revisionsByIds(ids: readonly string[]): Promise<PartRevisionRow[]> {
    return this.#tx
      .select()
      .from(partRevisions)
      .where(and(this.#ownRevision(), anyOf(partRevisions.id, ids)));
  }

  /** In the order in which they were drafted. */
  revisionsOf(partIds: readonly string[]): Promise<PartRevisionRow[]> {
    return this.#tx
      .select()
      .from(partRevisions)
      .where(and(this.#ownRevision(), anyOf(partRevisions.partId, partIds)))
      .orderBy(partRevisions.id);
  }

  insertParts(rows: readonly Omit<PartRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      parts,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  insertRevisions(rows: readonly Omit<PartRevisionRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      partRevisions,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async updateRevision(
    id: string,
    changes: Partial<Omit<PartRevisionRow, 'id' | 'tenantId' | 'partId'>>,
  ): Promise<void> {
    await this.#tx
      .update(partRevisions)
      .set(changes)
      .where(and(this.#ownRevision(), eq(partRevisions.id, id)));
  }

  #own() {
    return eq(parts.tenantId, this.#tenantId);
  }

  #ownRevision() {
    return eq(partRevisions.tenantId, this.#tenantId);
  }
}
