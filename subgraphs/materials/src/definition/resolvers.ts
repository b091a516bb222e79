import type { Resolvers } from '../generated/resolvers.ts';
import { inventoryLevel } from '../loaders.ts';

export const resolvers: Resolvers = {
  Part: {
    __resolveReference: ({ id }) => ({ __typename: 'Part', id }),
    inventory: ({ id }, _, ctx) => inventoryLevel(ctx, id),
  },
  Material: {
    __resolveReference: ({ id }) => ({ __typename: 'Material', id }),
    inventory: ({ id }, _, ctx) => inventoryLevel(ctx, id),
  },
  InventoryLevel: {
    onHand: ({ onHand: value, unit }) => ({ value, unit }),
    allocated: ({ allocated: value, unit }) => ({ value, unit }),
    available: ({ available: value, unit }) => ({ value, unit }),
  },
};
