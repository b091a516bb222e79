import { columns, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const qualityHolds = pgSchema('materials').table('quality_holds', {
  itemId: uuid('item_id').primaryKey(),
  tenantId: columns.tenantId(),
  nonConformanceId: uuid('non_conformance_id').notNull(),
  nonConformanceNumber: text('non_conformance_number').notNull(),
  entityId: uuid('entity_id').notNull(),
  hold: text('hold').$type<'BLOCKED' | 'WORK_ONLY' | 'GONE' | 'NONE'>().notNull(),
  version: integer('version').notNull(),
  asOf: timestampColumn('as_of').notNull(),
});
export type QualityHoldRow = typeof qualityHolds.$inferSelect;
