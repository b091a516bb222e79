import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { actionsOfNonConformance, correctiveActionById, nonConformanceById } from '../loaders.ts';
import { implementCorrectiveAction, planCorrectiveAction, verifyCorrectiveAction } from './commands.ts';
import { isOverdue } from './corrective-action.ts';
import { CorrectiveActionStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    correctiveAction: (_, { id }, ctx) => correctiveActionById(ctx).load(id),
    correctiveActions: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new CorrectiveActionStore(tx, ctx.viewer).page(request, args.filter ?? {}, ctx.now()),
      );
      return pageOf(rows, request, (row) => [row.dueAt.toISOString(), row.id]);
    },
  },
  Mutation: {
    planCorrectiveAction: (_, { input }, ctx) =>
      attempt(async () => ({ correctiveAction: await planCorrectiveAction(ctx, input) })),
    implementCorrectiveAction: (_, { input }, ctx) =>
      attempt(async () => ({ correctiveAction: await implementCorrectiveAction(ctx, input) })),
    verifyCorrectiveAction: (_, { input }, ctx) =>
      attempt(async () => ({ correctiveAction: await verifyCorrectiveAction(ctx, input) })),
  },
  NonConformance: {
    actions: ({ id }, _, ctx) => actionsOfNonConformance(ctx).load(id),
  },
  CorrectiveAction: {
    __resolveReference: ({ id }, ctx) => correctiveActionById(ctx).load(id),
    nonConformance: async (row, _, ctx) => {
      const found = await nonConformanceById(ctx).load(row.nonConformanceId);
      if (!found) throw new Error(`action ${row.id} has no non-conformance`);
      return found;
    },
    owner: ({ ownerId }) => ({ __typename: 'User', id: ownerId }),
    overdue: (row, _, ctx) => isOverdue(row, ctx.now()),
    implementedBy: (row) => actorRef(row.implementedByKind, row.implementedById),
    verifiedBy: (row) => actorRef(row.verifiedByKind, row.verifiedById),
  },
};
