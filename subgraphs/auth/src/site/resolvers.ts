import { mayUseSite } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { siteByCode, siteById, tenantOf } from '../loaders.ts';
import { changeSite, createSite } from './commands.ts';
import { SiteStore } from './store.ts';
import type { SiteRow } from './tables.ts';

const fenced = (ctx: Context, row: SiteRow | null): SiteRow | null =>
  row && mayUseSite(ctx.viewer, row.id) ? row : null;

export const resolvers: Resolvers = {
  Query: {
    site: async (_, { id }, ctx) => fenced(ctx, await siteById(ctx).load(id)),
    siteByCode: async (_, { code }, ctx) => fenced(ctx, await siteByCode(ctx).load(code)),
    sites: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new SiteStore(tx, ctx.viewer.tenantId).page(request, ctx.viewer.siteIds),
      );
      return pageOf(rows, request, (row) => [row.code, row.id]);
    },
  },
  Mutation: {
    createSite: (_, { input }, ctx) => attempt(async () => ({ site: await createSite(ctx, input) })),
    changeSite: (_, { input }, ctx) => attempt(async () => ({ site: await changeSite(ctx, input) })),
  },
  Site: {
    __resolveReference: async (reference, ctx) =>
      fenced(
        ctx,
        'id' in reference
          ? await siteById(ctx).load(reference.id)
          : await siteByCode(ctx).load(reference.code),
      ),
    tenant: (row, _, ctx) => tenantOf(ctx, row.tenantId),
  },
};
