import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { locationById, lotById, serialById, transactionById } from '../loaders.ts';
import { found } from '../material-lot/resolvers.ts';
import { MaterialLotStore } from '../material-lot/store.ts';
import {
  adjustInventory,
  issueMaterial,
  returnMaterial,
  scrapMaterial,
  transferMaterial,
} from './commands.ts';
import { consumeMaterial } from './consume.ts';
import { MaterialTransactionStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    materialTransaction: (_, { id }, ctx) => transactionById(ctx, id),
    materialTransactions: async (_, args, ctx) => {
      const request = pageRequest(args);
      const filter = { ...args.filter, siteIds: ctx.viewer.siteIds };
      const rows = await ctx.read((tx) =>
        new MaterialTransactionStore(tx, ctx.viewer.tenantId).page(request, filter),
      );
      return pageOf(rows, request, (row) => [row.occurredAt.toISOString(), row.id]);
    },
    verifyInventory: (_, _args, ctx) =>
      ctx.read(async (tx) => {
        const store = new MaterialTransactionStore(tx, ctx.viewer.tenantId);
        const verified = await store.verify();
        const overAllocated = await new MaterialLotStore(tx, ctx.viewer.tenantId).byIds(
          await store.overAllocated(),
        );
        const ok = verified.differences.length === 0 && overAllocated.length === 0;
        return { ...verified, ok, checkedAt: ctx.now(), overAllocated };
      }),
  },
  Mutation: {
    issueMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ transaction: await issueMaterial(ctx, input) })),
    returnMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ transaction: await returnMaterial(ctx, input) })),
    scrapMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ transaction: await scrapMaterial(ctx, input) })),
    transferMaterial: (_, { input }, ctx) =>
      attempt(async () => ({ transaction: await transferMaterial(ctx, input) })),
    adjustInventory: (_, { input }, ctx) =>
      attempt(async () => ({ transaction: await adjustInventory(ctx, input) })),
    consumeMaterial: (_, { input }, ctx) => attempt(() => consumeMaterial(ctx, input)),
  },
  MaterialTransaction: {
    __resolveReference: ({ id }, ctx) => transactionById(ctx, id),
    lot: async (row, _, ctx) => found(await lotById(ctx, row.lotId), 'lot of a transaction'),
    location: async (row, _, ctx) =>
      found(await locationById(ctx, row.locationId), 'location of a transaction'),
    toLocation: (row, _, ctx) => (row.toLocationId ? locationById(ctx, row.toLocationId) : null),
    quantity: ({ quantity: value, unit }) => ({ value, unit }),
    workOrder: ({ workOrderId: id }) => (id ? { __typename: 'WorkOrder', id } : null),
    operation: ({ operationId: id }) => (id ? { __typename: 'WorkOrderOperation', id } : null),
    serializedPart: (row, _, ctx) => (row.serializedPartId ? serialById(ctx, row.serializedPartId) : null),
    actor: ({ actorKind, actorId }) => actorRef(actorKind, actorId),
  },
  InventoryDifference: {
    lot: async (row, _, ctx) => found(await lotById(ctx, row.lotId), 'lot of a difference'),
    location: async (row, _, ctx) =>
      found(await locationById(ctx, row.locationId), 'location of a difference'),
    ledger: ({ ledger: value, unit }) => ({ value, unit }),
    balance: ({ balance: value, unit }) => ({ value, unit }),
  },
};
