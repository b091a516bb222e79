import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, getTableColumns, gt, isNull, lte, ne, or, sql } from 'drizzle-orm';
import type { Effectivity } from './bom.ts';
import type { ExplosionEdge } from './explosion.ts';
import { type BomLineRow, type BomRow, bomLines, boms } from './tables.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;

/** Every statement about bills of material of one tenant. */
export class BomStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<BomRow[]> {
    return this.#tx
      .select()
      .from(boms)
      .where(and(this.#own(), anyOf(boms.id, ids)));
  }

  /** Those of the revisions that are or were published. */
  publishedOf(revisionIds: readonly string[]): Promise<BomRow[]> {
    return this.#tx
      .select()
      .from(boms)
      .where(and(this.#own(), anyOf(boms.partRevisionId, revisionIds), ne(boms.status, 'DRAFT')))
      .orderBy(boms.effectiveFrom);
  }

  page(revisionId: string, request: PageRequest): Promise<BomRow[]> {
    const page = keyset(request, [boms.id], 'desc');
    return this.#tx
      .select()
      .from(boms)
      .where(page.where(this.#own(), eq(boms.partRevisionId, revisionId)))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  linesOf(bomIds: readonly string[]): Promise<BomLineRow[]> {
    return this.#tx
      .select()
      .from(bomLines)
      .where(and(this.#ownLine(), anyOf(bomLines.bomId, bomIds)))
      .orderBy(bomLines.bomId, bomLines.position);
  }

  insert(rows: readonly Omit<BomRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      boms,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  insertLines(rows: readonly Omit<BomLineRow, 'tenantId'>[]): Promise<void> {
    return insertMany(
      this.#tx,
      bomLines,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async deleteLines(bomId: string): Promise<void> {
    await this.#tx.delete(bomLines).where(and(this.#ownLine(), eq(bomLines.bomId, bomId)));
  }

  /** Throws a violation of `boms_effectivity_excl` where two of a revision would overlap. */
  async update(
    id: string,
    changes: Partial<Pick<BomRow, 'status' | 'effectiveFrom' | 'effectiveTo'>>,
  ): Promise<void> {
    await this.#tx
      .update(boms)
      .set(changes)
      .where(and(this.#own(), eq(boms.id, id)));
  }

  isPartUsed(partId: string, at: Date): Promise<boolean> {
    return this.#isUsed(eq(bomLines.componentPartId, partId), at);
  }

  isMaterialUsed(materialId: string, at: Date): Promise<boolean> {
    return this.#isUsed(eq(bomLines.componentMaterialId, materialId), at);
  }

  /** Whether a bill lists it that is in effect at the moment or will be. */
  async #isUsed(component: ReturnType<typeof eq>, at: Date): Promise<boolean> {
    const rows = await this.#tx
      .select({ id: boms.id })
      .from(bomLines)
      .innerJoin(boms, eq(boms.id, bomLines.bomId))
      .where(
        and(
          this.#ownLine(),
          component,
          eq(boms.status, 'PUBLISHED'),
          or(isNull(boms.effectiveTo), gt(boms.effectiveTo, at)),
        ),
      )
      .limit(1);
    return rows.length > 0;
  }

  /** Lines of bills in effect at the moment that list the component. */
  usagePage(
    component: { partId: string } | { materialId: string },
    at: Date,
    request: PageRequest,
  ): Promise<BomLineRow[]> {
    const page = keyset(request, [bomLines.id]);
    return this.#tx
      .select(getTableColumns(bomLines))
      .from(bomLines)
      .innerJoin(boms, eq(boms.id, bomLines.bomId))
      .where(
        page.where(
          this.#ownLine(),
          'partId' in component
            ? eq(bomLines.componentPartId, component.partId)
            : eq(bomLines.componentMaterialId, component.materialId),
          ne(boms.status, 'DRAFT'),
          lte(boms.effectiveFrom, at),
          or(isNull(boms.effectiveTo), gt(boms.effectiveTo, at)),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /**
   * Parent and child of every line below the parts, in any bill that is in effect at some moment of the range: more
   * than is ever true at one moment, so what finds no cycle in it is safe at all of them.
   */
  async partsBelow(partIds: readonly string[], range: Effectivity): Promise<[string, string][]> {
    const own = sql`${this.#tenantId}::uuid`;
    const children = sql`
      join master_data.boms b on b.tenant_id = ${own} and b.part_id = reach.part_id and b.status <> 'DRAFT'
        and tstzrange(b.effective_from, b.effective_to)
          && tstzrange(${time(range.from)}::timestamptz, ${time(range.to)}::timestamptz)
      join master_data.part_revisions r on r.id = b.part_revision_id
        and (r.retired_at is null or r.retired_at > ${time(range.from)}::timestamptz)
      join master_data.bom_lines l on l.bom_id = b.id and l.component_part_id is not null`;
    const rows = await this.#tx.execute(sql`
      with recursive reach (part_id) as (
        select unnest(${sql.param(partIds)}::uuid[])
        union
        select l.component_part_id from reach ${children}
      )
      select distinct reach.part_id as parent, l.component_part_id as child from reach ${children}`);
    return rows.map((row) => [row.parent as string, row.child as string]);
  }

  /**
   * Every line below the part as things are at the moment, each once: current revisions and their bills in effect.
   * @param limit reads no more lines than this
   */
  async explosion(partId: string, at: Date, limit: number): Promise<ExplosionEdge[]> {
    const own = sql`${this.#tenantId}::uuid`;
    const moment = sql`${time(at)}::timestamptz`;
    const billOf = (part: ReturnType<typeof sql>) => sql`
      cross join lateral (
        select r.id from master_data.part_revisions r
        where r.tenant_id = ${own} and r.part_id = ${part} and r.status <> 'DRAFT'
          and r.effective_from <= ${moment} and (r.retired_at is null or r.retired_at > ${moment})
        order by r.effective_from desc, r.published_at desc, r.id desc
        limit 1
      ) revision
      join master_data.boms b on b.tenant_id = ${own} and b.part_revision_id = revision.id and b.status <> 'DRAFT'
        and b.effective_from <= ${moment} and (b.effective_to is null or b.effective_to > ${moment})
      join master_data.bom_lines l on l.bom_id = b.id`;
    const columns = sql`b.part_id, l.component_part_id, l.component_material_id, l.quantity, l.unit, l.id`;
    const rows = await this.#tx.execute(sql`
      with recursive line (parent, part_id, material_id, quantity, unit, id) as (
        select ${columns} from (select ${partId}::uuid as id) root ${billOf(sql`root.id`)}
        union
        select ${columns} from line ${billOf(sql`line.part_id`)}
      )
      select parent, coalesce(part_id, material_id) as child, quantity, unit from line limit ${limit}`);
    return rows as unknown as ExplosionEdge[];
  }

  #own() {
    return eq(boms.tenantId, this.#tenantId);
  }

  #ownLine() {
    return eq(bomLines.tenantId, this.#tenantId);
  }
}
