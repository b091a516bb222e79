import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('work_orders');

export const operationExecutions = schema.table('operation_executions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  workOrderId: uuid('work_order_id').notNull(),
  operationId: uuid('operation_id').notNull(),
  equipmentId: uuid('equipment_id'),
  equipmentCode: text('equipment_code'),
  serialNumbers: text('serial_numbers').array().notNull(),
  operatorId: uuid('operator_id').notNull(),
  operatorKind: text('operator_kind').$type<ActorKind>().notNull(),
  operatorName: text('operator_name').notNull(),
  good: decimalColumn('good').notNull(),
  scrap: decimalColumn('scrap').notNull(),
  rework: decimalColumn('rework').notNull(),
  startedAt: timestampColumn('started_at').notNull(),
  completedAt: timestampColumn('completed_at'),
  completedBy: uuid('completed_by'),
  recordedAt: columns.recordedAt(),
  completionRecordedAt: timestampColumn('completion_recorded_at'),
});
export type OperationExecutionRow = typeof operationExecutions.$inferSelect;

export const operationReports = schema.table('operation_reports', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  executionId: uuid('execution_id').notNull(),
  good: decimalColumn('good').notNull(),
  scrap: decimalColumn('scrap').notNull(),
  rework: decimalColumn('rework').notNull(),
  operatorId: uuid('operator_id').notNull(),
  operatorKind: text('operator_kind').$type<ActorKind>().notNull(),
  operatorName: text('operator_name').notNull(),
  occurredAt: timestampColumn('occurred_at').notNull(),
  recordedAt: columns.recordedAt(),
});
export type OperationReportRow = typeof operationReports.$inferSelect;
