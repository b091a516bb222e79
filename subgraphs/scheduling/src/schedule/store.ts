import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, max } from 'drizzle-orm';
import type { ScheduleStatus } from './schedule.ts';
import { type ScheduleRow, schedules } from './tables.ts';

export interface ScheduleFilter {
  siteId?: string | null | undefined;
  status?: ScheduleStatus | null | undefined;
}

/** Every statement about schedules of one tenant. */
export class ScheduleStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<ScheduleRow[]> {
    return this.#tx
      .select()
      .from(schedules)
      .where(and(this.#own(), anyOf(schedules.id, ids)));
  }

  publishedOf(siteIds: readonly string[]): Promise<ScheduleRow[]> {
    return this.#tx
      .select()
      .from(schedules)
      .where(and(this.#own(), anyOf(schedules.siteId, siteIds), eq(schedules.status, 'PUBLISHED')));
  }

  /** Locks the published schedule of a site. */
  async lockPublished(siteId: string): Promise<ScheduleRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(schedules)
      .where(and(this.#own(), eq(schedules.siteId, siteId), eq(schedules.status, 'PUBLISHED')))
      .for('update');
    return row;
  }

  page(request: PageRequest, filter: ScheduleFilter, sites: readonly string[]): Promise<ScheduleRow[]> {
    const page = keyset(request, [schedules.recordedAt, schedules.id], 'desc');
    return this.#tx
      .select()
      .from(schedules)
      .where(
        page.where(
          this.#own(),
          filter.siteId ? anyOf(schedules.siteId, [filter.siteId]) : undefined,
          sites.length > 0 ? anyOf(schedules.siteId, sites) : undefined,
          filter.status ? eq(schedules.status, filter.status) : undefined,
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async lock(id: string): Promise<ScheduleRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(schedules)
      .where(and(this.#own(), eq(schedules.id, id)))
      .for('update');
    return row;
  }

  /** The site must be locked. */
  async nextVersion(siteId: string): Promise<number> {
    const [row] = await this.#tx
      .select({ last: max(schedules.version) })
      .from(schedules)
      .where(and(this.#own(), eq(schedules.siteId, siteId)));
    return (row?.last ?? 0) + 1;
  }

  /** Throws a violation of `schedules_pkey`. */
  async insert(row: Omit<ScheduleRow, 'tenantId'>): Promise<ScheduleRow> {
    const [saved] = await this.#tx
      .insert(schedules)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as ScheduleRow;
  }

  async update(id: string, changes: Partial<Omit<ScheduleRow, 'id' | 'tenantId'>>): Promise<ScheduleRow> {
    const [saved] = await this.#tx
      .update(schedules)
      .set(changes)
      .where(and(this.#own(), eq(schedules.id, id)))
      .returning();
    return saved as ScheduleRow;
  }

  #own() {
    return eq(schedules.tenantId, this.#tenantId);
  }
}
