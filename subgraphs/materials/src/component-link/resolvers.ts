import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { lotById, serialById } from '../loaders.ts';
import { assembleSerial, assembleSerials } from './assemble.ts';
import { removeSerial } from './commands.ts';

export const resolvers: Resolvers = {
  Mutation: {
    assembleSerial: (_, { input }, ctx) => attempt(async () => ({ link: await assembleSerial(ctx, input) })),
    assembleSerials: (_, { input }, ctx) =>
      attempt(async () => ({ links: await assembleSerials(ctx, input) })),
    removeSerial: (_, { input }, ctx) => attempt(async () => ({ link: await removeSerial(ctx, input) })),
  },
  ComponentLink: {
    parent: (row, _, ctx) => (row.parentType === 'SerializedPart' ? serialById(ctx, row.parentId) : null),
    serializedPart: (row, _, ctx) =>
      row.childType === 'SerializedPart' ? serialById(ctx, row.childId) : null,
    lot: (row, _, ctx) => (row.childType === 'MaterialLot' ? lotById(ctx, row.childId) : null),
    componentNumber: (row) => row.childNumber,
    quantity: ({ quantity: value, unit }) => ({ value, unit }),
    workOrder: ({ workOrderId: id }) => (id ? { __typename: 'WorkOrder', id } : null),
    operation: ({ operationId: id }) => (id ? { __typename: 'WorkOrderOperation', id } : null),
  },
};
