import { columns, timestampColumn } from '@machshop/db';
import { jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { BillLine } from './as-built.ts';

const schema = pgSchema('traceability');

export const bills = schema.table('bills', {
  bomId: uuid('bom_id').primaryKey(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  revision: text('revision'),
  partRevisionId: uuid('part_revision_id').notNull(),
  effectiveFrom: timestampColumn('effective_from').notNull(),
  effectiveTo: timestampColumn('effective_to'),
  lines: jsonb('lines').$type<BillLine[]>().notNull(),
});
export type BillRow = typeof bills.$inferSelect;

export const partRevisions = schema.table('part_revisions', {
  partRevisionId: uuid('part_revision_id').primaryKey(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  revision: text('revision').notNull(),
});
