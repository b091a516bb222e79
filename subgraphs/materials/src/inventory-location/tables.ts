import { columns } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { LocationKind } from '../material-transaction/material-transaction.ts';

export const inventoryLocations = pgSchema('materials').table('inventory_locations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<LocationKind>().notNull(),
  recordedAt: columns.recordedAt(),
});
export type InventoryLocationRow = typeof inventoryLocations.$inferSelect;
