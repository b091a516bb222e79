import { actorRef } from '@machshop/auth';
import { pageOf } from '@machshop/db';
import { attempt, type Context, pageRequest } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import {
  holdOfEntity,
  itemsOfNonConformance,
  newestOf,
  nonConformanceById,
  nonConformanceByNumber,
} from '../loaders.ts';
import {
  addAffectedItems,
  changeNonConformance,
  containNonConformance,
  reviewNonConformance,
} from './commands.ts';
import { cancelNonConformance, closeNonConformance, reopenNonConformance } from './ending.ts';
import { deviation } from './non-conformance.ts';
import { raiseNonConformance } from './raise.ts';
import { ENTITY_TYPES } from './record.ts';
import { type NonConformanceFilter, NonConformanceStore, type Of } from './store.ts';
import type { NonConformanceRow } from './tables.ts';

async function page(
  ctx: Context,
  args: { first: number; after?: string | null | undefined },
  filter: NonConformanceFilter,
) {
  const request = pageRequest(args);
  const rows = await ctx.read((tx) =>
    new NonConformanceStore(tx, ctx.viewer).page(request, filter, ctx.now()),
  );
  return pageOf(rows, request, cursorOf);
}

const cursorOf = (row: NonConformanceRow) => [row.raisedAt.toISOString(), row.id];

/** Those of a thing that they are shown with: first pages of many things are read together. */
async function pageOfThing(
  ctx: Context,
  args: { first: number; after?: string | null | undefined },
  kind: Of,
  id: string,
) {
  if (args.after != null) return page(ctx, args, { of: { kind, id } });
  const request = pageRequest(args);
  return pageOf(await newestOf(ctx, kind, request.first).load(id), request, cursorOf);
}

export const resolvers: Resolvers = {
  Query: {
    nonConformance: (_, { id }, ctx) => nonConformanceById(ctx).load(id),
    nonConformanceByNumber: (_, { number }, ctx) => nonConformanceByNumber(ctx).load(number),
    nonConformances: (_, args, ctx) => page(ctx, args, args.filter ?? {}),
  },
  Mutation: {
    raiseNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await raiseNonConformance(ctx, input) })),
    changeNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await changeNonConformance(ctx, input) })),
    addAffectedItems: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await addAffectedItems(ctx, input) })),
    containNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await containNonConformance(ctx, input) })),
    reviewNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await reviewNonConformance(ctx, input) })),
    closeNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await closeNonConformance(ctx, input) })),
    reopenNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await reopenNonConformance(ctx, input) })),
    cancelNonConformance: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await cancelNonConformance(ctx, input) })),
  },
  NonConformance: {
    __resolveReference: (reference, ctx) =>
      'id' in reference
        ? nonConformanceById(ctx).load(reference.id)
        : nonConformanceByNumber(ctx).load(reference.number),
    site: ({ siteId }) => ({ __typename: 'Site', id: siteId }),
    definition: ({ definitionType, definitionId }) => ({ __typename: definitionType, id: definitionId }),
    partRevision: ({ partRevisionId: id }) => (id ? { __typename: 'PartRevision', id } : null),
    quantity: ({ quantity, unit }) => ({ value: quantity, unit }),
    affected: ({ id }, _, ctx) => itemsOfNonConformance(ctx).load(id),
    workOrder: ({ workOrderId: id }) => (id ? { __typename: 'WorkOrder', id } : null),
    operation: ({ operationId: id }) => (id ? { __typename: 'WorkOrderOperation', id } : null),
    equipment: ({ equipmentId: id }) => (id ? { __typename: 'Equipment', id } : null),
    measurement: (row) => {
      const { characteristic, actual, nominal, lowerLimit, upperLimit, measurementUnit: unit } = row;
      if (characteristic === null || actual === null) return null;
      const limits = { actual, lowerLimit, upperLimit };
      return { characteristic, nominal, ...limits, deviation: deviation(limits), unit };
    },
    detectedBy: ({ detectedById: id }) => (id ? { __typename: 'User', id } : null),
    raisedBy: (row) => actorRef(row.raisedByKind, row.raisedById),
    containedBy: (row) => actorRef(row.containedByKind, row.containedById),
    closedBy: (row) => actorRef(row.closedByKind, row.closedById),
    history: async ({ id }, args, ctx) => {
      const request = pageRequest(args);
      const rows = await ctx.read((tx) => new NonConformanceStore(tx, ctx.viewer).historyPage(id, request));
      return pageOf(rows, request, (row) => [row.id]);
    },
  },
  NonConformanceHistoryEntry: {
    actor: (row) => actorRef(row.actorKind, row.actorId),
  },
  AffectedItem: {
    entity: ({ type, entityId }) => ({ __typename: ENTITY_TYPES[type], id: entityId }),
    quantity: ({ quantity, unit }) => ({ value: quantity, unit }),
  },
  WorkOrder: {
    qualityHold: ({ id }, _, ctx) => holdOfEntity(ctx).load(id),
    nonConformances: ({ id }, args, ctx) => pageOfThing(ctx, args, 'ORDER', id),
  },
  SerializedPart: {
    qualityHold: ({ id }, _, ctx) => holdOfEntity(ctx).load(id),
    nonConformances: ({ id }, args, ctx) => pageOfThing(ctx, args, 'ITEM', id),
  },
  MaterialLot: {
    qualityHold: ({ id }, _, ctx) => holdOfEntity(ctx).load(id),
    nonConformances: ({ id }, args, ctx) => pageOfThing(ctx, args, 'ITEM', id),
  },
  Equipment: {
    nonConformances: ({ id }, args, ctx) => pageOfThing(ctx, args, 'EQUIPMENT', id),
  },
};
