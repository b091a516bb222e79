import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { INSTALLATION } from '../tenant/store.ts';
import { rotateSigningKey } from './commands.ts';
import { SigningKeyStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    signingKeys: (_, __, ctx) =>
      ctx.db.readAs(INSTALLATION, (tx) => new SigningKeyStore(tx).accepted(ctx.now())),
  },
  Mutation: {
    rotateSigningKey: (_, { input }, ctx) =>
      attempt(async () => ({ signingKey: await rotateSigningKey(ctx, input) })),
  },
};
