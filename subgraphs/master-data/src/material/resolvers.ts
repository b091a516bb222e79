import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import { whereUsed } from '../bom/queries.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { historyOf } from '../history/resolvers.ts';
import { materialByCode, materialById } from '../loaders.ts';
import { changeMaterial, createMaterial, publishMaterial, retireMaterial } from './commands.ts';
import { MaterialStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    material: (_, { id }, ctx) => materialById(ctx).load(id),
    materialByCode: (_, { code }, ctx) => materialByCode(ctx).load(code),
    materials: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new MaterialStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}),
      );
      return pageOf(rows, request, (row) => [row.code, row.id]);
    },
  },
  Mutation: {
    createMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ material: await createMaterial(ctx, input) })),
    changeMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ material: await changeMaterial(ctx, input) })),
    publishMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ material: await publishMaterial(ctx, input) })),
    retireMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ material: await retireMaterial(ctx, input) })),
  },
  Material: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? materialById(ctx).load(reference.id) : materialByCode(ctx).load(reference.code),
    whereUsed: (row, args, ctx) => whereUsed(ctx, { materialId: row.id }, args),
    history: (row, args, ctx) => historyOf(ctx, row.id, args),
  },
};
