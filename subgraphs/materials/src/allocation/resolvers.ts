import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { allocationById, lotById } from '../loaders.ts';
import { found } from '../material-lot/resolvers.ts';
import { remainingOf } from './allocation.ts';
import { allocateMaterial, releaseAllocation } from './commands.ts';

export const resolvers: Resolvers = {
  Query: { allocation: (_, { id }, ctx) => allocationById(ctx, id) },
  Mutation: {
    allocateMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ allocation: await allocateMaterial(ctx, input) })),
    releaseAllocation: (_, { input }, ctx) =>
      attempt(async () => ({ allocation: await releaseAllocation(ctx, input) })),
  },
  Allocation: {
    __resolveReference: ({ id }, ctx) => allocationById(ctx, id),
    lot: async (row, _, ctx) => found(await lotById(ctx, row.lotId), 'lot of an allocation'),
    workOrder: ({ workOrderId: id }) => ({ __typename: 'WorkOrder', id }),
    quantity: ({ quantity: value, unit }) => ({ value, unit }),
    drawn: ({ drawn: value, unit }) => ({ value, unit }),
    remaining: (row) => ({ value: remainingOf(row), unit: row.unit }),
  },
};
