import { mayUseSite } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { conflictById, scheduleById } from '../loaders.ts';
import { ConflictStore } from './store.ts';

async function visible(ctx: Context, id: string) {
  const row = await conflictById(ctx).load(id);
  return row && mayUseSite(ctx.viewer, row.siteId) ? row : null;
}

export const resolvers: Resolvers = {
  Query: {
    scheduleConflict: (_, { id }, ctx) => visible(ctx, id),
    scheduleConflicts: async (_, { filter, ...args }, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ConflictStore(tx, ctx.viewer.tenantId).page(request, filter ?? {}, ctx.viewer.siteIds),
      );
      return pageOf(rows, request, (row) => [row.detectedAt.toISOString(), row.id]);
    },
  },
  ScheduleConflict: {
    __resolveReference: ({ id }, ctx) => visible(ctx, id),
    schedule: async (row, _, ctx) => {
      const schedule = await scheduleById(ctx).load(row.scheduleId);
      if (!schedule) throw new Error('a conflict has no schedule');
      return schedule;
    },
    workOrder: ({ workOrderId: id }) => (id ? { id } : null),
    operation: ({ operationId: id }) => (id ? { id } : null),
    otherOperation: ({ otherOperationId: id }) => (id ? { id } : null),
    equipment: ({ equipmentId: id }) => (id ? { id } : null),
    workCenter: ({ workCenterCode: code }) => (code ? { __typename: 'WorkCenter', code } : null),
  },
};
