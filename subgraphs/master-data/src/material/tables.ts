import { columns } from '@machshop/db';
import { boolean, pgSchema, text } from 'drizzle-orm/pg-core';
import type { Lifecycle } from '../lifecycle.ts';

export const materials = pgSchema('master_data').table('materials', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  status: text('status').$type<Lifecycle>().notNull(),
  name: text('name').notNull(),
  description: text('description'),
  unit: text('unit').notNull(),
  critical: boolean('critical').notNull(),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type MaterialRow = typeof materials.$inferSelect;
