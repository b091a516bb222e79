import { columns, timestampColumn } from '@machshop/db';
import { boolean, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { Lifecycle } from '../lifecycle.ts';
import type { Tracking } from './part.ts';

const schema = pgSchema('master_data');

export const parts = schema.table('parts', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  number: text('number').notNull(),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type PartRow = typeof parts.$inferSelect;
/** What the graph shows of a part itself; all else is its revisions'. */
export type PartKeys = Pick<PartRow, 'id' | 'number'>;

export const partRevisions = schema.table('part_revisions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id')
    .notNull()
    .references(() => parts.id),
  revision: text('revision').notNull(),
  status: text('status').$type<Lifecycle>().notNull(),
  name: text('name').notNull(),
  description: text('description'),
  unit: text('unit').notNull(),
  tracking: text('tracking').$type<Tracking>().notNull(),
  critical: boolean('critical').notNull(),
  effectiveFrom: timestampColumn('effective_from'),
  publishedAt: timestampColumn('published_at'),
  retiredAt: timestampColumn('retired_at'),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type PartRevisionRow = typeof partRevisions.$inferSelect;
