import { UserFacingError } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { sensorById } from '../loaders.ts';
import type { SensorRow } from '../sensor/tables.ts';
import { exportReadings, MAX_EXPORT_SENSORS } from './export.ts';
import { rangeBetween } from './find.ts';
import { dateOf } from './reading.ts';

export const resolvers: Resolvers = {
  Query: {
    exportSensorReadings: async (_, args, ctx) => {
      const ids = [...new Set(args.sensorIds)];
      if (ids.length === 0 || ids.length > MAX_EXPORT_SENSORS)
        throw new UserFacingError('BAD_USER_INPUT', `sensorIds must name 1 to ${MAX_EXPORT_SENSORS} sensors`);
      const sensors = await sensorById(ctx).loadMany(ids);
      const missing = ids.find((_id, index) => !isSensor(sensors[index]));
      if (missing !== undefined) throw new UserFacingError('NOT_FOUND', `there is no sensor ${missing}`);
      return exportReadings(
        ctx,
        sensors.filter(isSensor),
        rangeBetween(args.from, args.to),
        args.maxRows,
        args.after,
      );
    },
  },
  SensorReading: {
    time: ({ timeUs }) => dateOf(timeUs),
  },
  SensorReadings: {
    from: ({ range }) => dateOf(range.fromUs),
    to: ({ range }) => dateOf(range.toUs),
    points: ({ points }) => [...points],
    windows: ({ windows, widthUs }) =>
      windows.map(({ startUs, good, uncertain, bad, min, max, mean, first, last }) => ({
        from: dateOf(startUs),
        to: dateOf(startUs + widthUs),
        good,
        uncertain,
        bad,
        min,
        max,
        mean,
        first,
        last,
      })),
    gaps: ({ gaps }) => gaps.map(({ fromUs, toUs }) => ({ from: dateOf(fromUs), to: dateOf(toUs) })),
  },
};

const isSensor = (found: SensorRow | Error | null | undefined): found is SensorRow =>
  found != null && !(found instanceof Error);
