import { needs, type Permissions } from '@machshop/server';

const read = needs('workOrder:read');

export const permissions: Permissions = {
  Query: { workOrderOperation: read },
  Mutation: { assignEquipment: needs('workOrder:change'), skipOperation: needs('operation:skip') },
  WorkOrderOperation: read,
  OperationStep: read,
};
