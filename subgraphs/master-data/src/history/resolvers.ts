import { actorRef } from '@machshop/auth';
import { type PageArgs, pageOf } from '@machshop/db';
import { type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { HistoryStore } from './store.ts';

export const resolvers: Resolvers = {
  MasterDataChange: {
    actor: ({ actorKind, actorId }) => actorRef(actorKind, actorId),
  },
};

/** The history of one thing, newest first. */
export async function historyOf(ctx: Context, entityId: string, args: PageArgs) {
  const request = pageRequest(args);
  const rows = await ctx.read((tx) => new HistoryStore(tx, ctx.viewer.tenantId).page(entityId, request));
  return pageOf(rows, request, (row) => [row.id]);
}
