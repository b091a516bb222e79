import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('nonConformance:read');
const edit = needs('nonConformance:edit');
const close = needs('nonConformance:close');

export const permissions: Permissions = {
  Query: { nonConformance: read, nonConformanceByNumber: read, nonConformances: read },
  Mutation: {
    raiseNonConformance: needs('nonConformance:raise'),
    changeNonConformance: edit,
    addAffectedItems: edit,
    containNonConformance: edit,
    reviewNonConformance: edit,
    closeNonConformance: close,
    reopenNonConformance: close,
    cancelNonConformance: close,
  },
  NonConformance: read,
  NonConformanceMeasurement: read,
  NonConformanceHistoryEntry: read,
  AffectedItem: read,
  // what is added to others
  WorkOrder: { '*': signedIn, nonConformances: read, qualityHold: read },
  SerializedPart: { '*': signedIn, nonConformances: read, qualityHold: read },
  MaterialLot: { '*': signedIn, nonConformances: read, qualityHold: read },
  Equipment: { '*': signedIn, nonConformances: read },
  // stubs: their own subgraphs guard what is behind them
  Part: signedIn,
  Material: signedIn,
  PartRevision: signedIn,
  Site: signedIn,
  WorkOrderOperation: signedIn,
  User: signedIn,
  ApiClient: signedIn,
};
