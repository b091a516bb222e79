import { columns, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { ConflictKind } from './schedule-conflict.ts';

export const scheduleConflicts = pgSchema('scheduling').table('schedule_conflicts', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  scheduleId: uuid('schedule_id').notNull(),
  siteId: uuid('site_id').notNull(),
  key: text('key').notNull(),
  kind: text('kind').$type<ConflictKind>().notNull(),
  message: text('message').notNull(),
  seconds: integer('seconds'),
  workOrderId: uuid('work_order_id'),
  operationId: uuid('operation_id'),
  otherOperationId: uuid('other_operation_id'),
  equipmentId: uuid('equipment_id'),
  workCenterCode: text('work_center_code'),
  detectedAt: timestampColumn('detected_at').notNull(),
  resolvedAt: timestampColumn('resolved_at'),
});
export type ScheduleConflictRow = typeof scheduleConflicts.$inferSelect;
