import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { RoutingStatus, Sequencing } from './routing.ts';

const schema = pgSchema('master_data');

export const routings = schema.table('routings', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  number: text('number').notNull(),
  version: integer('version').notNull(),
  partId: uuid('part_id').notNull(),
  partRevisionId: uuid('part_revision_id').notNull(),
  status: text('status').$type<RoutingStatus>().notNull(),
  description: text('description'),
  publishedAt: timestampColumn('published_at'),
  supersededAt: timestampColumn('superseded_at'),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type RoutingRow = typeof routings.$inferSelect;

export const routingOperations = schema.table('routing_operations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  routingId: uuid('routing_id').notNull(),
  operationNumber: integer('operation_number').notNull(),
  name: text('name').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentClass: text('equipment_class'),
  personnelClass: text('personnel_class'),
  setupSeconds: decimalColumn('setup_seconds').notNull(),
  runSecondsPerUnit: decimalColumn('run_seconds_per_unit').notNull(),
  sequencing: text('sequencing').$type<Sequencing>().notNull(),
  qualityCritical: boolean('quality_critical').notNull(),
  inspectionRequired: boolean('inspection_required').notNull(),
  instructions: text('instructions'),
});
export type RoutingOperationRow = typeof routingOperations.$inferSelect;
