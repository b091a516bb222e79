import type { Viewer } from '@machshop/auth';
import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, asc, eq, gte, lt, ne, type SQL, sql } from 'drizzle-orm';
import type { Hold } from '../disposition/disposition.ts';
import { isUuid } from '../inputs.ts';
import { formatNumber, type NonConformanceStatus, type Severity, type Source } from './non-conformance.ts';
import {
  type AffectedItemRow,
  affectedItems,
  type NonConformanceHistoryRow,
  type NonConformanceRow,
  nonConformanceHistory,
  nonConformances,
  numberSeries,
} from './tables.ts';

/** What shows them: an order in whose work they were found or which is affected, a piece or lot, a machine. */
export type Of = 'ORDER' | 'ITEM' | 'EQUIPMENT';

export interface NonConformanceFilter {
  siteId?: string | null | undefined;
  status?: readonly NonConformanceStatus[] | null | undefined;
  severity?: Severity | null | undefined;
  source?: Source | null | undefined;
  definitionNumber?: string | null | undefined;
  definitionId?: string | null | undefined;
  serialNumber?: string | null | undefined;
  lotNumber?: string | null | undefined;
  workOrderNumber?: string | null | undefined;
  equipmentCode?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  defectCode?: string | null | undefined;
  raisedFrom?: Date | null | undefined;
  raisedTo?: Date | null | undefined;
  overdue?: boolean | null | undefined;
  /** What they are of, where they are shown with it. */
  of?: { readonly kind: Of; readonly id: string };
}

export type NonConformanceChanges = Partial<Omit<NonConformanceRow, 'id' | 'tenantId'>>;

const NUMBER_TRIES = 100;

/** Every statement about non-conformances of one tenant, and what they affect. */
export class NonConformanceStore {
  readonly #tx: Tx;
  readonly #viewer: Viewer;

  constructor(tx: Tx, viewer: Viewer) {
    this.#tx = tx;
    this.#viewer = viewer;
  }

  byIds(ids: readonly string[]): Promise<NonConformanceRow[]> {
    return this.#tx
      .select()
      .from(nonConformances)
      .where(and(this.#own(), anyOf(nonConformances.id, ids)));
  }

  byNumbers(numbers: readonly string[]): Promise<NonConformanceRow[]> {
    return this.#tx
      .select()
      .from(nonConformances)
      .where(and(this.#own(), anyOf(nonConformances.number, numbers)));
  }

  /** Newest first; `now` decides what is overdue. */
  page(request: PageRequest, filter: NonConformanceFilter, now: Date): Promise<NonConformanceRow[]> {
    const page = keyset(request, [nonConformances.raisedAt, nonConformances.id], 'desc');
    const { siteIds } = this.#viewer;
    return this.#tx
      .select()
      .from(nonConformances)
      .where(
        page.where(
          this.#own(),
          siteIds.length > 0 ? anyOf(nonConformances.siteId, siteIds) : undefined,
          ...columnFilters(filter),
          ...itemFilters(filter),
          filter.overdue == null ? undefined : overdue(filter.overdue, now),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /**
   * The newest of each thing that they are of, in two statements, however many things there are.
   * @param limit of each
   */
  async newestOf(
    kind: Of,
    ids: readonly string[],
    limit: number,
  ): Promise<{ of: string; row: NonConformanceRow }[]> {
    const { siteIds } = this.#viewer;
    const pairs = await this.#tx.execute<{ of: string; id: string }>(sql`
      select wanted.id as of, found.id
      from unnest(${sql.param(ids)}::uuid[]) as wanted (id)
      cross join lateral (
        select ${nonConformances.id}, ${nonConformances.raisedAt} from ${nonConformances}
        where ${and(
          this.#own(),
          siteIds.length > 0 ? anyOf(nonConformances.siteId, siteIds) : undefined,
          ofThing(kind, sql`wanted.id`),
        )}
        order by ${nonConformances.raisedAt} desc, ${nonConformances.id} desc
        limit ${limit}
      ) as found
      order by found.raised_at desc, found.id desc`);
    const rows = await this.byIds([...new Set(pairs.map(({ id }) => id))]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return pairs.flatMap(({ of, id }) => {
      const row = byId.get(id);
      return row ? [{ of, row }] : [];
    });
  }

  async lock(id: string): Promise<NonConformanceRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(nonConformances)
      .where(and(this.#own(), anyOf(nonConformances.id, [id])))
      .for('update');
    return row;
  }

  /** Throws a violation of `non_conformances_pkey`. */
  async insert(row: Omit<NonConformanceRow, 'tenantId'>): Promise<NonConformanceRow> {
    const [saved] = await this.#tx
      .insert(nonConformances)
      .values({ ...row, tenantId: this.#viewer.tenantId })
      .returning();
    return saved as NonConformanceRow;
  }

  /** Saves changes; its version is one more then. */
  async update(id: string, changes: NonConformanceChanges): Promise<NonConformanceRow> {
    const [saved] = await this.#tx
      .update(nonConformances)
      .set({ ...changes, version: sql`${nonConformances.version} + 1` })
      .where(and(this.#own(), eq(nonConformances.id, id)))
      .returning();
    return saved as NonConformanceRow;
  }

  /** The next number of a site and a year that none has. Holds the series until the transaction ends. */
  async nextNumber(site: { id: string; code: string }, year: number): Promise<string> {
    for (let attempt = 0; attempt < NUMBER_TRIES; attempt++) {
      const [series] = await this.#tx
        .insert(numberSeries)
        .values({ tenantId: this.#viewer.tenantId, siteId: site.id, year, last: 1 })
        .onConflictDoUpdate({
          target: [numberSeries.tenantId, numberSeries.siteId, numberSeries.year],
          set: { last: sql`${numberSeries.last} + 1` },
        })
        .returning();
      const number = formatNumber(site.code, year, series?.last ?? 1);
      // a site that took over another's code finds numbers taken
      if ((await this.byNumbers([number])).length === 0) return number;
    }
    throw new Error(`no free number of ${site.code} in ${year} after ${NUMBER_TRIES} tries`);
  }

  /** Of several, in the order in which they were named. */
  itemsOf(ids: readonly string[]): Promise<AffectedItemRow[]> {
    return this.#tx
      .select()
      .from(affectedItems)
      .where(and(this.#ownItems(), anyOf(affectedItems.nonConformanceId, ids)))
      .orderBy(asc(affectedItems.id));
  }

  async item(id: string): Promise<AffectedItemRow | null> {
    const [row] = await this.#tx
      .select()
      .from(affectedItems)
      .where(and(this.#ownItems(), anyOf(affectedItems.id, [id])));
    return row ?? null;
  }

  /** Throws a violation of `affected_items_entity_key`. */
  async addItems(rows: readonly Omit<AffectedItemRow, 'tenantId'>[]): Promise<void> {
    const { tenantId } = this.#viewer;
    await insertMany(
      this.#tx,
      affectedItems,
      rows.map((row) => ({ ...row, tenantId })),
    );
  }

  /** What holds any of these things. */
  holdsOf(entityIds: readonly string[]): Promise<Pick<AffectedItemRow, 'entityId' | 'hold'>[]> {
    return this.#tx
      .select({ entityId: affectedItems.entityId, hold: affectedItems.hold })
      .from(affectedItems)
      .where(and(this.#ownItems(), anyOf(affectedItems.entityId, entityIds), ne(affectedItems.hold, 'NONE')));
  }

  async setHold(ids: readonly string[], hold: Hold): Promise<void> {
    await this.#tx
      .update(affectedItems)
      .set({ hold })
      .where(and(this.#ownItems(), anyOf(affectedItems.id, ids)));
  }

  async addHistory(row: Omit<NonConformanceHistoryRow, 'tenantId'>): Promise<void> {
    await this.#tx.insert(nonConformanceHistory).values({ ...row, tenantId: this.#viewer.tenantId });
  }

  historyPage(nonConformanceId: string, request: PageRequest): Promise<NonConformanceHistoryRow[]> {
    const page = keyset(request, [nonConformanceHistory.id], 'desc');
    return this.#tx
      .select()
      .from(nonConformanceHistory)
      .where(
        page.where(
          eq(nonConformanceHistory.tenantId, this.#viewer.tenantId),
          eq(nonConformanceHistory.nonConformanceId, nonConformanceId),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  #own() {
    return eq(nonConformances.tenantId, this.#viewer.tenantId);
  }

  #ownItems() {
    return eq(affectedItems.tenantId, this.#viewer.tenantId);
  }
}

function columnFilters(filter: NonConformanceFilter): (SQL | undefined)[] {
  const { status, severity, source, definitionNumber, equipmentCode, workCenterCode, defectCode } = filter;
  const table = nonConformances;
  return [
    filter.siteId ? anyOf(table.siteId, [filter.siteId]) : undefined,
    status && status.length > 0 ? anyOf(table.status, status) : undefined,
    severity ? eq(table.severity, severity) : undefined,
    source ? eq(table.source, source) : undefined,
    definitionNumber ? eq(table.definitionNumber, definitionNumber) : undefined,
    filter.definitionId ? anyOf(table.definitionId, [filter.definitionId]) : undefined,
    equipmentCode ? eq(table.equipmentCode, equipmentCode) : undefined,
    workCenterCode ? eq(table.workCenterCode, workCenterCode) : undefined,
    defectCode ? eq(table.defectCode, defectCode) : undefined,
    filter.raisedFrom ? gte(table.raisedAt, filter.raisedFrom) : undefined,
    filter.raisedTo ? lt(table.raisedAt, filter.raisedTo) : undefined,
  ];
}

function itemFilters(filter: NonConformanceFilter): (SQL | undefined)[] {
  const { serialNumber, lotNumber, workOrderNumber, of } = filter;
  const numbered = (type: AffectedItemRow['type'], number: string) =>
    affecting(sql`${affectedItems.type} = ${type} and ${affectedItems.number} = ${number}`);
  return [
    serialNumber ? among(numbered('SERIAL', serialNumber)) : undefined,
    lotNumber ? among(numbered('LOT', lotNumber)) : undefined,
    workOrderNumber
      ? among(sql`${numbered('ORDER', workOrderNumber)} union all
          select n.id from ${nonConformances} as n where n.work_order_number = ${workOrderNumber}`)
      : undefined,
    // what is no uuid is of nothing
    of && (isUuid(of.id) ? ofThing(of.kind, sql`${of.id}::uuid`) : sql`false`),
  ];
}

/** Ids by which an index finds them: `or` would look at every row. */
const among = (ids: SQL): SQL => sql`${nonConformances.id} in (${ids})`;

const affecting = (which: SQL): SQL =>
  sql`select ${affectedItems.nonConformanceId} from ${affectedItems} where ${which}`;

function ofThing(kind: Of, id: SQL): SQL {
  const items = affecting(sql`${affectedItems.entityId} = ${id}`);
  switch (kind) {
    case 'ITEM':
      return among(items);
    case 'EQUIPMENT':
      return sql`${nonConformances.equipmentId} = ${id}`;
    case 'ORDER':
      return among(
        sql`${items} union all select n.id from ${nonConformances} as n where n.work_order_id = ${id}`,
      );
  }
}

/** Whether a discipline or an action of it should have been done by now. */
function overdue(wanted: boolean, now: Date): SQL {
  const late = sql`(${nonConformances.status} not in ('CLOSED', 'CANCELLED') and (
    exists (select from quality.eight_d_steps s where s.non_conformance_id = ${nonConformances.id}
      and s.tenant_id = ${nonConformances.tenantId} and s.completed_at is null and s.due_at < ${now.toISOString()}::timestamptz)
    or exists (select from quality.corrective_actions a where a.non_conformance_id = ${nonConformances.id}
      and a.tenant_id = ${nonConformances.tenantId} and a.status in ('PLANNED', 'INEFFECTIVE')
      and a.due_at < ${now.toISOString()}::timestamptz)))`;
  return wanted ? late : sql`not ${late}`;
}
