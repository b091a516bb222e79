import { actorRef, mayUseSite } from '@machshop/auth';
import { Decimal, pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { scheduleById } from '../loaders.ts';
import type { Outcome } from '../planning/outcome-of.ts';
import { ConflictStore } from '../schedule-conflict/store.ts';
import { ScheduledOperationStore } from '../scheduled-operation/store.ts';
import { discardSchedule, publishSchedule } from './commands.ts';
import { planSchedule } from './plan.ts';
import { compare, statusAt } from './schedule.ts';
import { ScheduleStore } from './store.ts';
import type { ScheduleRow } from './tables.ts';

/** A schedule that the viewer may see; null for none. */
export async function visibleSchedule(ctx: Context, id: string): Promise<ScheduleRow | null> {
  const row = await scheduleById(ctx).load(id);
  return row && mayUseSite(ctx.viewer, row.siteId) ? row : null;
}

/** The published schedule of a site that the viewer may see, or another one of it. */
export async function scheduleOf(
  ctx: Context,
  siteId: string,
  scheduleId: string | null | undefined,
): Promise<ScheduleRow | null> {
  if (!mayUseSite(ctx.viewer, siteId)) return null;
  if (scheduleId) {
    const row = await visibleSchedule(ctx, scheduleId);
    return row?.siteId === siteId ? row : null;
  }
  const [row] = await ctx.read((tx) => new ScheduleStore(tx, ctx.viewer.tenantId).publishedOf([siteId]));
  return row ?? null;
}

const figuresOf = ({ weightedTardiness, makespan, setup }: Outcome['figures']) => ({
  weightedTardinessHours: new Decimal(weightedTardiness).div(3600).toFixed(2),
  makespanSeconds: new Decimal(makespan).toFixed(0),
  setupSeconds: new Decimal(setup).toFixed(0),
});

export const resolvers: Resolvers = {
  Query: {
    schedule: (_, { id }, ctx) => visibleSchedule(ctx, id),
    publishedSchedule: (_, { siteId }, ctx) => scheduleOf(ctx, siteId, null),
    schedules: async (_, { filter, ...args }, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ScheduleStore(tx, ctx.viewer.tenantId).page(request, filter ?? {}, ctx.viewer.siteIds),
      );
      return pageOf(rows, request, (row) => [row.recordedAt.toISOString(), row.id]);
    },
  },
  Mutation: {
    planSchedule: (_, { input }, ctx) => attempt(async () => ({ schedule: await planSchedule(ctx, input) })),
    discardSchedule: (_, { input }, ctx) =>
      attempt(async () => ({ schedule: await discardSchedule(ctx, input) })),
    publishSchedule: (_, { input }, ctx) =>
      attempt(async () => ({ schedule: await publishSchedule(ctx, input) })),
  },
  Schedule: {
    __resolveReference: ({ id }, ctx) => visibleSchedule(ctx, id),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    status: (row, _, ctx) => statusAt(row, ctx.now()),
    objective: (row) => row.options.objective,
    planning: ({ outcome }) =>
      outcome && {
        ...outcome,
        ...outcome.search,
        figures: figuresOf(outcome.figures),
        constructed: outcome.constructed.map(({ rule, figures }) => ({ rule, figures: figuresOf(figures) })),
      },
    plannedBy: (row) => actorRef(row.plannedByKind, row.plannedById),
    publishedBy: (row) => actorRef(row.publishedByKind, row.publishedById),
    operations: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ScheduledOperationStore(tx, ctx.viewer.tenantId).page(row.id, request),
      );
      return pageOf(rows, request, (one) => [one.plannedStartAt.toISOString(), one.id]);
    },
    unscheduled: ({ outcome }) =>
      (outcome?.unscheduled ?? []).map(({ operationId, workOrderId, operationNumber, reason }) => ({
        operation: { id: operationId },
        workOrder: { id: workOrderId },
        operationNumber,
        reason,
      })),
    conflicts: async (row, { open, ...args }, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ConflictStore(tx, ctx.viewer.tenantId).pageOfSchedule(row.id, open, request),
      );
      return pageOf(rows, request, (one) => [one.detectedAt.toISOString(), one.id]);
    },
    comparison: async (row, _, ctx) => {
      const published = await scheduleOf(ctx, row.siteId, null);
      if (!published || published.id === row.id) return null;
      return ctx.read(async (tx) => {
        const store = new ScheduledOperationStore(tx, ctx.viewer.tenantId);
        const found = compare(await store.ofSchedule(published.id), await store.ofSchedule(row.id));
        const orders = found.orders.map(({ workOrderId, ...rest }) => ({
          workOrder: { id: workOrderId },
          ...rest,
        }));
        return { with: published, ...found, orders };
      });
    },
  },
};
