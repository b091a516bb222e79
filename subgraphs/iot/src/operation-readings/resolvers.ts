import type { Resolvers } from '../generated/resolvers.ts';
import { findRuns, findSensorsOfRun } from './find.ts';

export const resolvers: Resolvers = {
  WorkOrderOperation: {
    __resolveReference: (reference) => reference,
    readings: ({ id }, args, ctx) => findRuns(ctx, id, args),
  },
  OperationReadings: {
    equipment: ({ execution }) => ({ id: execution.equipmentId }),
    workOrder: ({ execution }) => ({ __typename: 'WorkOrder', id: execution.workOrderId }),
    serialNumbers: ({ execution }) => execution.serialNumbers,
    from: ({ execution }) => execution.startedAt,
    to: ({ execution }) => execution.completedAt,
    sensors: (run, _, ctx) => findSensorsOfRun(ctx, run),
  },
};
