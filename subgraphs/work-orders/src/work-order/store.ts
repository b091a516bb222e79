import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, lt, type SQL, sql } from 'drizzle-orm';
import {
  numberSeries,
  type WorkOrderHistoryRow,
  type WorkOrderRow,
  type WorkOrderSerialRow,
  workOrderHistory,
  workOrderSerials,
  workOrders,
} from './tables.ts';
import { formatNumber, type WorkOrderStatus } from './work-order.ts';

export interface WorkOrderFilter {
  status?: readonly WorkOrderStatus[] | null | undefined;
  siteId?: string | null | undefined;
  partId?: string | null | undefined;
  partNumber?: string | null | undefined;
  dueBefore?: Date | null | undefined;
  search?: string | null | undefined;
}

export type NewWorkOrder = Omit<WorkOrderRow, 'tenantId' | 'dueSort'>;
export type WorkOrderChanges = Partial<Omit<WorkOrderRow, 'id' | 'tenantId' | 'dueSort'>>;
export type NewHistory = Omit<WorkOrderHistoryRow, 'tenantId'>;

const NUMBER_TRIES = 100;

/** Every statement about work orders of one tenant. */
export class WorkOrderStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<WorkOrderRow[]> {
    return this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), anyOf(workOrders.id, ids)));
  }

  byNumbers(numbers: readonly string[]): Promise<WorkOrderRow[]> {
    return this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), anyOf(workOrders.number, numbers)));
  }

  bySource(messageId: string): Promise<WorkOrderRow[]> {
    return this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), eq(workOrders.sourceMessageId, messageId)));
  }

  /** @param siteIds empty for every site */
  page(
    request: PageRequest,
    filter: WorkOrderFilter,
    siteIds: readonly string[],
    sort: 'DUE' | 'NUMBER',
  ): Promise<WorkOrderRow[]> {
    const page = keyset(
      request,
      sort === 'DUE' ? [workOrders.dueSort, workOrders.id] : [workOrders.number, workOrders.id],
    );
    return this.#tx
      .select()
      .from(workOrders)
      .where(page.where(this.#own(), ...filters(filter, siteIds)))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<WorkOrderRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), eq(workOrders.id, id)))
      .for('update');
    return row;
  }

  /** The state of an order that will not change before the transaction ends; others may look as well. */
  async share(id: string): Promise<WorkOrderStatus | undefined> {
    const [row] = await this.#tx
      .select({ status: workOrders.status })
      .from(workOrders)
      .where(and(this.#own(), eq(workOrders.id, id)))
      .for('share');
    return row?.status;
  }

  /** Throws a violation of `work_orders_number_key`, `work_orders_source_key` or `work_orders_pkey`. */
  async insert(row: NewWorkOrder): Promise<WorkOrderRow> {
    const [saved] = await this.#tx
      .insert(workOrders)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as WorkOrderRow;
  }

  async update(id: string, changes: WorkOrderChanges): Promise<WorkOrderRow> {
    const [saved] = await this.#tx
      .update(workOrders)
      .set(changes)
      .where(and(this.#own(), eq(workOrders.id, id)))
      .returning();
    return saved as WorkOrderRow;
  }

  /** The next number of the year that no order has. Holds the series until the transaction ends. */
  async nextNumber(year: number): Promise<string> {
    for (let attempt = 0; attempt < NUMBER_TRIES; attempt++) {
      const [series] = await this.#tx
        .insert(numberSeries)
        .values({ tenantId: this.#tenantId, year, last: 1 })
        .onConflictDoUpdate({
          target: [numberSeries.tenantId, numberSeries.year],
          set: { last: sql`${numberSeries.last} + 1` },
        })
        .returning();
      const number = formatNumber(year, series?.last ?? 1);
      if ((await this.byNumbers([number])).length === 0) return number;
    }
    throw new Error(`no free number of ${year} after ${NUMBER_TRIES} tries`);
  }

  /**
   * Notes that serials begin at the order, in the statement that locks it.
   * @returns the serials that began so far, or undefined when the order is in none of the states
   */
  async introduce(
    id: string,
    serialNumbers: readonly string[],
    states: readonly WorkOrderStatus[],
  ): Promise<number | undefined> {
    const rows = await this.#tx.execute<{ introduced: number }>(sql`
      with fresh as (
        insert into ${workOrderSerials} as s (tenant_id, work_order_id, serial_number, introduced)
        select ${this.#tenantId}::uuid, ${id}::uuid, serial_number, true
        from unnest(${sql.param(serialNumbers)}::text[]) as named (serial_number) order by serial_number
        on conflict (work_order_id, serial_number) do update set introduced = true where not s.introduced
        returning 1
      )
      update ${workOrders} set serials_introduced = serials_introduced + (select count(*) from fresh)
      where id = ${id}::uuid and tenant_id = ${this.#tenantId}::uuid
        and status = any(${sql.param(states)}::text[])
      returning serials_introduced as introduced`);
    return rows[0]?.introduced;
  }

  /** Notes a serial of the order that the materials domain made. */
  async addSerial(workOrderId: string, serialNumber: string, serializedPartId: string): Promise<void> {
    await this.#tx
      .insert(workOrderSerials)
      .values({ tenantId: this.#tenantId, workOrderId, serialNumber, serializedPartId, introduced: false })
      .onConflictDoUpdate({
        target: [workOrderSerials.workOrderId, workOrderSerials.serialNumber],
        set: { serializedPartId },
      });
  }

  serialPage(workOrderId: string, request: PageRequest): Promise<WorkOrderSerialRow[]> {
    const page = keyset(request, [workOrderSerials.serialNumber]);
    return this.#tx
      .select()
      .from(workOrderSerials)
      .where(
        page.where(
          eq(workOrderSerials.tenantId, this.#tenantId),
          eq(workOrderSerials.workOrderId, workOrderId),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async addHistory(rows: readonly NewHistory[]): Promise<void> {
    await this.#tx.insert(workOrderHistory).values(rows.map((row) => ({ ...row, tenantId: this.#tenantId })));
  }

  historyPage(workOrderId: string, request: PageRequest): Promise<WorkOrderHistoryRow[]> {
    const page = keyset(request, [workOrderHistory.id], 'desc');
    return this.#tx
      .select()
      .from(workOrderHistory)
      .where(
        page.where(
          eq(workOrderHistory.tenantId, this.#tenantId),
          eq(workOrderHistory.workOrderId, workOrderId),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  #own() {
    return eq(workOrders.tenantId, this.#tenantId);
  }
}

function filters(filter: WorkOrderFilter, siteIds: readonly string[]): (SQL | undefined)[] {
  const { status, siteId, partId, partNumber, dueBefore, search } = filter;
  // what LIKE gives a meaning is taken literally
  const prefix = search?.replace(/[\\%_]/g, (character) => `\\${character}`);
  return [
    siteIds.length > 0 ? anyOf(workOrders.siteId, siteIds) : undefined,
    status && status.length > 0 ? anyOf(workOrders.status, status) : undefined,
    siteId ? eq(workOrders.siteId, siteId) : undefined,
    partId ? eq(workOrders.partId, partId) : undefined,
    partNumber ? eq(workOrders.partNumber, partNumber) : undefined,
    dueBefore ? lt(workOrders.dueAt, dueBefore) : undefined,
    prefix ? sql`${workOrders.number} like ${`${prefix}%`}` : undefined,
  ];
}
