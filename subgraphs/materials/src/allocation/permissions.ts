import { needs, type Permissions } from '@machshop/server';

const read = needs('inventory:read');
const allocate = needs('inventory:allocate');

export const permissions: Permissions = {
  Query: { allocation: read },
  Mutation: { allocateMaterial: allocate, releaseAllocation: allocate },
  Allocation: read,
};
