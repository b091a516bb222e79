import { columns } from '@machshop/db';
import { pgSchema, text } from 'drizzle-orm/pg-core';
import type { Lifecycle } from '../lifecycle.ts';

export const customers = pgSchema('master_data').table('customers', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  status: text('status').$type<Lifecycle>().notNull(),
  name: text('name').notNull(),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type CustomerRow = typeof customers.$inferSelect;
