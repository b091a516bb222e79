import { actorRef } from '@machshop/auth';
import type { Resolvers } from '../generated/resolvers.ts';

export const resolvers: Resolvers = {
  ProcessStep: {
    id: (row) => row.executionId,
    operation: (row) => ({ __typename: 'WorkOrderOperation', id: row.operationId }),
    workOrder: (row) => ({ id: row.workOrderId }),
    equipment: (row) => (row.equipmentId ? { __typename: 'Equipment', id: row.equipmentId } : null),
    operator: ({ operatorKind, operatorId }) => actorRef(operatorKind, operatorId),
  },
};
