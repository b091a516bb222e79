import type { Tx } from '@machshop/db';
import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { type WorkOrderRow, workOrders } from './tables.ts';
import { STATUS_ORDER } from './work-order.ts';

/** Every statement about the orders of one tenant: replicas of what work-orders said. */
export class WorkOrderStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  async byNumber(number: string): Promise<WorkOrderRow | null> {
    const [row] = await this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), eq(workOrders.number, number)))
      .orderBy(desc(workOrders.asOf))
      .limit(1);
    return row ?? null;
  }

  async byId(id: string): Promise<WorkOrderRow | null> {
    const [row] = await this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), eq(workOrders.id, id)));
    return row ?? null;
  }

  async lock(id: string): Promise<WorkOrderRow | null> {
    const [row] = await this.#tx
      .select()
      .from(workOrders)
      .where(and(this.#own(), eq(workOrders.id, id)))
      .for('update');
    return row ?? null;
  }

  /** Keeps what was said last, whatever the order of arrival; answers the row as it is then, locked. */
  async put(row: Omit<WorkOrderRow, 'tenantId' | 'commonMaterial'>): Promise<WorkOrderRow> {
    const { id, ...facts } = row;
    const rank = (status: unknown) => sql`array_position(${sql.param(STATUS_ORDER)}::text[], ${status})`;
    const notOlder = or(
      lt(workOrders.asOf, row.asOf),
      and(eq(workOrders.asOf, row.asOf), sql`${rank(workOrders.status)} <= ${rank(row.status)}`),
    );
    await this.#tx
      .insert(workOrders)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({
        target: workOrders.id,
        set: facts,
        setWhere: sql`${this.#own()} and ${notOlder}`,
      });
    const saved = await this.lock(id);
    if (!saved) throw new Error(`order ${id} is of another tenant`);
    return saved;
  }

  async markCommonMaterial(id: string): Promise<void> {
    await this.#tx
      .update(workOrders)
      .set({ commonMaterial: true })
      .where(and(this.#own(), eq(workOrders.id, id)));
  }

  #own() {
    return eq(workOrders.tenantId, this.#tenantId);
  }
}
