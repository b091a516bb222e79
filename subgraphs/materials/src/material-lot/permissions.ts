import { needs, type Permissions } from '@machshop/server';

const read = needs('inventory:read');
const receive = needs('inventory:receive');
const dispose = needs('lot:disposition');

export const permissions: Permissions = {
  Query: { materialLot: read, materialLotByNumber: read, materialLots: read, inventoryBalances: read },
  Mutation: {
    receiveMaterial: receive,
    receiveMaterials: receive,
    produceLot: needs('operation:report'),
    quarantineLot: dispose,
    releaseLot: dispose,
  },
  MaterialLot: read,
  InventoryBalance: read,
};
