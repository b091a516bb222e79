import { definitionOf } from '../genealogy/resolvers.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { nodeById, stepsOfSerial } from '../loaders.ts';
import { findAsBuilt } from './find.ts';

export const resolvers: Resolvers = {
  WorkOrder: {
    __resolveReference: ({ id }) => ({ id }),
    asBuilt: async ({ id }, { asOf }, ctx) => {
      const order = await nodeById(ctx).load(id);
      return order?.kind === 'WORK_ORDER' ? findAsBuilt(ctx, order, asOf ?? ctx.now()) : null;
    },
  },
  AsBuilt: {
    workOrder: ({ workOrderId }) => ({ id: workOrderId }),
    differences: ({ units }) => units.flatMap((unit) => unit.differences),
  },
  AsBuiltUnit: {
    steps: ({ node }, _, ctx) => (node.kind === 'SERIAL' ? stepsOfSerial(ctx).load(node.number) : []),
  },
  AsBuiltItem: {
    definition: (row) => definitionOf(row),
    serializedPart: ({ kind, id }) => (kind === 'SERIAL' ? { id } : null),
    lot: ({ kind, id }) => (kind === 'LOT' ? { id } : null),
  },
  AsBuiltComponent: {
    item: ({ node }) => node,
    quantity: ({ edge }) => ({ value: edge.quantity, unit: edge.unit }),
    bomPosition: ({ edge }) => edge.bomPosition,
    linkedAt: ({ edge }) => edge.linkedAt,
    unlinkedAt: ({ edge }) => edge.unlinkedAt,
  },
};
