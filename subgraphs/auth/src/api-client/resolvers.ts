import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { apiClientById, sitesOf } from '../loaders.ts';
import {
  clientIdOf,
  clientLogin,
  createApiClient,
  deactivateApiClient,
  rotateApiClientSecret,
  seesClient,
} from './commands.ts';
import { ApiClientStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    apiClient: async (_, { id }, ctx) => {
      const row = await apiClientById(ctx).load(id);
      return row && seesClient(ctx, row) ? row : null;
    },
    apiClients: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new ApiClientStore(tx, ctx.viewer.tenantId).page(request, ctx.viewer.siteIds),
      );
      return pageOf(rows, request, (row) => [row.name, row.id]);
    },
  },
  Mutation: {
    createApiClient: (_, { input }, ctx) => attempt(() => createApiClient(ctx, input)),
    rotateApiClientSecret: (_, { input }, ctx) => attempt(() => rotateApiClientSecret(ctx, input)),
    deactivateApiClient: (_, { input }, ctx) =>
      attempt(async () => ({ apiClient: await deactivateApiClient(ctx, input) })),
    clientLogin: (_, { input }, ctx) => attempt(() => clientLogin(ctx, input)),
  },
  ApiClient: {
    __resolveReference: ({ id }, ctx) => apiClientById(ctx).load(id),
    clientId: clientIdOf,
    roles: (row) => row.roles,
    sites: (row, _, ctx) => sitesOf(ctx, row.siteIds),
  },
};
