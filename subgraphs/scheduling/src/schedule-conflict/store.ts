import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { schedules } from '../schedule/tables.ts';
import type { ConflictKind } from './schedule-conflict.ts';
import { type ScheduleConflictRow, scheduleConflicts } from './tables.ts';

export interface ConflictFilter {
  siteId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  kind?: ConflictKind | null | undefined;
  workOrderId?: string | null | undefined;
  open?: boolean | null | undefined;
}

/** Every statement about conflicts of schedules of one tenant. */
export class ConflictStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<ScheduleConflictRow[]> {
    return this.#tx
      .select()
      .from(scheduleConflicts)
      .where(and(this.#own(), anyOf(scheduleConflicts.id, ids)));
  }

  openOf(scheduleIds: readonly string[]): Promise<ScheduleConflictRow[]> {
    return this.#tx
      .select()
      .from(scheduleConflicts)
      .where(
        and(
          this.#own(),
          anyOf(scheduleConflicts.scheduleId, scheduleIds),
          isNull(scheduleConflicts.resolvedAt),
        ),
      );
  }

  /** Of published schedules. */
  async page(
    request: PageRequest,
    filter: ConflictFilter,
    siteIds: readonly string[],
  ): Promise<ScheduleConflictRow[]> {
    const page = keyset(request, [scheduleConflicts.detectedAt, scheduleConflicts.id], 'desc');
    const rows = await this.#tx
      .select({ row: scheduleConflicts })
      .from(scheduleConflicts)
      .innerJoin(schedules, eq(schedules.id, scheduleConflicts.scheduleId))
      .where(
        page.where(
          this.#own(),
          eq(schedules.tenantId, this.#tenantId),
          eq(schedules.status, 'PUBLISHED'),
          filter.siteId ? anyOf(scheduleConflicts.siteId, [filter.siteId]) : undefined,
          siteIds.length > 0 ? anyOf(scheduleConflicts.siteId, siteIds) : undefined,
          filter.workCenterCode ? eq(scheduleConflicts.workCenterCode, filter.workCenterCode) : undefined,
          filter.kind ? eq(scheduleConflicts.kind, filter.kind) : undefined,
          filter.workOrderId ? anyOf(scheduleConflicts.workOrderId, [filter.workOrderId]) : undefined,
          openness(filter.open),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
    return rows.map(({ row }) => row);
  }

  pageOfSchedule(
    scheduleId: string,
    open: boolean | null | undefined,
    request: PageRequest,
  ): Promise<ScheduleConflictRow[]> {
    const page = keyset(request, [scheduleConflicts.detectedAt, scheduleConflicts.id], 'desc');
    return this.#tx
      .select()
      .from(scheduleConflicts)
      .where(page.where(this.#own(), eq(scheduleConflicts.scheduleId, scheduleId), openness(open)))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  async insert(rows: readonly Omit<ScheduleConflictRow, 'tenantId'>[]): Promise<void> {
    await insertMany(
      this.#tx,
      scheduleConflicts,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async resolve(ids: readonly string[], resolvedAt: Date): Promise<void> {
    await this.#tx
      .update(scheduleConflicts)
      .set({ resolvedAt })
      .where(and(this.#own(), anyOf(scheduleConflicts.id, ids)));
  }

  #own() {
    return eq(scheduleConflicts.tenantId, this.#tenantId);
  }
}

function openness(open: boolean | null | undefined) {
  if (open === null || open === undefined) return undefined;
  return open ? isNull(scheduleConflicts.resolvedAt) : isNotNull(scheduleConflicts.resolvedAt);
}
