import { type Permissions, signedIn } from '@machshop/server';

export const permissions: Permissions = {
  // the command asks for the permissions of each list that is not empty
  Mutation: { importMasterData: signedIn },
  ImportedPart: signedIn,
  ImportedMaterial: signedIn,
  ImportedCustomer: signedIn,
  ImportedBom: signedIn,
  ImportedRouting: signedIn,
};
