import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { costBasis } from '../loaders.ts';
import { setCostCurrency, setCostRate } from './commands.ts';
import { CostRateStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    costRates: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) => new CostRateStore(tx, ctx.viewer.tenantId).page(request));
      return pageOf(rows, request, (row) => [row.kind, row.code, row.effectiveFrom.toISOString(), row.id]);
    },
    costCurrency: async (_, __, ctx) => (await costBasis(ctx).load('')).currency,
  },
  Mutation: {
    setCostRate: (_, { input }, ctx) => attempt(async () => ({ costRate: await setCostRate(ctx, input) })),
    setCostCurrency: (_, { input }, ctx) =>
      attempt(async () => ({ currency: await setCostCurrency(ctx, input) })),
  },
  CostRate: {
    personnelClass: ({ kind, code }) => (kind === 'LABOR' && code ? code : null),
    workCenter: ({ kind, code }) => (kind === 'OVERHEAD' && code ? { __typename: 'WorkCenter', code } : null),
  },
};
