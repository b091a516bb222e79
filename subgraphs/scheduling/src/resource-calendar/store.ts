import { anyOf, keyset, type PageRequest, type Tx } from '@machshop/db';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { SiteCalendars } from '../planning/working-time.ts';
import {
  type CalendarExceptionRow,
  calendarExceptions,
  type ResourceCalendarRow,
  resourceCalendars,
} from './tables.ts';

type New<Row> = Omit<Row, 'tenantId'>;

/** Exceptions of a site that are read at once, at most. */
export const MAX_EXCEPTIONS = 5_000;

/** Every statement about calendars of one tenant. */
export class CalendarStore {
  readonly #tx: Tx;
  readonly #tenantId: string;

  constructor(tx: Tx, tenantId: string) {
    this.#tx = tx;
    this.#tenantId = tenantId;
  }

  /** The calendars of a site, its own first. */
  ofSite(siteId: string): Promise<ResourceCalendarRow[]> {
    return this.#tx
      .select()
      .from(resourceCalendars)
      .where(and(this.#ownCalendar(), eq(resourceCalendars.siteId, siteId)))
      .orderBy(
        sql`${resourceCalendars.workCenterCode} nulls first`,
        sql`${resourceCalendars.equipmentId} nulls first`,
      );
  }

  /** All that says when the machines of a site work between two moments. */
  async between(siteId: string, timeZone: string, from: Date, until: Date): Promise<SiteCalendars> {
    const calendars = await this.ofSite(siteId);
    const exceptions = await this.#tx
      .select()
      .from(calendarExceptions)
      .where(
        and(
          this.#ownException(),
          eq(calendarExceptions.siteId, siteId),
          gt(calendarExceptions.endsAt, from),
          lt(calendarExceptions.startsAt, until),
        ),
      )
      .orderBy(calendarExceptions.recordedAt, calendarExceptions.id)
      .limit(MAX_EXCEPTIONS);
    return { timeZone, calendars, exceptions };
  }

  calendarsByIds(ids: readonly string[]): Promise<ResourceCalendarRow[]> {
    return this.#tx
      .select()
      .from(resourceCalendars)
      .where(and(this.#ownCalendar(), anyOf(resourceCalendars.id, ids)));
  }

  exceptionsByIds(ids: readonly string[]): Promise<CalendarExceptionRow[]> {
    return this.#tx
      .select()
      .from(calendarExceptions)
      .where(and(this.#ownException(), anyOf(calendarExceptions.id, ids)));
  }

  /** Locked. */
  async calendar(id: string): Promise<ResourceCalendarRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(resourceCalendars)
      .where(and(this.#ownCalendar(), eq(resourceCalendars.id, id)))
      .for('update');
    return row;
  }

  async put(row: New<ResourceCalendarRow>): Promise<ResourceCalendarRow> {
    const { name, shifts, recordedAt } = row;
    const [saved] = await this.#tx
      .insert(resourceCalendars)
      .values({ ...row, tenantId: this.#tenantId })
      .onConflictDoUpdate({ target: resourceCalendars.id, set: { name, shifts, recordedAt } })
      .returning();
    return saved as ResourceCalendarRow;
  }

  async remove(id: string): Promise<void> {
    await this.#tx.delete(resourceCalendars).where(and(this.#ownCalendar(), eq(resourceCalendars.id, id)));
  }

  exceptionsPage(siteId: string, from: Date, request: PageRequest): Promise<CalendarExceptionRow[]> {
    const page = keyset(request, [calendarExceptions.startsAt, calendarExceptions.id]);
    return this.#tx
      .select()
      .from(calendarExceptions)
      .where(
        page.where(
          this.#ownException(),
          eq(calendarExceptions.siteId, siteId),
          gt(calendarExceptions.endsAt, from),
        ),
      )
      .orderBy(...page.order)
      .limit(page.limit);
  }

  /** Locked. */
  async exception(id: string): Promise<CalendarExceptionRow | undefined> {
    const [row] = await this.#tx
      .select()
      .from(calendarExceptions)
      .where(and(this.#ownException(), eq(calendarExceptions.id, id)))
      .for('update');
    return row;
  }

  /** Throws a violation of `calendar_exceptions_pkey`. */
  async addException(row: New<CalendarExceptionRow>): Promise<CalendarExceptionRow> {
    const [saved] = await this.#tx
      .insert(calendarExceptions)
      .values({ ...row, tenantId: this.#tenantId })
      .returning();
    return saved as CalendarExceptionRow;
  }

  async removeException(id: string): Promise<void> {
    await this.#tx.delete(calendarExceptions).where(and(this.#ownException(), eq(calendarExceptions.id, id)));
  }

  #ownCalendar() {
    return eq(resourceCalendars.tenantId, this.#tenantId);
  }

  #ownException() {
    return eq(calendarExceptions.tenantId, this.#tenantId);
  }
}
