import { needs, type Permissions } from '@machshop/server';

const read = needs('schedule:read');

export const permissions: Permissions = {
  Query: { schedule: read, publishedSchedule: read, schedules: read },
  Mutation: {
    planSchedule: needs('schedule:plan'),
    discardSchedule: needs('schedule:plan'),
    publishSchedule: needs('schedule:publish'),
  },
  Schedule: read,
  ScheduleFigures: read,
  ConstructedPlan: read,
  SchedulePlanning: read,
  UnscheduledOperation: read,
  ScheduleComparison: read,
  OrderComparison: read,
};
