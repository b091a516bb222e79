import { z } from 'zod';
import { change, dateTime, defineEvents, ref } from './define.ts';

const schedule = z.object({
  schedule: ref('Schedule'),
  version: z.int(),
  name: z.string(),
  siteId: z.uuid(),
  status: z.enum(['PLANNING', 'DRAFT', 'PUBLISHED', 'SUPERSEDED', 'DISCARDED', 'FAILED']),
  horizonStart: dateTime,
  horizonEnd: dateTime,
  change,
});

/** A place in a schedule. */
const place = z.object({
  schedule: ref('Schedule'),
  scheduledOperation: ref('ScheduledOperation'),
  siteId: z.uuid(),
  operation: ref('WorkOrderOperation'),
  operationNumber: z.int(),
  workOrder: ref('WorkOrder'),
  workOrderNumber: z.string(),
  workCenterCode: z.string(),
  equipment: ref('Equipment'),
  plannedStartAt: dateTime,
  plannedEndAt: dateTime,
  pinned: z.boolean(),
  change,
});

const conflict = z.object({
  conflict: ref('ScheduleConflict'),
  schedule: ref('Schedule'),
  siteId: z.uuid(),
  kind: z.enum([
    'LATE',
    'OVERLAP',
    'PRECEDENCE',
    'MACHINE_DOWN',
    'OUTSIDE_CALENDAR',
    'MATERIAL_MISSING',
    'ORDER_CHANGED',
    'NOT_SCHEDULED',
  ]),
  /** What it is, in a sentence. */
  text: z.string(),
  workOrder: ref('WorkOrder').nullable(),
  operation: ref('WorkOrderOperation').nullable(),
  equipment: ref('Equipment').nullable(),
  workCenterCode: z.string().nullable(),
  change,
});

const scope = {
  siteId: z.uuid(),
  workCenterCode: z.string().nullable(),
  equipment: ref('Equipment').nullable(),
  change,
};
const calendar = z.object({
  resourceCalendar: ref('ResourceCalendar'),
  /** Left out in events of before 2026-12. */
  name: z.string().optional(),
  ...scope,
});
const exception = z.object({
  calendarException: ref('CalendarException'),
  kind: z.enum(['CLOSED', 'OPEN']),
  startsAt: dateTime,
  endsAt: dateTime,
  /** Left out in events of before 2026-12. */
  reason: z.string().optional(),
  ...scope,
});

/** What is not there any more. Left out in events of before 2026-12. */
const removed = { removedId: z.uuid().optional() };

/** What the scheduling subgraph says. */
export const schedulingEvents = defineEvents('scheduling', {
  /** Its planning began. */
  'schedule.created': schedule,
  /** Its planning is done: it is a draft. */
  'schedule.planned': schedule.extend({ operations: z.int(), lateOrders: z.int(), unscheduled: z.int() }),
  'schedule.failed': schedule.extend({ reason: z.string() }),
  'schedule.discarded': schedule,
  'schedule.published': schedule.extend({
    /** The one before. */
    supersedes: ref('Schedule').nullable(),
    operations: z.int(),
  }),
  'schedule.superseded': schedule,
  'scheduled-operation.moved': place,
  'scheduled-operation.pinned': place,
  'scheduled-operation.unpinned': place,
  'conflict.detected': conflict,
  'conflict.resolved': conflict,
  'calendar.set': calendar.extend({
    /** The same as `resourceCalendar`, which may be read: it is there. Left out in events of before 2026-12. */
    calendar: ref('ResourceCalendar').optional(),
  }),
  'calendar.removed': calendar.extend(removed),
  'calendar-exception.added': exception.extend({
    /** The same as `calendarException`, which may be read: it is there. Left out in events of before 2026-12. */
    exception: ref('CalendarException').optional(),
  }),
  'calendar-exception.removed': exception.extend(removed),
});
