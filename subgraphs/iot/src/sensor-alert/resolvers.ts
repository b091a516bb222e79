import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { alertRuleById, sensorAlertById, sensorById } from '../loaders.ts';
import { acknowledgeSensorAlert, escalateSensorAlert } from './commands.ts';
import { stateOf } from './sensor-alert.ts';
import { type SensorAlertFilter, SensorAlertStore } from './store.ts';

async function alertPage(
  ctx: Context,
  args: { first: number; after?: string | null | undefined },
  filter: SensorAlertFilter,
) {
  const request = pageRequest(args);
  const { tenantId, siteIds } = ctx.viewer;
  const rows = await ctx.read((tx) => new SensorAlertStore(tx, tenantId).page(request, filter, siteIds));
  return pageOf(rows, request, (row) => [row.raisedAt.toISOString(), row.id]);
}

export const resolvers: Resolvers = {
  Query: {
    sensorAlert: (_, { id }, ctx) => sensorAlertById(ctx).load(id),
    sensorAlerts: (_, args, ctx) => alertPage(ctx, args, args.filter ?? {}),
  },
  Mutation: {
    acknowledgeSensorAlert: (_, { input }, ctx) =>
      attempt(async () => ({ sensorAlert: await acknowledgeSensorAlert(ctx, input) })),
    escalateSensorAlert: (_, { input }, ctx) =>
      attempt(async () => ({ sensorAlert: await escalateSensorAlert(ctx, input) })),
  },
  Sensor: {
    alerts: ({ id }, args, ctx) => alertPage(ctx, args, { sensorId: id }),
  },
  SensorAlert: {
    __resolveReference: ({ id }, ctx) => sensorAlertById(ctx).load(id),
    state: (row) => stateOf(row),
    sensor: async (row, _, ctx) => {
      const sensor = await sensorById(ctx).load(row.sensorId);
      if (!sensor) throw new Error(`alert ${row.id} has no sensor`);
      return sensor;
    },
    equipment: (row) => ({ id: row.equipmentId }),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    rule: async (row, _, ctx) => {
      const rule = await alertRuleById(ctx).load(row.ruleId);
      if (!rule) throw new Error(`alert ${row.id} has no rule`);
      return rule;
    },
    acknowledgedBy: ({ acknowledgedByKind, acknowledgedBy }) => actorRef(acknowledgedByKind, acknowledgedBy),
    escalatedBy: ({ escalatedByKind, escalatedBy }) => actorRef(escalatedByKind, escalatedBy),
  },
};
