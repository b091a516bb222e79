import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const processSteps = pgSchema('traceability').table('process_steps', {
  executionId: uuid('execution_id').primaryKey(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  workOrderNumber: text('work_order_number').notNull(),
  operationId: uuid('operation_id').notNull(),
  operationNumber: integer('operation_number').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentId: uuid('equipment_id'),
  equipmentCode: text('equipment_code'),
  operatorId: uuid('operator_id'),
  operatorKind: text('operator_kind').$type<ActorKind>().notNull(),
  operatorName: text('operator_name').notNull(),
  startedAt: timestampColumn('started_at').notNull(),
  completedAt: timestampColumn('completed_at'),
  good: decimalColumn('good').notNull(),
  scrap: decimalColumn('scrap').notNull(),
  rework: decimalColumn('rework').notNull(),
  serialNumbers: text('serial_numbers').array().notNull(),
});
export type StepRow = typeof processSteps.$inferSelect;
