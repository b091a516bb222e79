import { needs, type Permissions } from '@machshop/server';

const read = needs('inventory:read');

export const permissions: Permissions = {
  Query: { inventoryLocation: read, inventoryLocationByCode: read, inventoryLocations: read },
  Mutation: { createInventoryLocation: needs('location:edit') },
  InventoryLocation: read,
};
