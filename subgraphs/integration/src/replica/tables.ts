import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('integration');

/** Published revisions of parts, by master-data's events. */
export const knownPartRevisions = schema.table('known_part_revisions', {
  partRevisionId: uuid('part_revision_id').primaryKey(),
  tenantId: columns.tenantId(),
  partNumber: text('part_number').notNull(),
  revision: text('revision').notNull(),
});

/** Sites, by auth's events. */
export const knownSites = schema.table('known_sites', {
  siteId: uuid('site_id').primaryKey(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
});

/** Operations that were started, by work-orders' events: consumption names them by id alone. */
export const knownOperations = schema.table('known_operations', {
  operationId: uuid('operation_id').primaryKey(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  operationNumber: integer('operation_number').notNull(),
});
export type KnownOperationRow = typeof knownOperations.$inferSelect;

/** What went into orders, by materials' events. */
export const consumptions = schema.table('consumptions', {
  transactionId: uuid('transaction_id').primaryKey(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  operationId: uuid('operation_id'),
  definitionNumber: text('definition_number').notNull(),
  lotNumber: text('lot_number').notNull(),
  serialNumber: text('serial_number'),
  /** Above zero: what the order took. */
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  occurredAt: timestampColumn('occurred_at').notNull(),
});
export type ConsumptionRow = typeof consumptions.$inferSelect;
