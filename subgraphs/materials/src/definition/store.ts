import { anyOf, type Tx } from '@machshop/db';
import { and, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { DefinitionType } from './definition.ts';
import { type BillRow, bills, type DefinitionRow, definitions, partRevisions } from './tables.ts';

/** Sums over a definition's lots, in its unit. */
export interface LevelRow {
  readonly id: string;
  readonly unit: string;
  readonly onHand: string;
  readonly allocated: string;
  readonly available: string;
}

/** Every statement about the definitions of one tenant: replicas of what master-data published. */
export class DefinitionStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async byId(id: string): Promise<DefinitionRow | null> {
    const [row] = await this.#tx
      .select()
      .from(definitions)
      .where(and(this.#own(), eq(definitions.id, id)));
    return row ?? null;
  }

  async byNumber(type: DefinitionType, number: string): Promise<DefinitionRow | null> {
    const [row] = await this.#tx
      .select()
      .from(definitions)
      .where(and(this.#own(), eq(definitions.type, type), eq(definitions.number, number)))
      .orderBy(desc(definitions.asOf))
      .limit(1);
    return row ?? null;
  }

  /** Keeps what was said last. */
  async put(row: Omit<DefinitionRow, 'tenantId'>): Promise<void> {
    const { id: _, ...facts } = row;
    await this.#tx
      .insert(definitions)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: definitions.id,
        set: facts,
        setWhere: sql`${this.#own()} and ${lte(definitions.asOf, row.asOf)}`,
      });
  }

  async putRevision(id: string, partId: string, revision: string): Promise<void> {
    await this.#tx
      .insert(partRevisions)
      .values({ id, partId, revision, tenantId: this.#tenantId })
      .onConflictDoNothing();
  }

  async putBill(row: Omit<BillRow, 'tenantId'>): Promise<void> {
    const { id: _, ...facts } = row;
    await this.#tx
      .insert(bills)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: bills.id, set: facts, setWhere: eq(bills.tenantId, this.#tenantId) });
  }

  /** The bill of a part's revision that is effective at a time: of several, the one that began last. */
  async billOf(partId: string, revision: string, at: Date): Promise<BillRow | null> {
    const [row] = await this.#tx
      .select({ bill: bills })
      .from(bills)
      .innerJoin(partRevisions, eq(partRevisions.id, bills.partRevisionId))
      .where(
        and(
          eq(bills.tenantId, this.#tenantId),
          eq(bills.partId, partId),
          eq(partRevisions.revision, revision),
          lte(bills.effectiveFrom, at),
          or(isNull(bills.effectiveTo), gt(bills.effectiveTo, at)),
        ),
      )
      .orderBy(desc(bills.effectiveFrom), desc(bills.id))
      .limit(1);
    return row?.bill ?? null;
  }

  /** How much there is of definitions: lots by their balances, serials by one each. */
  async levels(ids: readonly string[], now: Date): Promise<LevelRow[]> {
    const rows = await this.#tx.execute(sql`
      with wanted as (
        select id, unit from ${definitions} where ${this.#own()} and ${anyOf(definitions.id, ids)}
      ), blocked as (
        select distinct entity_id from materials.quality_holds where tenant_id = ${this.#tenantId}::uuid and hold <> 'NONE'
      ), held as (
        select l.definition_id as id,
          sum(b.quantity) filter (where p.kind <> 'SCRAP') as on_hand,
          sum(b.quantity) filter (where p.kind = 'STORE' and l.status = 'AVAILABLE'
            and (l.expires_at is null or l.expires_at > ${now.toISOString()}::timestamptz)
            and l.id not in (select entity_id from blocked)) as usable
        from materials.material_lots l
        join materials.inventory_balances b on b.lot_id = l.id
        join materials.inventory_locations p on p.id = b.location_id
        where l.tenant_id = ${this.#tenantId}::uuid and l.definition_id in (select id from wanted)
        group by 1
      ), reserved as (
        select l.definition_id as id, sum(a.quantity - a.drawn) as allocated,
          sum(a.quantity - a.drawn) filter (where l.status = 'AVAILABLE'
            and (l.expires_at is null or l.expires_at > ${now.toISOString()}::timestamptz)
            and l.id not in (select entity_id from blocked)) as of_usable
        from materials.material_lots l
        join materials.allocations a on a.lot_id = l.id and a.state = 'ACTIVE'
        where l.tenant_id = ${this.#tenantId}::uuid and l.definition_id in (select id from wanted)
        group by 1
      ), pieces as (
        select part_id as id, count(*) as n, count(*) filter (where id not in (select entity_id from blocked)) as free
        from materials.serialized_parts
        where tenant_id = ${this.#tenantId}::uuid and part_id in (select id from wanted) and status = 'COMPLETED'
        group by 1
      )
      select w.id, w.unit, (coalesce(h.on_hand, 0) + coalesce(s.n, 0))::text as "onHand",
        coalesce(r.allocated, 0)::text as allocated,
        (coalesce(h.usable, 0) - coalesce(r.of_usable, 0) + coalesce(s.free, 0))::text as available
      from wanted w left join held h using (id) left join reserved r using (id) left join pieces s using (id)
    `);
    return rows as unknown as LevelRow[];
  }

  #own() {
    return eq(definitions.tenantId, this.#tenantId);
  }
}
