import { needs, type Permissions } from '@machshop/server';

const read = needs('workOrder:read');

export const permissions: Permissions = {
  Query: { operationExecution: read },
  Mutation: {
    startOperation: needs('operation:start'),
    reportOperation: needs('operation:report'),
    completeOperation: needs('operation:complete'),
  },
  OperationExecution: read,
  OperationReport: read,
};
