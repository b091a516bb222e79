import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { historyOf } from '../history/resolvers.ts';
import { customerByCode, customerById } from '../loaders.ts';
import { changeCustomer, createCustomer, publishCustomer, retireCustomer } from './commands.ts';
import { CustomerStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    customer: (_, { id }, ctx) => customerById(ctx).load(id),
    customerByCode: (_, { code }, ctx) => customerByCode(ctx).load(code),
    customers: async (_, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) =>
        new CustomerStore(tx, ctx.viewer.tenantId).page(request, args.filter ?? {}),
      );
      return pageOf(rows, request, (row) => [row.code, row.id]);
    },
  },
  Mutation: {
    createCustomer: (_, { input }, ctx) =>
      attempt(async () => ({ customer: await createCustomer(ctx, input) })),
    changeCustomer: (_, { input }, ctx) =>
      attempt(async () => ({ customer: await changeCustomer(ctx, input) })),
    publishCustomer: (_, { input }, ctx) =>
      attempt(async () => ({ customer: await publishCustomer(ctx, input) })),
    retireCustomer: (_, { input }, ctx) =>
      attempt(async () => ({ customer: await retireCustomer(ctx, input) })),
  },
  Customer: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? customerById(ctx).load(reference.id) : customerByCode(ctx).load(reference.code),
    history: (row, args, ctx) => historyOf(ctx, row.id, args),
  },
};
