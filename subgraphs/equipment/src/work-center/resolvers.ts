import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { equipmentOfWorkCenter, workCenterByCode, workCenterById } from '../loaders.ts';
import { changeWorkCenter, createWorkCenter } from './commands.ts';
import { WorkCenterStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    workCenter: (_, { id }, ctx) => workCenterById(ctx).load(id),
    workCenterByCode: (_, { code }, ctx) => workCenterByCode(ctx).load(code),
    workCenters: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) => new WorkCenterStore(tx, ctx.viewer.tenantId).page(request));
      return pageOf(rows, request, (row) => [row.code, row.id]);
    },
  },
  Mutation: {
    createWorkCenter: (_, { input }, ctx) =>
      attempt(async () => ({ workCenter: await createWorkCenter(ctx, input) })),
    changeWorkCenter: (_, { input }, ctx) =>
      attempt(async () => ({ workCenter: await changeWorkCenter(ctx, input) })),
  },
  WorkCenter: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? workCenterById(ctx).load(reference.id) : workCenterByCode(ctx).load(reference.code),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
    equipment: (row, _, ctx) => equipmentOfWorkCenter(ctx).load(row.id),
  },
};
