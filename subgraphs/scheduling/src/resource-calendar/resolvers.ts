import { mayUseSite } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { calendarExceptionById, resourceCalendarById, siteById } from '../loaders.ts';
import {
  addCalendarException,
  removeCalendarException,
  removeResourceCalendar,
  setResourceCalendar,
} from './commands.ts';
import { CalendarStore } from './store.ts';

/** A row where the viewer works at its site. */
const visible = <Row extends { siteId: string }>(ctx: Context, row: Row | null): Row | null =>
  row && mayUseSite(ctx.viewer, row.siteId) ? row : null;

export const resolvers: Resolvers = {
  Query: {
    resourceCalendars: (_, { siteId }, ctx) =>
      mayUseSite(ctx.viewer, siteId)
        ? ctx.read((tx) => new CalendarStore(tx, ctx.viewer.tenantId).ofSite(siteId))
        : [],
    calendarExceptions: async (_, { siteId, from, ...args }, ctx) => {
      const request = pageRequest(args);
      const rows = mayUseSite(ctx.viewer, siteId)
        ? await ctx.read((tx) =>
            new CalendarStore(tx, ctx.viewer.tenantId).exceptionsPage(siteId, from, request),
          )
        : [];
      return pageOf(rows, request, (row) => [row.startsAt.toISOString(), row.id]);
    },
  },
  Mutation: {
    setResourceCalendar: (_, { input }, ctx) =>
      attempt(async () => ({ resourceCalendar: await setResourceCalendar(ctx, input) })),
    removeResourceCalendar: (_, { input }, ctx) =>
      attempt(async () => ({ removedId: await removeResourceCalendar(ctx, input) })),
    addCalendarException: (_, { input }, ctx) =>
      attempt(async () => ({ calendarException: await addCalendarException(ctx, input) })),
    removeCalendarException: (_, { input }, ctx) =>
      attempt(async () => ({ removedId: await removeCalendarException(ctx, input) })),
  },
  ResourceCalendar: {
    __resolveReference: async ({ id }, ctx) => visible(ctx, await resourceCalendarById(ctx).load(id)),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    workCenter: ({ workCenterCode: code }) => (code ? { __typename: 'WorkCenter', code } : null),
    equipment: ({ equipmentId: id }) => (id ? { id } : null),
    timeZone: async (row, _, ctx) => (await siteById(ctx).load(row.siteId))?.timeZone ?? 'UTC',
  },
  CalendarException: {
    __resolveReference: async ({ id }, ctx) => visible(ctx, await calendarExceptionById(ctx).load(id)),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    workCenter: ({ workCenterCode: code }) => (code ? { __typename: 'WorkCenter', code } : null),
    equipment: ({ equipmentId: id }) => (id ? { id } : null),
  },
};
