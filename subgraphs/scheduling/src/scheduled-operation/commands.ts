import { mayUseSite } from '@machshop/auth';
import { Decimal, type Tx } from '@machshop/db';
import { schedulingEvents } from '@machshop/schema/events/scheduling.ts';
import { type Context, checkInput, invalidInput, notFound, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { workingTime } from '../planning/working-time.ts';
import { ReplicaStore } from '../replica/store.ts';
import type { EquipmentRow, SiteRow } from '../replica/tables.ts';
import { CalendarStore } from '../resource-calendar/store.ts';
import { lockVisible, revisionChanged } from '../schedule/commands.ts';
import { MOVABLE } from '../schedule/schedule.ts';
import { ScheduleStore } from '../schedule/store.ts';
import type { ScheduleRow } from '../schedule/tables.ts';
import { recheck } from '../schedule-conflict/recheck.ts';
import type { ScheduleConflictRow } from '../schedule-conflict/tables.ts';
import { Calendar } from '../search/index.ts';
import { ScheduledOperationStore } from './store.ts';
import type { ScheduledOperationRow } from './tables.ts';

const base = { id: z.uuid(), revision: z.int().min(1) };
const moveInput = z.object({
  ...base,
  equipmentId: z.uuid().nullish(),
  startAt: z.date(),
  reason: z.string().trim().min(1).max(2_000).nullish(),
});
const pinInput = z.object(base);

/** Puts an operation elsewhere and pins it there. */
export async function moveScheduledOperation(
  ctx: Context,
  raw: unknown,
): Promise<{ scheduledOperation: ScheduledOperationRow; conflicts: ScheduleConflictRow[] }> {
  const input = checkInput(moveInput, raw);
  return ctx.write(async (tx) => {
    const { row, schedule } = await lock(ctx, tx, input);
    const replicas = new ReplicaStore(tx, ctx.viewer.tenantId);
    const [progress] = await replicas.progressOf([row.operationId]);
    if (progress && progress.status !== 'PENDING')
      throw new Refused(
        ruleViolation('STARTED_ALREADY', `the operation is ${progress.status}`, ['input', 'id']),
      );
    if (input.startAt < ctx.now())
      throw new Refused(invalidInput(['input', 'startAt'], 'IN_THE_PAST', 'nothing is planned in the past'));
    const machine = await machineFor(ctx, tx, row, input.equipmentId ?? row.equipmentId);
    const site = await replicas.site(schedule.siteId);
    if (!site) throw new Error('a schedule has no site');
    const times = await timesAt(ctx, tx, { row, schedule, site, machine }, input.startAt);
    const saved = await new ScheduledOperationStore(tx, ctx.viewer.tenantId).update(row.id, {
      ...times,
      equipmentId: machine.id,
      pinned: true,
      startsBy: 'PINNED',
      waitsForOperationId: null,
    });
    const next = await bump(ctx, tx, schedule);
    await record(ctx, tx, 'scheduled-operation.moved', next, saved, {
      old: placeOf(row),
      new: placeOf(saved),
      reason: input.reason ?? null,
    });
    const conflicts = await recheck(ctx, tx, next, {
      workOrderIds: [row.workOrderId],
      equipmentIds: [...new Set([row.equipmentId, machine.id])],
    });
    return { scheduledOperation: saved, conflicts };
  });
}

/** Pins an operation where it is, or lets it go again. */
export async function setPinned(ctx: Context, raw: unknown, pinned: boolean): Promise<ScheduledOperationRow> {
  const input = checkInput(pinInput, raw);
  return ctx.write(async (tx) => {
    const { row, schedule } = await lock(ctx, tx, input);
    if (row.pinned === pinned) return row;
    const [was, is] = pinned ? (['KEPT', 'PINNED'] as const) : (['PINNED', 'KEPT'] as const);
    const saved = await new ScheduledOperationStore(tx, ctx.viewer.tenantId).update(row.id, {
      pinned,
      // what stood in its way when it was planned is still why it starts no earlier
      startsBy: row.startsBy === was ? is : row.startsBy,
    });
    const next = await bump(ctx, tx, schedule);
    const event = pinned ? 'scheduled-operation.pinned' : 'scheduled-operation.unpinned';
    await record(ctx, tx, event, next, saved, { old: { pinned: !pinned }, new: { pinned }, reason: null });
    return saved;
  });
}

async function lock(ctx: Context, tx: Tx, { id, revision }: { id: string; revision: number }) {
  const store = new ScheduledOperationStore(tx, ctx.viewer.tenantId);
  const [seen] = await store.byIds([id]);
  const missing = notFound(['input', 'id'], 'no such scheduled operation');
  if (!seen) throw new Refused(missing);
  const schedule = await lockVisible(ctx, tx, seen.scheduleId);
  // as it is now that nobody else changes it
  const [row] = await store.byIds([id]);
  if (!row || !mayUseSite(ctx.viewer, schedule.siteId)) throw new Refused(missing);
  if (!MOVABLE.has(schedule.status))
    throw new Refused(
      ruleViolation('SCHEDULE_NOT_OPEN', `schedule ${schedule.name} is ${schedule.status}`, ['input', 'id']),
    );
  if (schedule.revision !== revision) throw new Refused(revisionChanged(schedule.revision));
  return { row, schedule };
}

async function machineFor(
  ctx: Context,
  tx: Tx,
  row: ScheduledOperationRow,
  equipmentId: string,
): Promise<EquipmentRow> {
  const replicas = new ReplicaStore(tx, ctx.viewer.tenantId);
  const [machine] = await replicas.equipmentByIds([equipmentId]);
  if (!machine) throw new Refused(notFound(['input', 'equipmentId'], 'no such equipment'));
  const operation = (await replicas.operationsOf([row.workOrderId])).find(({ id }) => id === row.operationId);
  const fits =
    machine.workCenterCode === row.workCenterCode &&
    (!operation?.equipmentClass || operation.equipmentClass === machine.equipmentClass);
  if (!fits)
    throw new Refused(
      ruleViolation('EQUIPMENT_MISMATCH', `${machine.code} cannot do this operation`, [
        'input',
        'equipmentId',
      ]),
    );
  return machine;
}

interface Wanted {
  readonly row: ScheduledOperationRow;
  readonly schedule: ScheduleRow;
  readonly site: SiteRow;
  readonly machine: EquipmentRow;
}

/** When setting up and running end on a machine, from a start on, within its calendar. */
async function timesAt(ctx: Context, tx: Tx, { row, schedule, site, machine }: Wanted, startAt: Date) {
  const calendars = await new CalendarStore(tx, ctx.viewer.tenantId).between(
    site.id,
    site.timeZone,
    startAt,
    schedule.horizonEnd,
  );
  const origin = startAt.getTime();
  const until = schedule.horizonEnd.getTime();
  const of = { equipmentId: machine.id, workCenterCode: machine.workCenterCode };
  const windows = until > origin ? workingTime(calendars, of, origin, until) : [];
  const horizon = Math.max(0, until - origin);
  const calendar = new Calendar(
    windows.map(({ start, end }) => ({ start: start - origin, end: end - origin })),
    horizon,
  );
  const setupSeconds = await setupAt(ctx, tx, { row, schedule, site, machine }, startAt);
  const end = calendar.add(0, (setupSeconds + row.runSeconds) * 1000);
  if (end > horizon)
    throw new Refused(
      invalidInput(
        ['input', 'startAt'],
        'OUTSIDE_HORIZON',
        'it would not end within the horizon of the schedule',
      ),
    );
  const setupEnd = setupSeconds > 0 ? calendar.add(0, setupSeconds * 1000) : 0;
  return {
    setupSeconds,
    plannedStartAt: startAt,
    setupEndsAt: new Date(origin + setupEnd),
    plannedEndAt: new Date(origin + end),
  };
}

/** Seconds to set the machine up there: none after the same operation of the same part revision. */
async function setupAt(
  ctx: Context,
  tx: Tx,
  { row, schedule, site, machine }: Wanted,
  startAt: Date,
): Promise<number> {
  const replicas = new ReplicaStore(tx, ctx.viewer.tenantId);
  const places = await new ScheduledOperationStore(tx, ctx.viewer.tenantId).ofSchedule(schedule.id, {
    equipmentIds: [machine.id],
  });
  const last = places.filter(({ id, plannedStartAt }) => id !== row.id && plannedStartAt < startAt).at(-1);
  const orders = await replicas.ordersByIds([row.workOrderId, ...(last ? [last.workOrderId] : [])]);
  const own = orders.find(({ id }) => id === row.workOrderId);
  const lastOrder = orders.find(({ id }) => id === last?.workOrderId);
  const setUpFor = last
    ? lastOrder && { ...lastOrder, operationNumber: last.operationNumber }
    : (await replicas.lastRuns(site.id)).find(({ equipmentId }) => equipmentId === machine.id);
  const same =
    setUpFor?.partNumber === own?.partNumber &&
    setUpFor?.revision === own?.revision &&
    setUpFor?.operationNumber === row.operationNumber;
  const operation = (await replicas.operationsOf([row.workOrderId])).find(({ id }) => id === row.operationId);
  // an operation that its order has no more keeps what it was planned with
  if (!operation) return row.setupSeconds;
  return same ? 0 : Decimal.min(1e9, operation.setupSeconds).ceil().toNumber();
}

const bump = (ctx: Context, tx: Tx, { id, revision }: ScheduleRow): Promise<ScheduleRow> =>
  new ScheduleStore(tx, ctx.viewer.tenantId).update(id, { revision: revision + 1 });

const placeOf = ({ equipmentId, plannedStartAt, plannedEndAt, pinned }: ScheduledOperationRow) => ({
  equipmentId,
  plannedStartAt: plannedStartAt.toISOString(),
  plannedEndAt: plannedEndAt.toISOString(),
  pinned,
});

async function record(
  ctx: Context,
  tx: Tx,
  event: 'scheduled-operation.moved' | 'scheduled-operation.pinned' | 'scheduled-operation.unpinned',
  schedule: ScheduleRow,
  row: ScheduledOperationRow,
  change: { old: Record<string, unknown>; new: Record<string, unknown>; reason: string | null },
): Promise<void> {
  const entity = { __typename: 'ScheduledOperation', id: row.id } as const;
  await ctx.record(tx, schedulingEvents[event], {
    id: row.id,
    siteId: schedule.siteId,
    data: {
      schedule: { __typename: 'Schedule', id: schedule.id },
      scheduledOperation: entity,
      siteId: schedule.siteId,
      operation: { __typename: 'WorkOrderOperation', id: row.operationId },
      operationNumber: row.operationNumber,
      workOrder: { __typename: 'WorkOrder', id: row.workOrderId },
      workOrderNumber: row.workOrderNumber,
      workCenterCode: row.workCenterCode,
      equipment: { __typename: 'Equipment', id: row.equipmentId },
      plannedStartAt: row.plannedStartAt.toISOString(),
      plannedEndAt: row.plannedEndAt.toISOString(),
      pinned: row.pinned,
      change: { action: 'UPDATE', entity, ...change },
    },
  });
}
