import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

/** Why an operation starts no earlier. */
export type StartReason = 'NOW' | 'RELEASE' | 'OPERATION' | 'MACHINE' | 'RUNNING' | 'PINNED' | 'KEPT';

export const scheduledOperations = pgSchema('scheduling').table('scheduled_operations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  scheduleId: uuid('schedule_id').notNull(),
  operationId: uuid('operation_id').notNull(),
  operationNumber: integer('operation_number').notNull(),
  workOrderId: uuid('work_order_id').notNull(),
  workOrderNumber: text('work_order_number').notNull(),
  sequenceGroup: integer('sequence_group').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentId: uuid('equipment_id').notNull(),
  plannedStartAt: timestampColumn('planned_start_at').notNull(),
  setupEndsAt: timestampColumn('setup_ends_at').notNull(),
  plannedEndAt: timestampColumn('planned_end_at').notNull(),
  setupSeconds: integer('setup_seconds').notNull(),
  runSeconds: integer('run_seconds').notNull(),
  pinned: boolean('pinned').notNull(),
  startsBy: text('starts_by').$type<StartReason>().notNull(),
  waitsForOperationId: uuid('waits_for_operation_id'),
  plannedQuantity: decimalColumn('planned_quantity').notNull(),
});
export type ScheduledOperationRow = typeof scheduledOperations.$inferSelect;
