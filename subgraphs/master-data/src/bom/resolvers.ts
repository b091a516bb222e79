import { attempt, type Context } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { historyOf } from '../history/resolvers.ts';
import { bomById, linesOfBom, materialById, partById, revisionById } from '../loaders.ts';
import { changeBom, createBom, retireBom } from './commands.ts';
import { publishBom } from './publish.ts';

const component = async (ctx: Context, partId: string | null, materialId: string | null) => {
  const row = partId ? await partById(ctx).load(partId) : await materialById(ctx).load(materialId ?? '');
  if (!row) throw new Error(`component ${partId ?? materialId} is not there`);
  return row;
};

export const resolvers: Resolvers = {
  Query: { bom: (_, { id }, ctx) => bomById(ctx).load(id) },
  Mutation: {
    createBom: (_, { input }, ctx) => attempt(async () => ({ bom: await createBom(ctx, input) })),
    changeBom: (_, { input }, ctx) => attempt(async () => ({ bom: await changeBom(ctx, input) })),
    publishBom: (_, { input }, ctx) => attempt(async () => ({ bom: await publishBom(ctx, input) })),
    retireBom: (_, { input }, ctx) => attempt(async () => ({ bom: await retireBom(ctx, input) })),
  },
  MaterialDefinition: { __resolveType: (row) => ('number' in row ? 'Part' : 'Material') },
  Bom: {
    __resolveReference: ({ id }, ctx) => bomById(ctx).load(id),
    partRevision: async (row, _, ctx) => {
      const revision = await revisionById(ctx).load(row.partRevisionId);
      if (!revision) throw new Error(`bill ${row.id} has no revision`);
      return revision;
    },
    lines: (row, _, ctx) => linesOfBom(ctx).load(row.id),
    history: (row, args, ctx) => historyOf(ctx, row.id, args),
  },
  BomLine: {
    bom: async (row, _, ctx) => {
      const bom = await bomById(ctx).load(row.bomId);
      if (!bom) throw new Error(`line ${row.id} has no bill`);
      return bom;
    },
    component: (row, _, ctx) => component(ctx, row.componentPartId, row.componentMaterialId),
    quantity: (row) => ({ value: row.quantity, unit: row.unit }),
  },
  BomExplosionNode: {
    component: async (node, _, ctx) => {
      const [part, material] = await Promise.all([
        partById(ctx).load(node.id),
        materialById(ctx).load(node.id),
      ]);
      const row = part ?? material;
      if (!row) throw new Error(`component ${node.id} is not there`);
      return row;
    },
    quantity: (node) => ({ value: node.quantity, unit: node.unit }),
  },
};
