import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { boolean, integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { OperationStatus, StepStatus } from './work-order-operation.ts';

const schema = pgSchema('work_orders');

export const workOrderOperations = schema.table('work_order_operations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  workOrderId: uuid('work_order_id').notNull(),
  routingOperationId: uuid('routing_operation_id').notNull(),
  number: integer('number').notNull(),
  name: text('name').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentClass: text('equipment_class'),
  personnelClass: text('personnel_class'),
  sequencing: text('sequencing').$type<'SEQUENTIAL' | 'PARALLEL'>().notNull(),
  sequenceGroup: integer('sequence_group').notNull(),
  setupSeconds: decimalColumn('setup_seconds').notNull(),
  runSecondsPerUnit: decimalColumn('run_seconds_per_unit').notNull(),
  qualityCritical: boolean('quality_critical').notNull(),
  inspectionRequired: boolean('inspection_required').notNull(),
  status: text('status').$type<OperationStatus>().notNull(),
  quantity: decimalColumn('quantity').notNull(),
  good: decimalColumn('good').notNull(),
  scrap: decimalColumn('scrap').notNull(),
  rework: decimalColumn('rework').notNull(),
  skipped: decimalColumn('skipped').notNull(),
  lost: decimalColumn('lost').notNull(),
  openExecutionId: uuid('open_execution_id'),
  equipmentId: uuid('equipment_id'),
  startedAt: timestampColumn('started_at'),
  completedAt: timestampColumn('completed_at'),
  skipReason: text('skip_reason'),
  recordedAt: columns.recordedAt(),
});
export type WorkOrderOperationRow = typeof workOrderOperations.$inferSelect;

export const operationSteps = schema.table(
  'operation_steps',
  {
    tenantId: columns.tenantId(),
    workOrderId: uuid('work_order_id').notNull(),
    operationId: uuid('operation_id').notNull(),
    serialNumber: text('serial_number').notNull(),
    status: text('status').$type<StepStatus>().notNull(),
    executionId: uuid('execution_id'),
    endedAt: timestampColumn('ended_at'),
    skipReason: text('skip_reason'),
  },
  (table) => [primaryKey({ columns: [table.operationId, table.serialNumber] })],
);
export type OperationStepRow = typeof operationSteps.$inferSelect;
