import { needs, type Permissions } from '@machshop/server';

const read = needs('inventory:read');
const issue = needs('inventory:issue');

export const permissions: Permissions = {
  Query: {
    materialTransaction: read,
    materialTransactions: read,
    verifyInventory: needs('audit:read'),
  },
  Mutation: {
    issueMaterial: issue,
    returnMaterial: issue,
    consumeMaterial: issue,
    scrapMaterial: needs('inventory:scrap'),
    transferMaterial: needs('inventory:transfer'),
    adjustInventory: needs('inventory:adjust'),
  },
  MaterialTransaction: read,
  InventoryVerification: read,
  InventoryDifference: read,
};
