import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { alertRuleById, alertRulesOfSensor, sensorById } from '../loaders.ts';
import { configureAlertRule, removeAlertRule } from './commands.ts';

export const resolvers: Resolvers = {
  Mutation: {
    configureAlertRule: (_, { input }, ctx) =>
      attempt(async () => ({ alertRule: await configureAlertRule(ctx, input) })),
    removeAlertRule: (_, { input }, ctx) =>
      attempt(async () => ({ alertRule: await removeAlertRule(ctx, input) })),
  },
  Sensor: {
    alertRules: ({ id }, _, ctx) => alertRulesOfSensor(ctx).load(id),
  },
  AlertRule: {
    __resolveReference: async ({ id }, ctx) => {
      const rule = await alertRuleById(ctx).load(id);
      return rule && (await sensorById(ctx).load(rule.sensorId)) ? rule : null;
    },
    sensor: async (row, _, ctx) => {
      const sensor = await sensorById(ctx).load(row.sensorId);
      if (!sensor) throw new Error(`alert rule ${row.id} has no sensor`);
      return sensor;
    },
  },
};
