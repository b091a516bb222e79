import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('equipment:read');
const edit = needs('equipment:edit');

export const permissions: Permissions = {
  Query: { equipment: read, equipmentByCode: read, allEquipment: read },
  Mutation: {
    createEquipment: edit,
    changeEquipment: edit,
    changeEquipmentStatus: needs('equipment:changeStatus'),
  },
  Equipment: read,
  EquipmentLogEntry: read,
  // stubs: their own subgraphs guard what is behind them
  ApiClient: signedIn,
  Site: signedIn,
  User: signedIn,
  WorkOrderOperation: signedIn,
};
