import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import { bomOf, bomsOf, explode, whereUsed } from '../bom/queries.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { historyOf } from '../history/resolvers.ts';
import { partById, partByNumber, revisionById, revisionsOfPart, routingsPublished } from '../loaders.ts';
import { routingsOf } from '../routing/queries.ts';
import {
  changePartRevision,
  createPart,
  createPartRevision,
  type PartAndRevision,
  publishPartRevision,
  retirePartRevision,
} from './commands.ts';
import { effectiveAt, leading } from './part.ts';
import { PartStore } from './store.ts';

const revisionPayload = (work: Promise<PartAndRevision>) =>
  attempt(async () => ({ partRevision: (await work).revision }));

export const resolvers: Resolvers = {
  Query: {
    part: (_, { id }, ctx) => partById(ctx).load(id),
    partByNumber: (_, { number }, ctx) => partByNumber(ctx).load(number),
    partRevision: (_, { id }, ctx) => revisionById(ctx).load(id),
    parts: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new PartStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}),
      );
      return pageOf(rows, request, (row) => [row.number, row.id]);
    },
  },
  Mutation: {
    createPart: (_, { input }, ctx) =>
      attempt(async () => {
        const { part, revision } = await createPart(ctx, input);
        return { part, partRevision: revision };
      }),
    createPartRevision: (_, { input }, ctx) => revisionPayload(createPartRevision(ctx, input)),
    changePartRevision: (_, { input }, ctx) => revisionPayload(changePartRevision(ctx, input)),
    publishPartRevision: (_, { input }, ctx) => revisionPayload(publishPartRevision(ctx, input)),
    retirePartRevision: (_, { input }, ctx) => revisionPayload(retirePartRevision(ctx, input)),
  },
  Part: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? partById(ctx).load(reference.id) : partByNumber(ctx).load(reference.number),
    name: async (row, _, ctx) => {
      const revision = leading(await revisionsOfPart(ctx).load(row.id), ctx.now());
      if (!revision) throw new Error(`part ${row.id} has no revision`);
      return revision.name;
    },
    currentRevision: async (row, { asOf }, ctx) =>
      effectiveAt(await revisionsOfPart(ctx).load(row.id), asOf ?? ctx.now()),
    revisions: (row, _, ctx) => revisionsOfPart(ctx).load(row.id),
    bom: async (row, { asOf }, ctx) => {
      const at = asOf ?? ctx.now();
      const revision = effectiveAt(await revisionsOfPart(ctx).load(row.id), at);
      return revision ? bomOf(ctx, revision.id, at) : null;
    },
    whereUsed: (row, args, ctx) => whereUsed(ctx, { partId: row.id }, args),
    bomExplosion: (row, args, ctx) => explode(ctx, row.id, args),
  },
  PartRevision: {
    __resolveReference: ({ id }, ctx) => revisionById(ctx).load(id),
    part: async (row, _, ctx) => {
      const part = await partById(ctx).load(row.partId);
      if (!part) throw new Error(`revision ${row.id} has no part`);
      return part;
    },
    bom: (row, { asOf }, ctx) => bomOf(ctx, row.id, asOf ?? ctx.now()),
    boms: (row, args, ctx) => bomsOf(ctx, row.id, args),
    routing: async (row, _, ctx) => (await routingsPublished(ctx).load(row.id))[0] ?? null,
    routings: (row, args, ctx) => routingsOf(ctx, row.id, args),
    history: (row, args, ctx) => historyOf(ctx, row.id, args),
  },
};
