import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { latestOfSeries, sensorById, sensorsOfEquipment } from '../loaders.ts';
import { findReadings, findStatistics, rangeBetween } from '../sensor-reading/find.ts';
import { dateOf } from '../sensor-reading/reading.ts';
import { configureSensor } from './commands.ts';
import { isSilent } from './sensor.ts';
import { SensorStore } from './store.ts';

/** A work center's sensors in one answer. */
const MAX_LATEST = 1_000;

export const resolvers: Resolvers = {
  Query: {
    sensor: (_, { id }, ctx) => sensorById(ctx).load(id),
    sensors: async (_, args, ctx) => {
      const request = pageRequest(args);
      const { tenantId, siteIds } = ctx.viewer;
      const rows = await ctx.read((tx) =>
        new SensorStore(tx, tenantId).page(request, args.filter ?? {}, siteIds),
      );
      return pageOf(rows, request, (row) => [row.tag, row.id]);
    },
    latestReadings: (_, { workCenterCode }, ctx) =>
      ctx.read((tx) =>
        new SensorStore(tx, ctx.viewer.tenantId).ofWorkCenter(workCenterCode, ctx.viewer.siteIds, MAX_LATEST),
      ),
  },
  Mutation: {
    configureSensor: (_, { input }, ctx) =>
      attempt(async () => ({ sensor: await configureSensor(ctx, input) })),
  },
  Equipment: {
    __resolveReference: (reference) => reference,
    sensors: ({ id }, _, ctx) => sensorsOfEquipment(ctx).load(id),
  },
  Sensor: {
    __resolveReference: ({ id }, ctx) => sensorById(ctx).load(id),
    equipment: (row) => ({ id: row.equipmentId }),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    latest: async (row, _, ctx) => {
      const latest = await latestOfSeries(ctx).load(String(row.series));
      return latest && { ...latest.reading, afterGap: false };
    },
    silent: async (row, _, ctx) => {
      const latest = await latestOfSeries(ctx).load(String(row.series));
      return isSilent(row, latest && dateOf(latest.reading.timeUs), ctx.now());
    },
    readings: (row, args, ctx) =>
      findReadings(ctx, row, rangeBetween(args.from, args.to), args.maxPoints, args.method),
    statistics: async (row, args, ctx) => {
      const { range, resolution, window } = await findStatistics(ctx, row, rangeBetween(args.from, args.to));
      return {
        from: dateOf(range.fromUs),
        to: dateOf(range.toUs),
        resolution,
        good: window?.good ?? 0,
        uncertain: window?.uncertain ?? 0,
        bad: window?.bad ?? 0,
        min: window?.min,
        max: window?.max,
        mean: window?.mean,
        standardDeviation: window?.standardDeviation,
        first: window?.first,
        last: window?.last,
      };
    },
  },
};
