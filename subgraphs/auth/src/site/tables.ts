import { columns } from '@machshop/db';
import { pgSchema, text } from 'drizzle-orm/pg-core';

export const sites = pgSchema('auth').table('sites', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  location: text('location'),
  timeZone: text('time_zone').notNull(),
  recordedAt: columns.recordedAt(),
});
export type SiteRow = typeof sites.$inferSelect;
