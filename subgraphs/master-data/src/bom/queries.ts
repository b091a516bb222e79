import { type PageArgs, pageOf } from '@machshop/db';
import { type Context, pageRequest, UserFacingError } from '@machshop/server';
import { bomsOfRevision } from '../loaders.ts';
import { bomAt } from './bom.ts';
import { type ExplodedComponent, explodeEdges, MAX_DEPTH } from './explosion.ts';
import { BomStore } from './store.ts';

const MAX_EDGES = 50_000;

/** The bill of a revision that is in effect at a moment. */
export const bomOf = async (ctx: Context, revisionId: string, at: Date) =>
  bomAt(await bomsOfRevision(ctx).load(revisionId), at);

/** All bills of a revision, newest first. */
export async function bomsOf(ctx: Context, revisionId: string, args: PageArgs) {
  const request = pageRequest(args);
  const rows = await ctx.read((tx) => new BomStore(tx, ctx.viewer.tenantId).page(revisionId, request));
  return pageOf(rows, request, (row) => [row.id]);
}

/** Lines of the bills in effect that list it. */
export async function whereUsed(
  ctx: Context,
  component: { partId: string } | { materialId: string },
  args: PageArgs & { asOf?: Date | null | undefined },
) {
  const request = pageRequest(args);
  const at = args.asOf ?? ctx.now();
  const rows = await ctx.read((tx) =>
    new BomStore(tx, ctx.viewer.tenantId).usagePage(component, at, request),
  );
  return pageOf(rows, request, (row) => [row.id]);
}

/**
 * All that goes into one of a part at a moment.
 * @throws UserFacingError when it is asked too deep, or has more than 50,000 lines
 */
export async function explode(
  ctx: Context,
  partId: string,
  args: { asOf?: Date | null | undefined; maxDepth: number },
): Promise<ExplodedComponent[]> {
  if (args.maxDepth < 1 || args.maxDepth > MAX_DEPTH) {
    throw new UserFacingError('BAD_USER_INPUT', `maxDepth must be from 1 to ${MAX_DEPTH}`);
  }
  const at = args.asOf ?? ctx.now();
  const edges = await ctx.read((tx) =>
    new BomStore(tx, ctx.viewer.tenantId).explosion(partId, at, MAX_EDGES + 1),
  );
  const nodes = edges.length > MAX_EDGES ? null : explodeEdges(partId, edges, args.maxDepth);
  if (!nodes)
    throw new UserFacingError('BAD_USER_INPUT', 'this is too large to explode at once: ask a component');
  return nodes;
}
