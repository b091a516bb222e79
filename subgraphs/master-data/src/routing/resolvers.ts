import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { historyOf } from '../history/resolvers.ts';
import { operationsOfRouting, revisionById, routingById, routingOperationById } from '../loaders.ts';
import { changeRouting, createRouting, reviseRouting } from './commands.ts';
import { publishRouting, retireRouting } from './publish.ts';
import { routingPage } from './queries.ts';
import { RoutingStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    routing: (_, { id }, ctx) => routingById(ctx).load(id),
    routingByNumber: async (_, { number, version }, ctx) => {
      const versions = await ctx.read((tx) => new RoutingStore(tx, ctx.viewer.tenantId).versionsOf([number]));
      const wanted = versions.find((row) =>
        version == null ? row.status === 'PUBLISHED' : row.version === version,
      );
      return wanted ?? null;
    },
    routings: (_, args, ctx) => routingPage(ctx, args, args.filter ?? {}),
  },
  Mutation: {
    createRouting: (_, { input }, ctx) => attempt(async () => ({ routing: await createRouting(ctx, input) })),
    reviseRouting: (_, { input }, ctx) => attempt(async () => ({ routing: await reviseRouting(ctx, input) })),
    changeRouting: (_, { input }, ctx) => attempt(async () => ({ routing: await changeRouting(ctx, input) })),
    publishRouting: (_, { input }, ctx) =>
      attempt(async () => ({ routing: await publishRouting(ctx, input) })),
    retireRouting: (_, { input }, ctx) => attempt(async () => ({ routing: await retireRouting(ctx, input) })),
  },
  Routing: {
    __resolveReference: ({ id }, ctx) => routingById(ctx).load(id),
    partRevision: async (row, _, ctx) => {
      const revision = await revisionById(ctx).load(row.partRevisionId);
      if (!revision) throw new Error(`routing ${row.id} has no revision`);
      return revision;
    },
    operations: (row, _, ctx) => operationsOfRouting(ctx).load(row.id),
    history: (row, args, ctx) => historyOf(ctx, row.id, args),
  },
  RoutingOperation: {
    __resolveReference: ({ id }, ctx) => routingOperationById(ctx).load(id),
    routing: async (row, _, ctx) => {
      const routing = await routingById(ctx).load(row.routingId);
      if (!routing) throw new Error(`operation ${row.id} has no routing`);
      return routing;
    },
    workCenter: (row) => ({ __typename: 'WorkCenter', code: row.workCenterCode }),
  },
};
