import { type Context, grouped, inOrder } from '@machshop/server';
import { ReplicaStore } from './replica/store.ts';
import type { OrderStatus, ProgressRow, SiteRow } from './replica/tables.ts';
import { CalendarStore } from './resource-calendar/store.ts';
import type { CalendarExceptionRow, ResourceCalendarRow } from './resource-calendar/tables.ts';
import { ScheduleStore } from './schedule/store.ts';
import type { ScheduleRow } from './schedule/tables.ts';
import { ConflictStore } from './schedule-conflict/store.ts';
import type { ScheduleConflictRow } from './schedule-conflict/tables.ts';
import { ScheduledOperationStore } from './scheduled-operation/store.ts';
import type { ScheduledOperationRow } from './scheduled-operation/tables.ts';

export const scheduleById = (ctx: Context) =>
  ctx.loader<string, ScheduleRow | null>('scheduleById', async (tx, ids) =>
    inOrder(ids, await new ScheduleStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const siteById = (ctx: Context) =>
  ctx.loader<string, SiteRow | null>('siteById', async (tx, ids) =>
    inOrder(ids, await new ReplicaStore(tx, ctx.viewer.tenantId).sitesByIds(ids), (row) => row.id),
  );

export const resourceCalendarById = (ctx: Context) =>
  ctx.loader<string, ResourceCalendarRow | null>('resourceCalendarById', async (tx, ids) =>
    inOrder(ids, await new CalendarStore(tx, ctx.viewer.tenantId).calendarsByIds(ids), (row) => row.id),
  );

export const calendarExceptionById = (ctx: Context) =>
  ctx.loader<string, CalendarExceptionRow | null>('calendarExceptionById', async (tx, ids) =>
    inOrder(ids, await new CalendarStore(tx, ctx.viewer.tenantId).exceptionsByIds(ids), (row) => row.id),
  );

export const scheduledOperationById = (ctx: Context) =>
  ctx.loader<string, ScheduledOperationRow | null>('scheduledOperationById', async (tx, ids) =>
    inOrder(ids, await new ScheduledOperationStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const publishedByOperation = (ctx: Context) =>
  ctx.loader<string, ScheduledOperationRow | null>('publishedByOperation', async (tx, ids) =>
    inOrder(
      ids,
      await new ScheduledOperationStore(tx, ctx.viewer.tenantId).published('operationId', ids),
      (row) => row.operationId,
    ),
  );

export const publishedByOrder = (ctx: Context) =>
  ctx.loader<string, ScheduledOperationRow[]>('publishedByOrder', async (tx, ids) =>
    grouped(
      ids,
      await new ScheduledOperationStore(tx, ctx.viewer.tenantId).published('workOrderId', ids),
      (row) => row.workOrderId,
    ),
  );

export const conflictById = (ctx: Context) =>
  ctx.loader<string, ScheduleConflictRow | null>('conflictById', async (tx, ids) =>
    inOrder(ids, await new ConflictStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );

export const openConflictsOfSchedule = (ctx: Context) =>
  ctx.loader<string, ScheduleConflictRow[]>('openConflictsOfSchedule', async (tx, ids) =>
    grouped(ids, await new ConflictStore(tx, ctx.viewer.tenantId).openOf(ids), (row) => row.scheduleId),
  );

export const progressOfOperation = (ctx: Context) =>
  ctx.loader<string, ProgressRow | null>('progressOfOperation', async (tx, ids) =>
    inOrder(ids, await new ReplicaStore(tx, ctx.viewer.tenantId).progressOf(ids), (row) => row.operationId),
  );

/** An order with its operations' groups. */
export interface KnownOrder {
  readonly id: string;
  readonly status: OrderStatus;
  readonly dueAt: Date | null;
  readonly operations: readonly { readonly id: string; readonly sequenceGroup: number }[];
}

export const orderById = (ctx: Context) =>
  ctx.loader<string, KnownOrder | null>('orderById', async (tx, ids) => {
    const store = new ReplicaStore(tx, ctx.viewer.tenantId);
    const orders = await store.ordersByIds(ids);
    const operations = Map.groupBy(await store.operationsOf(ids), (row) => row.workOrderId);
    const known = orders.map((row) => ({ ...row, operations: operations.get(row.id) ?? [] }));
    return inOrder(ids, known, (row) => row.id);
  });
