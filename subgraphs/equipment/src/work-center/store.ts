import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq } from 'drizzle-orm';
import { type WorkCenterRow, workCenters } from './tables.ts';

/** Every statement about work centers of one tenant. */
export class WorkCenterStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<WorkCenterRow[]> {
    return this.#tx
      .select()
      .from(workCenters)
      .where(and(this.#own(), anyOf(workCenters.id, ids)));
  }

  byCodes(codes: readonly string[]): Promise<WorkCenterRow[]> {
    return this.#tx
      .select()
      .from(workCenters)
      .where(and(this.#own(), anyOf(workCenters.code, codes)));
  }

  page(request: PageRequest): Promise<WorkCenterRow[]> {
    const page = keyset(request, [workCenters.code, workCenters.id]);
    return this.#tx
      .select()
      .from(workCenters)
      .where(page.where(this.#own()))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<WorkCenterRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(workCenters)
      .where(and(this.#own(), eq(workCenters.id, id)))
      .for('update');
    return row;
  }

  /** Throws a violation of `work_centers_code_key` or `work_centers_pkey`. */
  async insert(row: Omit<WorkCenterRow, 'tenantId'>): Promise<WorkCenterRow> {
    const [saved] = await this.#tx
      .insert(workCenters)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as WorkCenterRow;
  }

  async update(id: string, changes: Partial<Pick<WorkCenterRow, 'name' | 'area'>>): Promise<WorkCenterRow> {
    const [saved] = await this.#tx
      .update(workCenters)
      .set(changes)
      .where(and(this.#own(), eq(workCenters.id, id)))
      .returning();
    return saved as WorkCenterRow;
  }

  #own() {
    return eq(workCenters.tenantId, this.#tenantId);
  }
}
