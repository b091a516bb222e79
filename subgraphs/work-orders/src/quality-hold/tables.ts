import { columns, timestampColumn } from '@machshop/db';
import { boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const qualityHolds = pgSchema('work_orders').table('quality_holds', {
  itemId: uuid('item_id').primaryKey(),
  tenantId: columns.tenantId(),
  nonConformanceId: uuid('non_conformance_id').notNull(),
  nonConformanceNumber: text('non_conformance_number').notNull(),
  entityType: text('entity_type').$type<'SerializedPart' | 'WorkOrder'>().notNull(),
  entityId: uuid('entity_id').notNull(),
  number: text('number').notNull(),
  hold: text('hold').$type<'BLOCKED' | 'WORK_ONLY' | 'GONE' | 'NONE'>().notNull(),
  version: integer('version').notNull(),
  asOf: timestampColumn('as_of').notNull(),
  heldOrder: boolean('held_order').notNull().default(false),
});
export type QualityHoldRow = typeof qualityHolds.$inferSelect;
