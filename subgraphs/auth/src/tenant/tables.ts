import { columns } from '@machshop/db';
import { pgSchema, text } from 'drizzle-orm/pg-core';

export const tenants = pgSchema('auth').table('tenants', {
  id: columns.id(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  recordedAt: columns.recordedAt(),
});
export type TenantRow = typeof tenants.$inferSelect;
