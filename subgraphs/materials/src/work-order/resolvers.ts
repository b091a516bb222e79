import { pageOf } from '@machshop/db';
import { pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { isUuid } from '../inputs.ts';
import { allocationsOfOrder } from '../loaders.ts';
import { SerializedPartStore } from '../serialized-part/store.ts';

export const resolvers: Resolvers = {
  WorkOrder: {
    __resolveReference: ({ id }) => ({ __typename: 'WorkOrder', id }),
    allocations: ({ id }, _, ctx) => (isUuid(id) ? allocationsOfOrder(ctx).load(id) : null),
    serializedParts: async ({ id }, args, ctx) => {
      if (!isUuid(id)) return null;
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new SerializedPartStore(tx, ctx.viewer).page(request, { workOrderId: id }),
      );
      return pageOf(rows, request, (row) => [row.serialNumber, row.id]);
    },
  },
};
