import { anyOf, insertMany, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { operationProgress } from '../replica/tables.ts';
import { schedules } from '../schedule/tables.ts';
import { type ScheduledOperationRow, scheduledOperations } from './tables.ts';

type New = Omit<ScheduledOperationRow, 'tenantId'>;

/** Every statement about scheduled operations of one tenant. */
export class ScheduledOperationStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  byIds(ids: readonly string[]): Promise<ScheduledOperationRow[]> {
    return this.#select(anyOf(scheduledOperations.id, ids));
  }

  /** All of a schedule, or those of some orders or machines of it. */
  ofSchedule(
    scheduleId: string,
    only: { workOrderIds?: readonly string[]; equipmentIds?: readonly string[] } = {},
  ): Promise<ScheduledOperationRow[]> {
    return this.#select(
      eq(scheduledOperations.scheduleId, scheduleId),
      only.workOrderIds && anyOf(scheduledOperations.workOrderId, only.workOrderIds),
      only.equipmentIds && anyOf(scheduledOperations.equipmentId, only.equipmentIds),
    );
  }

  async page(scheduleId: string, request: PageRequest): Promise<ScheduledOperationRow[]> {
    const page = keyset(request, [scheduledOperations.plannedStartAt, scheduledOperations.id]);
    return this.#tx
      .select()
      .from(scheduledOperations)
      .where(page.where(this.#own(), eq(scheduledOperations.scheduleId, scheduleId)))
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** What is not over yet of a work center, or of one machine, by the published schedule. */
  async dispatch(
    of: { workCenterCode?: string; equipmentId?: string | undefined },
    request: PageRequest,
  ): Promise<ScheduledOperationRow[]> {
    const page = keyset(request, [scheduledOperations.plannedStartAt, scheduledOperations.id]);
    const rows = await this.#tx
      .select({ row: scheduledOperations })
      .from(scheduledOperations)
      .innerJoin(schedules, eq(schedules.id, scheduledOperations.scheduleId))
      .leftJoin(
        operationProgress,
        and(
          eq(operationProgress.tenantId, this.#tenantId),
          eq(operationProgress.operationId, scheduledOperations.operationId),
        ),
      )
      .where(
        page.where(
          this.#own(),
          eq(schedules.tenantId, this.#tenantId),
          eq(schedules.status, 'PUBLISHED'),
          of.workCenterCode ? eq(scheduledOperations.workCenterCode, of.workCenterCode) : undefined,
          of.equipmentId ? anyOf(scheduledOperations.equipmentId, [of.equipmentId]) : undefined,
          or(
            isNull(operationProgress.status),
            sql`${operationProgress.status} in ('PENDING', 'IN_PROGRESS')`,
          ),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
    return rows.map(({ row }) => row);
  }

  /** Those that overlap a span of time, by machine and start; at most `most`. */
  between(
    scheduleId: string,
    {
      from,
      until,
      workCenterCodes,
    }: { from: Date; until: Date; workCenterCodes?: readonly string[] | undefined },
    most: number,
  ): Promise<ScheduledOperationRow[]> {
    return this.#tx
      .select()
      .from(scheduledOperations)
      .where(
        and(
          this.#own(),
          eq(scheduledOperations.scheduleId, scheduleId),
          lt(scheduledOperations.plannedStartAt, until),
          gt(scheduledOperations.plannedEndAt, from),
          workCenterCodes && anyOf(scheduledOperations.workCenterCode, workCenterCodes),
        ),
      )
      .orderBy(scheduledOperations.equipmentId, scheduledOperations.plannedStartAt)
      .limit(most);
  }

  /** Of published schedules: by operation or by order. */
  async published(
    by: 'operationId' | 'workOrderId',
    ids: readonly string[],
  ): Promise<ScheduledOperationRow[]> {
    const rows = await this.#tx
      .select({ row: scheduledOperations })
      .from(scheduledOperations)
      .innerJoin(schedules, eq(schedules.id, scheduledOperations.scheduleId))
      .where(
        and(
          this.#own(),
          eq(schedules.tenantId, this.#tenantId),
          eq(schedules.status, 'PUBLISHED'),
          anyOf(scheduledOperations[by], ids),
        ),
      )
      .orderBy(scheduledOperations.workOrderId, scheduledOperations.operationNumber);
    return rows.map(({ row }) => row);
  }

  async insert(rows: readonly New[]): Promise<void> {
    await insertMany(
      this.#tx,
      scheduledOperations,
      rows.map((row) => ({ ...row, tenantId: this.#tenantId })),
    );
  }

  async update(id: string, changes: Partial<Omit<New, 'id'>>): Promise<ScheduledOperationRow> {
    const [saved] = await this.#tx
      .update(scheduledOperations)
      .set(changes)
      .where(and(this.#own(), eq(scheduledOperations.id, id)))
      .returning();
    return saved as ScheduledOperationRow;
  }

  #select(...where: (SQL | undefined)[]): Promise<ScheduledOperationRow[]> {
    return this.#tx
      .select()
      .from(scheduledOperations)
      .where(and(this.#own(), ...where))
      .orderBy(scheduledOperations.plannedStartAt, scheduledOperations.id);
  }

  #own() {
    return eq(scheduledOperations.tenantId, this.#tenantId);
  }
}
