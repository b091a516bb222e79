import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { importMasterData } from './commands.ts';

export const resolvers: Resolvers = {
  Mutation: {
    importMasterData: (_, { input }, ctx) => attempt(() => importMasterData(ctx, input)),
  },
};
