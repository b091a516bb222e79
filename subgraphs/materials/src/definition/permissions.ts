import { needs, type Permissions, signedIn } from '@machshop/server';

export const permissions: Permissions = {
  // stubs: their own subgraph guards what is behind them
  Part: { '*': signedIn, inventory: needs('inventory:read') },
  Material: { '*': signedIn, inventory: needs('inventory:read') },
  InventoryLevel: needs('inventory:read'),
};
