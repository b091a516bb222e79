import { pageOf, sumDecimals } from '@machshop/db';
import { attempt, pageRequest } from '@machshop/server';
import { remainingOf } from '../allocation/allocation.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { isUuid } from '../inputs.ts';
import {
  balancesOfLot,
  certificatesOfLot,
  locationById,
  lotById,
  lotByNumber,
  openAllocationsOfLot,
} from '../loaders.ts';
import { lotStatus } from '../material-transaction/material-transaction.ts';
import { quarantineLot, releaseLot } from './commands.ts';
import { produceLot, receiveMaterial, receiveMaterials } from './receive.ts';
import { MaterialLotStore } from './store.ts';

export const resolvers: Resolvers = {
  Query: {
    materialLot: (_, { id }, ctx) => lotById(ctx, id),
    materialLotByNumber: (_, { number }, ctx) => lotByNumber(ctx).load(number),
    materialLots: async (_, args, ctx) => {
      const request = pageRequest(args);
      const filter = args.filter ?? {};
      if (filter.definitionId && !isUuid(filter.definitionId)) return pageOf([], request, () => []);
      const rows = await ctx.read((tx) =>
        new MaterialLotStore(tx, ctx.viewer.tenantId).page(request, filter, ctx.now()),
      );
      return pageOf(rows, request, (row) => [row.receivedAt.toISOString(), row.id]);
    },
    inventoryBalances: async (_, args, ctx) => {
      const request = pageRequest(args);
      const filter = { ...args.filter, siteIds: ctx.viewer.siteIds };
      if (filter.definitionId && !isUuid(filter.definitionId)) return pageOf([], request, () => []);
      const rows = await ctx.read((tx) =>
        new MaterialLotStore(tx, ctx.viewer.tenantId).balancesPage(request, filter),
      );
      return pageOf(rows, request, (row) => [row.lotNumber, row.locationCode]);
    },
  },
  Mutation: {
    receiveMaterial: (_, { input }, ctx) => attempt(async () => ({ lot: await receiveMaterial(ctx, input) })),
    receiveMaterials: (_, { input }, ctx) =>
      attempt(async () => ({ lots: await receiveMaterials(ctx, input) })),
    produceLot: (_, { input }, ctx) => attempt(async () => ({ lot: await produceLot(ctx, input) })),
    quarantineLot: (_, { input }, ctx) => attempt(async () => ({ lot: await quarantineLot(ctx, input) })),
    releaseLot: (_, { input }, ctx) => attempt(async () => ({ lot: await releaseLot(ctx, input) })),
  },
  MaterialLot: {
    __resolveReference: (reference, ctx) =>
      'id' in reference ? lotById(ctx, reference.id) : lotByNumber(ctx).load(reference.number),
    definition: ({ definitionType: __typename, definitionId: id }) =>
      __typename === 'Part' ? { __typename, id } : { __typename, id },
    status: (row, _, ctx) => lotStatus(row, ctx.now()),
    workOrder: ({ workOrderId: id }) => (id ? { __typename: 'WorkOrder', id } : null),
    onHand: async ({ id, unit }, _, ctx) => {
      const balances = await balancesOfLot(ctx).load(id);
      const kept = balances.filter(({ kind }) => kind !== 'SCRAP');
      return { value: sumDecimals(kept.map(({ quantity }) => quantity)), unit };
    },
    allocated: async ({ id, unit }, _, ctx) => {
      const open = await openAllocationsOfLot(ctx).load(id);
      return { value: sumDecimals(open.map(remainingOf)), unit };
    },
    balances: (row, _, ctx) => balancesOfLot(ctx).load(row.id),
    certificates: (row, _, ctx) => certificatesOfLot(ctx).load(row.id),
  },
  InventoryBalance: {
    lot: async (row, _, ctx) => found(await lotById(ctx, row.lotId), 'lot of a balance'),
    location: async (row, _, ctx) => found(await locationById(ctx, row.locationId), 'location of a balance'),
    quantity: ({ quantity: value, unit }) => ({ value, unit }),
  },
};

/** What a foreign key leads to. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row == null) throw new Error(`${what} is missing`);
  return row;
}
