import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { apiClientById, sessionById, userById } from '../loaders.ts';
import { SiteStore } from '../site/store.ts';
import { TenantStore } from '../tenant/store.ts';
import { login } from './login.ts';
import { logout, refresh } from './refresh.ts';

export const resolvers: Resolvers = {
  Query: {
    me: async (_, __, ctx) => {
      const { viewer } = ctx;
      if (viewer.kind === 'ANONYMOUS') return null;
      const isProgram = viewer.kind === 'API_CLIENT';
      return {
        viewer,
        user: isProgram ? null : await userById(ctx).load(viewer.userId),
        apiClient: isProgram ? await apiClientById(ctx).load(viewer.userId) : null,
      };
    },
  },
  Mutation: {
    login: (_, { input }, ctx) => attempt(() => login(ctx, input)),
    refresh: (_, { input }, ctx) => attempt(() => refresh(ctx, input)),
    logout: (_, { input }, ctx) => attempt(async () => ({ sessionId: await logout(ctx, input) })),
  },
  // in the answer to a sign-in the request itself has no tenant yet: the viewer's is asked
  Viewer: {
    id: ({ viewer }) => viewer.userId,
    username: ({ viewer }) => viewer.username,
    displayName: ({ viewer, user, apiClient }) => user?.displayName ?? apiClient?.name ?? viewer.username,
    email: ({ user }) => user?.email ?? null,
    tenant: async ({ viewer: { tenantId } }, _, ctx) => {
      const [tenant] = await ctx.db.read(tenantId, (tx) => new TenantStore(tx).byIds([tenantId]));
      if (!tenant) throw new Error(`there is no tenant ${tenantId}`);
      return tenant;
    },
    sites: ({ viewer: { tenantId, siteIds } }, _, ctx) =>
      siteIds.length === 0 ? [] : ctx.db.read(tenantId, (tx) => new SiteStore(tx, tenantId).byIds(siteIds)),
    roles: ({ viewer }) => [...viewer.roles],
    permissions: ({ viewer }) => [...viewer.permissions].sort(),
    mustChangePassword: ({ user }) => user !== null && user.passwordChange !== 'NONE',
  },
  Session: {
    __resolveReference: ({ id }, ctx) => sessionById(ctx).load(id),
    user: async (row, _, ctx) => {
      const user = await userById(ctx).load(row.userId);
      if (!user) throw new Error(`session ${row.id} has no user`);
      return user;
    },
  },
};
