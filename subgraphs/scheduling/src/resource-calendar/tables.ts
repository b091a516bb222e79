import { columns, timestampColumn } from '@machshop/db';
import { jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { Shift } from '../planning/working-time.ts';

const schema = pgSchema('scheduling');

const scope = {
  siteId: uuid('site_id').notNull(),
  workCenterCode: text('work_center_code'),
  equipmentId: uuid('equipment_id'),
};

export const resourceCalendars = schema.table('resource_calendars', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  ...scope,
  name: text('name').notNull(),
  shifts: jsonb('shifts').$type<Shift[]>().notNull(),
  recordedAt: columns.recordedAt(),
});
export type ResourceCalendarRow = typeof resourceCalendars.$inferSelect;

export const calendarExceptions = schema.table('calendar_exceptions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  ...scope,
  kind: text('kind').$type<'CLOSED' | 'OPEN'>().notNull(),
  startsAt: timestampColumn('starts_at').notNull(),
  endsAt: timestampColumn('ends_at').notNull(),
  reason: text('reason').notNull(),
  recordedAt: columns.recordedAt(),
});
export type CalendarExceptionRow = typeof calendarExceptions.$inferSelect;
