import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { isUuid } from '../inputs.ts';
import { componentsOfSerial, lotById, parentOfSerial, serialById, serialByNumber } from '../loaders.ts';
import { completeSerial, scrapSerial } from './commands.ts';
import { createSerials } from './create.ts';
import { SerializedPartStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    serializedPart: (_, { id }, ctx) => serialById(ctx, id),
    serializedPartBySerialNumber: (_, { serialNumber }, ctx) => serialByNumber(ctx).load(serialNumber),
    serializedParts: async (_, args, ctx) => {
      const request = pageRequest(args);
      const filter = args.filter ?? {};
      if (filter.partId && !isUuid(filter.partId)) return pageOf([], request, () => []);
      const rows = await ctx.read((tx) => new SerializedPartStore(tx, ctx.viewer).page(request, filter));
      return pageOf(rows, request, (row) => [row.serialNumber, row.id]);
    },
  },
  Mutation: {
    createSerials: (_, { input }, ctx) =>
      attempt(async () => ({ serializedParts: await createSerials(ctx, input) })),
    completeSerial: (_, { input }, ctx) =>
      attempt(async () => ({ serializedPart: await completeSerial(ctx, input) })),
    scrapSerial: (_, { input }, ctx) =>
      attempt(async () => ({ serializedPart: await scrapSerial(ctx, input) })),
  },
  SerializedPart: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? serialById(ctx, reference.id) : serialByNumber(ctx).load(reference.serialNumber),
    part: ({ partId: id }) => ({ __typename: 'Part', id }),
    workOrder: ({ workOrderId: id }) => (id ? { __typename: 'WorkOrder', id } : null),
    lot: (row, _, ctx) => (row.lotId ? lotById(ctx, row.lotId) : null),
    components: (row, _, ctx) => componentsOfSerial(ctx).load(row.id),
    assembledInto: (row, _, ctx) => parentOfSerial(ctx).load(row.id),
  },
};
