import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { sensorById, stateOfRule, stateRuleOfEquipment } from '../loaders.ts';
import { configureEquipmentState } from './commands.ts';

export const resolvers: Resolvers = {
  Mutation: {
    configureEquipmentState: (_, { input }, ctx) =>
      attempt(async () => ({ equipmentStateRule: await configureEquipmentState(ctx, input) })),
  },
  Equipment: {
    stateRule: async ({ id }, _, ctx) => {
      const rule = await stateRuleOfEquipment(ctx).load(id);
      return rule && (await sensorById(ctx).load(rule.sensorId)) ? rule : null;
    },
  },
  EquipmentStateRule: {
    equipment: (row) => ({ id: row.equipmentId }),
    sensor: async (row, _, ctx) => {
      const sensor = await sensorById(ctx).load(row.sensorId);
      if (!sensor) throw new Error(`state rule ${row.id} has no sensor`);
      return sensor;
    },
    status: async (row, _, ctx) => (await stateOfRule(ctx).load(row.id))?.status ?? null,
  },
};
