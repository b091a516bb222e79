import { columns, timestampColumn } from '@machshop/db';
import { bigint, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('iot');

/** Sites, by auth's events. */
export const knownSites = schema.table('known_sites', {
  siteId: uuid('site_id').primaryKey(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
});

/** Machines, by equipment's events. */
export const knownEquipment = schema.table('known_equipment', {
  equipmentId: uuid('equipment_id').primaryKey(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  status: text('status').notNull(),
});
export type KnownEquipmentRow = typeof knownEquipment.$inferSelect;

/** In which status a machine was, and since when. */
export const equipmentStatuses = schema.table('equipment_statuses', {
  tenantId: columns.tenantId(),
  equipmentId: uuid('equipment_id').notNull(),
  since: timestampColumn('since').notNull(),
  status: text('status').notNull(),
});

/** Runs of operations, by work-orders' events. */
export const knownExecutions = schema.table('known_executions', {
  executionId: uuid('execution_id').primaryKey(),
  tenantId: columns.tenantId(),
  operationId: uuid('operation_id').notNull(),
  workOrderId: uuid('work_order_id').notNull(),
  /** Null for a run that began before its number was kept. */
  operationNumber: integer('operation_number'),
  equipmentId: uuid('equipment_id'),
  serialNumbers: text('serial_numbers').array().notNull(),
  startedAt: timestampColumn('started_at').notNull(),
  completedAt: timestampColumn('completed_at'),
});
export type KnownExecutionRow = typeof knownExecutions.$inferSelect;

/** Rises with every change that ingest must know of. */
export const registryVersions = schema.table('registry_versions', {
  tenantId: columns.tenantId().primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
});
