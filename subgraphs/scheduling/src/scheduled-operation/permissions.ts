import { needs, type Permissions, signedIn } from '@machshop/server';

const read = needs('schedule:read');
const plan = needs('schedule:plan');

export const permissions: Permissions = {
  Query: { dispatchList: read, gantt: read },
  Mutation: { moveScheduledOperation: plan, pinScheduledOperation: plan, unpinScheduledOperation: plan },
  ScheduledOperation: read,
  WorkOrderSchedule: read,
  GanttLane: read,
  TimeSpan: read,
  // stubs: their own subgraphs guard what is behind them
  WorkOrder: { '*': signedIn, schedule: read },
  WorkOrderOperation: { '*': signedIn, scheduled: read },
  Equipment: { '*': signedIn, schedule: read },
};
