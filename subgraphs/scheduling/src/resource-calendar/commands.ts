import { mayUseSite } from '@machshop/auth';
import { constraintOf, newId, type Tx } from '@machshop/db';
import { schedulingEvents } from '@machshop/schema/events/scheduling.ts';
import { type Context, checkInput, invalidInput, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import { type Scope, WEEKDAYS } from '../planning/working-time.ts';
import { ReplicaStore } from '../replica/store.ts';
import { ScheduleStore } from '../schedule/store.ts';
import { recheck } from '../schedule-conflict/recheck.ts';
import { CalendarStore } from './store.ts';
import type { CalendarExceptionRow, ResourceCalendarRow } from './tables.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 06:30');
const shift = z.object({
  day: z.enum(WEEKDAYS),
  start: clock.refine((text) => text !== '24:00', 'a shift starts before midnight'),
  end: clock,
  name: z.string().trim().min(1).max(100).nullish(),
});
const scope = {
  siteId: z.uuid(),
  workCenterCode: z.string().trim().min(1).max(40).nullish(),
  equipmentCode: z.string().trim().min(1).max(40).nullish(),
};
const setInput = z.object({
  ...scope,
  name: z.string().trim().min(1).max(200),
  shifts: z.array(shift).max(50),
});
const addInput = z.object({
  id: z.uuid().nullish(),
  ...scope,
  kind: z.enum(['CLOSED', 'OPEN']),
  startsAt: z.date(),
  endsAt: z.date(),
  reason: z.string().trim().min(1).max(2_000),
});
const removeInput = z.object({ id: z.uuid() });
const YEAR_MS = 366 * 86_400_000;

/** Sets the ordinary week of a site, a work center or a machine. */
export async function setResourceCalendar(ctx: Context, raw: unknown): Promise<ResourceCalendarRow> {
  const input = checkInput(setInput, raw);
  return ctx.write(async (tx) => {
    const of = await scopeOf(ctx, tx, input);
    const store = new CalendarStore(tx, ctx.viewer.tenantId);
    const before = (await store.ofSite(input.siteId)).find((row) => sameScope(row, of));
    const shifts = input.shifts.map(({ name, ...rest }) => ({ ...rest, name: name ?? null }));
    const wanted = { name: input.name, shifts };
    const row = await store.put({
      id: before?.id ?? newId(),
      siteId: input.siteId,
      ...of,
      ...wanted,
      recordedAt: ctx.now(),
    });
    const old = before ? { name: before.name, shifts: before.shifts } : null;
    await recordCalendar(ctx, tx, 'calendar.set', row, old, wanted);
    await recheckSite(ctx, tx, row.siteId);
    return row;
  });
}

/** Removes a calendar: the next nearest one counts. */
export async function removeResourceCalendar(ctx: Context, raw: unknown): Promise<string> {
  const { id } = checkInput(removeInput, raw);
  return ctx.write(async (tx) => {
    const store = new CalendarStore(tx, ctx.viewer.tenantId);
    const row = await store.calendar(id);
    if (!row || !mayUseSite(ctx.viewer, row.siteId))
      throw new Refused(notFound(['input', 'id'], 'no such calendar'));
    await store.remove(id);
    await recordCalendar(ctx, tx, 'calendar.removed', row, { name: row.name, shifts: row.shifts }, null);
    await recheckSite(ctx, tx, row.siteId);
    return id;
  });
}

/** Adds a time that goes otherwise than the week says. The same id with the same content again changes nothing. */
export async function addCalendarException(ctx: Context, raw: unknown): Promise<CalendarExceptionRow> {
  const input = checkInput(addInput, raw);
  if (input.endsAt <= input.startsAt || input.endsAt.getTime() - input.startsAt.getTime() > YEAR_MS)
    throw new Refused(
      invalidInput(['input', 'endsAt'], 'BAD_SPAN', 'it ends after it starts, within a year'),
    );
  try {
    return await ctx.write(async (tx) => {
      const of = await scopeOf(ctx, tx, input);
      const store = new CalendarStore(tx, ctx.viewer.tenantId);
      const { siteId, kind, startsAt, endsAt, reason } = input;
      const wanted = { siteId, ...of, kind, startsAt, endsAt, reason };
      const same = input.id ? await store.exception(input.id) : undefined;
      if (same && sameException(same, wanted)) return same;
      const row = await store.addException({ id: input.id ?? newId(), ...wanted, recordedAt: ctx.now() });
      await recordException(ctx, tx, 'calendar-exception.added', row);
      await recheckSite(ctx, tx, row.siteId);
      return row;
    });
  } catch (error) {
    if (constraintOf(error) !== 'calendar_exceptions_pkey') throw error;
    throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another exception'));
  }
}

/** Removes an exception. */
export async function removeCalendarException(ctx: Context, raw: unknown): Promise<string> {
  const { id } = checkInput(removeInput, raw);
  return ctx.write(async (tx) => {
    const store = new CalendarStore(tx, ctx.viewer.tenantId);
    const row = await store.exception(id);
    if (!row || !mayUseSite(ctx.viewer, row.siteId))
      throw new Refused(notFound(['input', 'id'], 'no such exception'));
    await store.removeException(id);
    await recordException(ctx, tx, 'calendar-exception.removed', row);
    await recheckSite(ctx, tx, row.siteId);
    return id;
  });
}

async function scopeOf(
  ctx: Context,
  tx: Tx,
  input: {
    siteId: string;
    workCenterCode?: string | null | undefined;
    equipmentCode?: string | null | undefined;
  },
): Promise<Scope> {
  const replicas = new ReplicaStore(tx, ctx.viewer.tenantId);
  // two who set the same calendar at once wait for each other
  const site = mayUseSite(ctx.viewer, input.siteId) ? await replicas.lockSite(input.siteId) : undefined;
  if (!site) throw new Refused(notFound(['input', 'siteId'], 'no such site'));
  if (input.equipmentCode) {
    const machine = await replicas.equipmentByCode(input.equipmentCode);
    if (machine?.siteId !== site.id)
      throw new Refused(
        notFound(['input', 'equipmentCode'], `the site has no equipment ${input.equipmentCode}`),
      );
    return { workCenterCode: null, equipmentId: machine.id };
  }
  if (!input.workCenterCode) return { workCenterCode: null, equipmentId: null };
  const workCenter = await replicas.workCenter({ code: input.workCenterCode });
  if (workCenter?.siteId !== site.id)
    throw new Refused(
      notFound(['input', 'workCenterCode'], `the site has no work center ${input.workCenterCode}`),
    );
  return { workCenterCode: workCenter.code, equipmentId: null };
}

const sameScope = (a: Scope, b: Scope): boolean =>
  a.workCenterCode === b.workCenterCode && a.equipmentId === b.equipmentId;

type ExceptionContent = Omit<CalendarExceptionRow, 'id' | 'tenantId' | 'recordedAt'>;

const sameException = (a: ExceptionContent, b: ExceptionContent): boolean =>
  a.siteId === b.siteId &&
  sameScope(a, b) &&
  a.kind === b.kind &&
  a.reason === b.reason &&
  a.startsAt.getTime() === b.startsAt.getTime() &&
  a.endsAt.getTime() === b.endsAt.getTime();

/** The published schedule may lie outside of working time now, or no longer. */
async function recheckSite(ctx: Context, tx: Tx, siteId: string): Promise<void> {
  const published = await new ScheduleStore(tx, ctx.viewer.tenantId).lockPublished(siteId);
  if (published) await recheck(ctx, tx, published, 'ALL');
}

const machineOf = ({ equipmentId }: Scope) =>
  equipmentId ? ({ __typename: 'Equipment', id: equipmentId } as const) : null;

async function recordCalendar(
  ctx: Context,
  tx: Tx,
  event: 'calendar.set' | 'calendar.removed',
  row: ResourceCalendarRow,
  old: Record<string, unknown> | null,
  wanted: Record<string, unknown> | null,
): Promise<void> {
  const entity = { __typename: 'ResourceCalendar', id: row.id } as const;
  const action = wanted === null ? 'DELETE' : old === null ? 'CREATE' : 'UPDATE';
  await ctx.record(tx, schedulingEvents[event], {
    id: row.id,
    siteId: row.siteId,
    data: {
      resourceCalendar: entity,
      ...(wanted ? { calendar: entity } : { removedId: row.id }),
      name: row.name,
      siteId: row.siteId,
      workCenterCode: row.workCenterCode,
      equipment: machineOf(row),
      change: { action, entity, old, new: wanted, reason: null },
    },
  });
}

async function recordException(
  ctx: Context,
  tx: Tx,
  event: 'calendar-exception.added' | 'calendar-exception.removed',
  row: CalendarExceptionRow,
): Promise<void> {
  const entity = { __typename: 'CalendarException', id: row.id } as const;
  const added = event === 'calendar-exception.added';
  const facts = { kind: row.kind, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
  await ctx.record(tx, schedulingEvents[event], {
    id: row.id,
    siteId: row.siteId,
    data: {
      calendarException: entity,
      ...(added ? { exception: entity } : { removedId: row.id }),
      ...facts,
      reason: row.reason,
      siteId: row.siteId,
      workCenterCode: row.workCenterCode,
      equipment: machineOf(row),
      change: {
        action: added ? 'CREATE' : 'DELETE',
        entity,
        old: added ? null : facts,
        new: added ? facts : null,
        reason: row.reason,
      },
    },
  });
}
