import { type Context, UserFacingError } from '@machshop/server';
import { workingTime } from '../planning/working-time.ts';
import { ReplicaStore } from '../replica/store.ts';
import { CalendarStore } from '../resource-calendar/store.ts';
import type { ScheduleRow } from '../schedule/tables.ts';
import { ScheduledOperationStore } from './store.ts';
import type { ScheduledOperationRow } from './tables.ts';

const MAX_DAYS = 92;
const MAX_OPERATIONS = 5_000;
const DAY_MS = 86_400_000;

export interface Lane {
  readonly equipmentId: string;
  readonly workCenterCode: string;
  readonly working: readonly { readonly start: Date; readonly end: Date }[];
  readonly operations: readonly ScheduledOperationRow[];
}

export interface Window {
  readonly from: Date;
  readonly until: Date;
  readonly workCenterCodes?: readonly string[] | undefined;
}

/**
 * The machines of a schedule's site between two times.
 * @throws UserFacingError BAD_USER_INPUT when it is too much
 */
export async function lanesOf(ctx: Context, schedule: ScheduleRow, window: Window): Promise<Lane[]> {
  const { from, until, workCenterCodes } = window;
  const span = until.getTime() - from.getTime();
  if (span < 0 || span > MAX_DAYS * DAY_MS)
    throw new UserFacingError(
      'BAD_USER_INPUT',
      `until is not before from, and at most ${MAX_DAYS} days later`,
    );
  return ctx.read(async (tx) => {
    const { tenantId } = ctx.viewer;
    const replicas = new ReplicaStore(tx, tenantId);
    const site = await replicas.site(schedule.siteId);
    if (!site) return [];
    const store = new ScheduledOperationStore(tx, tenantId);
    const rows = await store.between(schedule.id, window, MAX_OPERATIONS + 1);
    if (rows.length > MAX_OPERATIONS)
      throw new UserFacingError('BAD_USER_INPUT', `more than ${MAX_OPERATIONS} operations: ask for less`);
    const calendars = await new CalendarStore(tx, tenantId).between(site.id, site.timeZone, from, until);
    const byMachine = Map.groupBy(rows, ({ equipmentId }) => equipmentId);
    const machines = (await replicas.equipmentOfSite(site.id)).filter(
      ({ workCenterCode }) => !workCenterCodes || workCenterCodes.includes(workCenterCode),
    );
    return machines.map(({ id: equipmentId, workCenterCode }) => ({
      equipmentId,
      workCenterCode,
      working: workingTime(calendars, { equipmentId, workCenterCode }, from.getTime(), until.getTime()).map(
        ({ start, end }) => ({ start: new Date(start), end: new Date(end) }),
      ),
      operations: byMachine.get(equipmentId) ?? [],
    }));
  });
}
