import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { sensorById } from '../loaders.ts';
import { ReplicaStore } from '../replica/store.ts';
import { approveDiscoveredTag, ignoreDiscoveredTag, visibleSites } from './commands.ts';
import { DiscoveredTagStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    discoveredTags: async (_, args, ctx) => {
      const request = pageRequest(args);
      const filter = { equipmentCode: args.filter?.equipmentCode, state: args.filter?.state ?? 'DISCOVERED' };
      const rows = await ctx.read(async (tx) =>
        new DiscoveredTagStore(tx, ctx.viewer.tenantId).page(request, filter, await visibleSites(ctx, tx)),
      );
      return pageOf(rows, request, (row) => [row.equipmentCode, row.tag, row.id]);
    },
  },
  Mutation: {
    approveDiscoveredTag: (_, { input }, ctx) => attempt(() => approveDiscoveredTag(ctx, input)),
    ignoreDiscoveredTag: (_, { input }, ctx) =>
      attempt(async () => ({ discoveredTag: await ignoreDiscoveredTag(ctx, input) })),
  },
  DiscoveredTag: {
    __resolveReference: async ({ id }, ctx) => {
      const [row] = await ctx.read((tx) => new DiscoveredTagStore(tx, ctx.viewer.tenantId).byIds([id]));
      if (!row) return null;
      const sites = await ctx.read((tx) => visibleSites(ctx, tx));
      return sites && !sites.includes(row.site) ? null : row;
    },
    equipment: async (row, _, ctx) => {
      const found = await ctx.read((tx) =>
        new ReplicaStore(tx, ctx.viewer.tenantId).equipmentByCode(row.equipmentCode),
      );
      return found ? { id: found.equipmentId } : null;
    },
    sensor: ({ sensorId }, _, ctx) => (sensorId ? sensorById(ctx).load(sensorId) : null),
    held: (row, _, ctx) =>
      ctx.read((tx) => new DiscoveredTagStore(tx, ctx.viewer.tenantId).heldCount(row.number)),
  },
};
