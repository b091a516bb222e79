import { needs, type Permissions, signedIn } from '@machshop/server';

export const read = needs('genealogy:read');

export const permissions: Permissions = {
  Query: { genealogy: read },
  Genealogy: read,
  GenealogyNode: read,
  GenealogyEdge: read,
  SerializedPart: read,
  MaterialLot: read,
  // stubs: their own subgraphs guard what is behind them
  Part: signedIn,
  Material: signedIn,
  Equipment: signedIn,
  User: signedIn,
  ApiClient: signedIn,
  WorkOrderOperation: signedIn,
};
