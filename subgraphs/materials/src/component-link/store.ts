import { anyOf, type Tx } from '@machshop/db';
import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Step } from './component-link.ts';
import { type ComponentLinkRow, componentLinks } from './tables.ts';

const MOST_COMPONENTS = 1_000;

/** Every statement about what is in what of one tenant. */
export class ComponentLinkStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<ComponentLinkRow[]> {
    return this.#tx
      .select()
      .from(componentLinks)
      .where(and(this.#own(), anyOf(componentLinks.id, ids)));
  }

  async lock(id: string): Promise<ComponentLinkRow | null> {
    const [row] = await this.#tx
      .select()
      .from(componentLinks)
      .where(and(this.#own(), eq(componentLinks.id, id)))
      .for('update');
    return row ?? null;
  }

  /** What is in parents now. */
  ofParents(ids: readonly string[]): Promise<ComponentLinkRow[]> {
    return this.#tx
      .select()
      .from(componentLinks)
      .where(and(this.#own(), anyOf(componentLinks.parentId, ids), isNull(componentLinks.unlinkedAt)))
      .orderBy(
        sql`${componentLinks.bomPosition} asc nulls last`,
        asc(componentLinks.linkedAt),
        asc(componentLinks.id),
      )
      .limit(MOST_COMPONENTS * ids.length);
  }

  /** What pieces are in now. */
  ofChildren(ids: readonly string[]): Promise<ComponentLinkRow[]> {
    return this.#tx
      .select()
      .from(componentLinks)
      .where(
        and(
          this.#own(),
          anyOf(componentLinks.childId, ids),
          eq(componentLinks.childType, 'SerializedPart'),
          isNull(componentLinks.unlinkedAt),
        ),
      );
  }

  /** Every edge that a piece hangs on at some time from then on, up to the top. */
  async above(id: string, from: Date): Promise<Step[]> {
    const holds = holdsFrom(from);
    const rows = await this.#tx.execute(sql`
      with recursive up as (
        select id, parent_id, parent_number, child_id, child_number from materials.component_links
        where child_id = ${id}::uuid and tenant_id = ${this.#tenantId}::uuid and ${holds}
        union
        select l.id, l.parent_id, l.parent_number, l.child_id, l.child_number
        from materials.component_links l join up on l.child_id = up.parent_id
        where l.tenant_id = ${this.#tenantId}::uuid and ${holds}
      )
      select parent_id as "parentId", parent_number as "parentNumber", child_id as "childId",
        child_number as "childNumber" from up`);
    return rows as unknown as Step[];
  }

  /** Every edge below a node at some time from then on, each once. */
  async below(id: string, from: Date): Promise<Step[]> {
    const holds = holdsFrom(from);
    const rows = await this.#tx.execute(sql`
      with recursive down as (
        select id, parent_id, parent_number, child_id, child_number from materials.component_links
        where parent_id = ${id}::uuid and tenant_id = ${this.#tenantId}::uuid and ${holds}
        union
        select l.id, l.parent_id, l.parent_number, l.child_id, l.child_number
        from materials.component_links l join down on l.parent_id = down.child_id
        where l.tenant_id = ${this.#tenantId}::uuid and ${holds}
      )
      select parent_id as "parentId", parent_number as "parentNumber", child_id as "childId",
        child_number as "childNumber" from down`);
    return rows as unknown as Step[];
  }

  /** When a piece came out of what it was in last; null when it was in nothing. */
  async lastOut(childId: string): Promise<Date | null> {
    const [row] = await this.#tx
      .select({ at: componentLinks.unlinkedAt })
      .from(componentLinks)
      .where(and(this.#own(), eq(componentLinks.childId, childId), isNotNull(componentLinks.unlinkedAt)))
      .orderBy(desc(componentLinks.unlinkedAt))
      .limit(1);
    return row?.at ?? null;
  }

  /** Until the end of the transaction, no other one links below something that is itself in something. */
  async lockDeepLinking(): Promise<void> {
    await this.#tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended('materials/links/' || ${this.#tenantId}, 0))`,
    );
  }

  /** Throws a violation of `component_links_one_parent` or `component_links_pkey`. */
  async insert(row: Omit<ComponentLinkRow, 'tenantId'>): Promise<ComponentLinkRow> {
    const [saved] = await this.#tx
      .insert(componentLinks)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as ComponentLinkRow;
  }

  async unlink(id: string, unlinkedAt: Date, unlinkReason: string): Promise<ComponentLinkRow> {
    const [saved] = await this.#tx
      .update(componentLinks)
      .set({ unlinkedAt, unlinkReason })
      .where(and(this.#own(), eq(componentLinks.id, id)))
      .returning();
    return saved as ComponentLinkRow;
  }

  #own() {
    return eq(componentLinks.tenantId, this.#tenantId);
  }
}

/** The link holds at some time from then on. The column is named bare: only one table of the query has it. */
const holdsFrom = (from: Date) =>
  sql`(unlinked_at is null or unlinked_at > ${from.toISOString()}::timestamptz)`;
