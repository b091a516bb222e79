import { type PageArgs, pageOf } from '@machshop/db';
import { type Context, pageRequest } from '@machshop/server';
import { type RoutingFilter, RoutingStore } from './store.ts';

/** Routings by number and version. */
export async function routingPage(
  ctx: Context,
  args: PageArgs,
  filter: RoutingFilter & { revisionId?: string },
) {
  const request = pageRequest(args);
  const rows = await ctx.read((tx) => new RoutingStore(tx, ctx.viewer.tenantId).page(request, filter));
  return pageOf(rows, request, (row) => [row.number, String(row.version)]);
}

/** All routings of a revision. */
export const routingsOf = (ctx: Context, revisionId: string, args: PageArgs) =>
  routingPage(ctx, args, { revisionId });
