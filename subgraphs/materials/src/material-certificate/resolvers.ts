import { actorRef } from '@machshop/auth';
import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { certificateById, lotById } from '../loaders.ts';
import { found } from '../material-lot/resolvers.ts';
import { recordMaterialCertificate } from './commands.ts';

export const resolvers: Resolvers = {
  Query: { materialCertificate: (_, { id }, ctx) => certificateById(ctx, id) },
  Mutation: {
    recordMaterialCertificate: (_, { input }, ctx) =>
      attempt(async () => ({ certificate: await recordMaterialCertificate(ctx, input) })),
  },
  MaterialCertificate: {
    __resolveReference: ({ id }, ctx) => certificateById(ctx, id),
    lot: async (row, _, ctx) => found(await lotById(ctx, row.lotId), 'lot of a certificate'),
    recordedBy: ({ recordedByKind, recordedById }) => actorRef(recordedByKind, recordedById),
  },
};
