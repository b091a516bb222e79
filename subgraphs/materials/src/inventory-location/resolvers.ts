import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { isUuid } from '../inputs.ts';
import { locationByCode, locationById } from '../loaders.ts';
import { createInventoryLocation } from './commands.ts';
import { InventoryLocationStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    inventoryLocation: (_, { id }, ctx) => locationById(ctx, id),
    inventoryLocationByCode: (_, { code }, ctx) => locationByCode(ctx).load(code),
    inventoryLocations: async (_, args, ctx) => {
      const request = pageRequest(args);
      const siteId = args.filter?.siteId;
      const filter = { ...args.filter, siteIds: ctx.viewer.siteIds };
      if (siteId && !isUuid(siteId)) return pageOf([], request, () => []);
      const rows = await ctx.read((tx) =>
        new InventoryLocationStore(tx, ctx.viewer.tenantId).page(request, filter),
      );
      return pageOf(rows, request, (row) => [row.code, row.id]);
    },
  },
  Mutation: {
    createInventoryLocation: (_, { input }, ctx) =>
      attempt(async () => ({ inventoryLocation: await createInventoryLocation(ctx, input) })),
  },
  InventoryLocation: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? locationById(ctx, reference.id) : locationByCode(ctx).load(reference.code),
    site: (row) => ({ __typename: 'Site', id: row.siteId }),
  },
};
