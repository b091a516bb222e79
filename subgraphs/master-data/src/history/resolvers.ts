import { type PageArgs, pageOf } from '@machshop/db';
import { type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { HistoryStore } from './store.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

export const resolvers: Resolvers = {
  MasterDataChange: {
    // the plant itself is no user
    actor: (row) => (row.actorId === NOBODY ? null : { __typename: 'User', id: row.actorId }),
  },
};

/** The history of one thing, newest first. */
export async function historyOf(ctx: Context, entityId: string, args: PageArgs) {
  const request = pageRequest(args);
  const rows = await ctx.read((tx) => new HistoryStore(tx, ctx.viewer.tenantId).page(entityId, request));
  return pageOf(rows, request, (row) => [row.id]);
}
