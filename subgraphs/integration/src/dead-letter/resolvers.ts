import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, inOrder, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { isUuid } from '../integration-message/loaders.ts';
import { discardDeadLetter, replayDeadLetter } from './commands.ts';
import { DeadLetterStore } from './store.ts';
import type { DeadLetterRow } from './tables.ts';

const byId = (ctx: Context, id: string): Promise<DeadLetterRow | null> | null =>
  isUuid(id)
    ? ctx
        .loader<string, DeadLetterRow | null>('deadLetterById', async (tx, ids) =>
          inOrder(ids, await new DeadLetterStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
        )
        .load(id)
    : null;

export const resolvers: Resolvers = {
  Query: {
    deadLetter: (_, { id }, ctx) => byId(ctx, id),
    deadLetters: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new DeadLetterStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}),
      );
      return pageOf(rows, request, (row) => [row.failedAt.toISOString(), row.id]);
    },
  },
  Mutation: {
    replayDeadLetter: (_, { input }, ctx) =>
      attempt(async () => ({ deadLetter: await replayDeadLetter(ctx, input) })),
    discardDeadLetter: (_, { input }, ctx) =>
      attempt(async () => ({ deadLetter: await discardDeadLetter(ctx, input) })),
  },
  DeadLetter: {
    __resolveReference: ({ id }, ctx) => byId(ctx, id),
    envelope: (row) => row.envelope.toString('utf8'),
    resolvedBy: ({ resolvedByKind, resolvedBy }) => actorRef(resolvedByKind, resolvedBy),
  },
};
