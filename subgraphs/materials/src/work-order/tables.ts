import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { boolean, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { WorkOrderStatus } from './work-order.ts';

export const workOrders = pgSchema('materials').table('work_orders', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  number: text('number').notNull(),
  partId: uuid('part_id').notNull(),
  partNumber: text('part_number').notNull(),
  revision: text('revision').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  status: text('status').$type<WorkOrderStatus>().notNull(),
  asOf: timestampColumn('as_of').notNull(),
  commonMaterial: boolean('common_material').notNull().default(false),
});
export type WorkOrderRow = typeof workOrders.$inferSelect;
