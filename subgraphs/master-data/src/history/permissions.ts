import { type Permissions, signedIn } from '@machshop/server';

export const permissions: Permissions = {
  // reached from the thing that it tells of, and guarded there
  MasterDataChange: signedIn,
  // stubs: their own subgraphs guard what is behind them
  User: signedIn,
  ApiClient: signedIn,
  WorkCenter: signedIn,
};
