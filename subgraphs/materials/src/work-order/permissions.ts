import { needs, type Permissions, signedIn } from '@machshop/server';

export const permissions: Permissions = {
  // stubs: their own subgraphs guard what is behind them
  WorkOrder: { '*': signedIn, allocations: needs('inventory:read'), serializedParts: needs('serial:read') },
  WorkOrderOperation: signedIn,
  Site: signedIn,
  NonConformance: signedIn,
  User: signedIn,
  ApiClient: signedIn,
};
