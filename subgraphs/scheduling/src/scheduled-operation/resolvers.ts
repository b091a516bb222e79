import { mayUseSite } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers, ScheduledOperationStatus } from '../generated/resolvers.ts';
import {
  openConflictsOfSchedule,
  orderById,
  progressOfOperation,
  publishedByOperation,
  publishedByOrder,
  scheduleById,
  scheduledOperationById,
} from '../loaders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { scheduleOf, visibleSchedule } from '../schedule/resolvers.ts';
import { moveScheduledOperation, setPinned } from './commands.ts';
import { lanesOf } from './gantt.ts';
import { ScheduledOperationStore } from './store.ts';
import type { ScheduledOperationRow } from './tables.ts';

/** The schedule of a place, where the viewer may see it. */
const scheduleOfPlace = (ctx: Context, row: ScheduledOperationRow) => visibleSchedule(ctx, row.scheduleId);

async function dispatch(
  ctx: Context,
  args: { first: number; after?: string | null | undefined },
  of: { workCenterCode?: string; equipmentId?: string | undefined } | null,
) {
  const request = pageRequest(args);
  const rows = of
    ? await ctx.read((tx) => new ScheduledOperationStore(tx, ctx.viewer.tenantId).dispatch(of, request))
    : [];
  return pageOf(rows, request, (row) => [row.plannedStartAt.toISOString(), row.id]);
}

const STARTABLE: ReadonlySet<string> = new Set(['RELEASED', 'IN_PROGRESS']);
const OVER: ReadonlySet<string> = new Set(['COMPLETED', 'SKIPPED']);

async function statusOf(ctx: Context, row: ScheduledOperationRow): Promise<ScheduledOperationStatus> {
  const [own, order] = await Promise.all([
    progressOfOperation(ctx).load(row.operationId),
    orderById(ctx).load(row.workOrderId),
  ]);
  const status = own?.status ?? 'PENDING';
  if (status !== 'PENDING') return status;
  if (!order || (!STARTABLE.has(order.status) && order.status !== 'CREATED')) return 'STOPPED';
  const before = order.operations.filter(({ sequenceGroup }) => sequenceGroup < row.sequenceGroup);
  const progress = await Promise.all(before.map(({ id }) => progressOfOperation(ctx).load(id)));
  return STARTABLE.has(order.status) && progress.every((one) => one && OVER.has(one.status))
    ? 'READY'
    : 'WAITING';
}

export const resolvers: Resolvers = {
  Query: {
    dispatchList: async (_, { workCenterId, equipmentId, ...args }, ctx) => {
      const workCenter = await ctx.read((tx) =>
        new ReplicaStore(tx, ctx.viewer.tenantId).workCenter({ id: workCenterId }),
      );
      const of =
        workCenter && mayUseSite(ctx.viewer, workCenter.siteId)
          ? { workCenterCode: workCenter.code, equipmentId: equipmentId ?? undefined }
          : null;
      return dispatch(ctx, args, of);
    },
    gantt: async (_, { siteId, scheduleId, from, until, workCenterCodes }, ctx) => {
      const schedule = await scheduleOf(ctx, siteId, scheduleId);
      return schedule
        ? lanesOf(ctx, schedule, { from, until, workCenterCodes: workCenterCodes ?? undefined })
        : [];
    },
  },
  Mutation: {
    moveScheduledOperation: (_, { input }, ctx) => attempt(() => moveScheduledOperation(ctx, input)),
    pinScheduledOperation: (_, { input }, ctx) =>
      attempt(async () => ({ scheduledOperation: await setPinned(ctx, input, true) })),
    unpinScheduledOperation: (_, { input }, ctx) =>
      attempt(async () => ({ scheduledOperation: await setPinned(ctx, input, false) })),
  },
  WorkOrder: {
    schedule: async ({ id }, _, ctx) => {
      const operations = await publishedByOrder(ctx).load(id);
      const [first] = operations;
      const schedule = first && (await scheduleOfPlace(ctx, first));
      if (!schedule) return null;
      const start = Math.min(...operations.map(({ plannedStartAt }) => plannedStartAt.getTime()));
      const end = Math.max(...operations.map(({ plannedEndAt }) => plannedEndAt.getTime()));
      const due = (await orderById(ctx).load(id))?.dueAt?.getTime();
      return {
        schedule,
        plannedStartAt: new Date(start),
        plannedEndAt: new Date(end),
        lateSeconds: due === undefined ? null : Math.max(0, Math.round((end - due) / 1000)),
        operations,
      };
    },
  },
  WorkOrderOperation: {
    scheduled: async ({ id }, _, ctx) => {
      const row = await publishedByOperation(ctx).load(id);
      return row && (await scheduleOfPlace(ctx, row)) ? row : null;
    },
  },
  Equipment: {
    schedule: async ({ id }, args, ctx) => {
      const [machine] = await ctx.read((tx) =>
        new ReplicaStore(tx, ctx.viewer.tenantId).equipmentByIds([id]),
      );
      return dispatch(
        ctx,
        args,
        machine && mayUseSite(ctx.viewer, machine.siteId) ? { equipmentId: id } : null,
      );
    },
  },
  ScheduledOperation: {
    __resolveReference: async ({ id }, ctx) => {
      const row = await scheduledOperationById(ctx).load(id);
      return row && (await scheduleOfPlace(ctx, row)) ? row : null;
    },
    schedule: async (row, _, ctx) => {
      const schedule = await scheduleById(ctx).load(row.scheduleId);
      if (!schedule) throw new Error('a scheduled operation has no schedule');
      return schedule;
    },
    operation: (row) => ({ id: row.operationId }),
    workOrder: (row) => ({ id: row.workOrderId }),
    workCenter: (row) => ({ __typename: 'WorkCenter', code: row.workCenterCode }),
    equipment: (row) => ({ id: row.equipmentId }),
    waitsFor: ({ waitsForOperationId: id }) => (id ? { id } : null),
    status: (row, _, ctx) => statusOf(ctx, row),
    conflicts: async (row, _, ctx) => {
      const open = await openConflictsOfSchedule(ctx).load(row.scheduleId);
      return open.filter(
        (one) => one.operationId === row.operationId || one.otherOperationId === row.operationId,
      );
    },
  },
  GanttLane: {
    equipment: ({ equipmentId }) => ({ id: equipmentId }),
    workCenter: ({ workCenterCode: code }) => ({ __typename: 'WorkCenter', code }),
    working: ({ working }) => [...working],
    operations: ({ operations }) => [...operations],
  },
};
