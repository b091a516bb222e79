import { needs, type Permissions } from '@machshop/server';

const read = needs('schedule:read');

export const permissions: Permissions = {
  Query: { scheduleConflict: read, scheduleConflicts: read },
  ScheduleConflict: read,
};
