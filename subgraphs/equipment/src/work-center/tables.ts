import { columns } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const workCenters = pgSchema('equipment').table('work_centers', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  area: text('area').notNull(),
  recordedAt: columns.recordedAt(),
});
export type WorkCenterRow = typeof workCenters.$inferSelect;
