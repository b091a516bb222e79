import { UserFacingError } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { pareto } from './pareto.ts';
import { countBy } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    nonConformancePareto: async (_, { from, to, by, siteId }, ctx) => {
      if (from >= to) throw new UserFacingError('BAD_USER_INPUT', 'from must be before to');
      const span = { from, to, siteId: siteId ?? null };
      return pareto(await ctx.read((tx) => countBy(tx, ctx.viewer, by ?? 'DEFECT_CODE', span)));
    },
  },
};
