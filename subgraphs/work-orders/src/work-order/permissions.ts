import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('workOrder:read');
const hold = needs('workOrder:hold');

export const permissions: Permissions = {
  Query: { workOrder: read, workOrderByNumber: read, workOrders: read },
  Mutation: {
    createWorkOrder: needs('workOrder:create'),
    changeWorkOrder: needs('workOrder:change'),
    cancelWorkOrder: needs('workOrder:cancel'),
    releaseWorkOrder: needs('workOrder:release'),
    holdWorkOrder: hold,
    resumeWorkOrder: hold,
    completeWorkOrder: needs('workOrder:complete'),
    closeWorkOrder: needs('workOrder:close'),
  },
  WorkOrder: { '*': read, actualCost: needs('workOrder:readCost') },
  WorkOrderSource: read,
  WorkOrderSerial: read,
  WorkOrderMaterial: read,
  WorkOrderCost: needs('workOrder:readCost'),
  WorkOrderHistoryEntry: read,
  Part: { '*': signedIn, workOrders: read },
  // stubs: their own subgraphs guard what is behind them
  Site: signedIn,
  NonConformance: signedIn,
  User: signedIn,
  ApiClient: signedIn,
  PartRevision: signedIn,
  Material: signedIn,
  Routing: signedIn,
  RoutingOperation: signedIn,
  WorkCenter: signedIn,
  Equipment: signedIn,
  SerializedPart: signedIn,
  IntegrationMessage: signedIn,
};
