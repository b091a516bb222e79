import { PERMISSIONS, type Permission, permissionsOf, ROLES, type RoleCode } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { lockByKey, sitesOf, userById, userByUsername } from '../loaders.ts';
import { servicesOf } from '../services.ts';
import { SessionStore } from '../session/store.ts';
import { changeUser, createUser, deactivateUser, reactivateUser, unlockUser } from './commands.ts';
import { changeOwnPassword, setPassword } from './passwords.ts';
import { UserStore } from './store.ts';
import type { UserRow } from './tables.ts';
import { sharesSite } from './user.ts';

const fenced = (ctx: Context, row: UserRow | null): UserRow | null =>
  row && sharesSite(ctx.viewer, row.siteIds) ? row : null;

const described = (code: Permission) => ({ code, description: PERMISSIONS[code] });

export const resolvers: Resolvers = {
  Query: {
    user: async (_, { id }, ctx) => fenced(ctx, await userById(ctx).load(id)),
    userByUsername: async (_, { username }, ctx) =>
      fenced(ctx, await userByUsername(ctx).load(username.toLowerCase())),
    users: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new UserStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}, ctx.viewer.siteIds),
      );
      return pageOf(rows, request, (row) => [row.username, row.id]);
    },
    roles: () => Object.keys(ROLES) as RoleCode[],
    permissions: () => (Object.keys(PERMISSIONS) as Permission[]).map(described),
  },
  Mutation: {
    createUser: (_, { input }, ctx) => attempt(async () => ({ user: await createUser(ctx, input) })),
    changeUser: (_, { input }, ctx) => attempt(async () => ({ user: await changeUser(ctx, input) })),
    deactivateUser: (_, { input }, ctx) => attempt(async () => ({ user: await deactivateUser(ctx, input) })),
    reactivateUser: (_, { input }, ctx) => attempt(async () => ({ user: await reactivateUser(ctx, input) })),
    unlockUser: (_, { input }, ctx) => attempt(async () => ({ user: await unlockUser(ctx, input) })),
    setPassword: (_, { input }, ctx) => attempt(async () => ({ user: await setPassword(ctx, input) })),
    changeOwnPassword: (_, { input }, ctx) =>
      attempt(async () => ({ user: await changeOwnPassword(ctx, input) })),
  },
  User: {
    // names alone are open, so no fence of sites here: an order made at one site shows who made it
    __resolveReference: ({ id }, ctx) => userById(ctx).load(id),
    roles: (row) => row.roles,
    sites: (row, _, ctx) => sitesOf(ctx, row.siteIds),
    lockedUntil: (row, _, ctx) =>
      lockByKey(ctx).load(servicesOf(ctx).secrets.throttleKey(row.tenantId, row.username)),
    mustChangePassword: (row) => row.passwordChange !== 'NONE',
    sessions: async (row, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new SessionStore(tx, ctx.viewer.tenantId).pageOfUser(row.id, request),
      );
      return pageOf(rows, request, (session) => [session.id]);
    },
  },
  Role: {
    code: (role) => role,
    title: (role) => ROLES[role].title,
    permissions: (role) => permissionsOf([role]).map(described),
  },
};
