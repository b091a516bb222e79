import { columns, timestampColumn } from '@machshop/db';
import { boolean, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { BillLine, DefinitionType, Tracking } from './definition.ts';

const schema = pgSchema('materials');

export const definitions = schema.table('definitions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  type: text('type').$type<DefinitionType>().notNull(),
  number: text('number').notNull(),
  unit: text('unit').notNull(),
  tracking: text('tracking').$type<Tracking>().notNull(),
  critical: boolean('critical').notNull(),
  asOf: timestampColumn('as_of').notNull(),
});
export type DefinitionRow = typeof definitions.$inferSelect;

export const partRevisions = schema.table('part_revisions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  revision: text('revision').notNull(),
});

export const bills = schema.table('bills', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  partRevisionId: uuid('part_revision_id').notNull(),
  effectiveFrom: timestampColumn('effective_from').notNull(),
  effectiveTo: timestampColumn('effective_to'),
  lines: jsonb('lines').$type<BillLine[]>().notNull(),
});
export type BillRow = typeof bills.$inferSelect;
