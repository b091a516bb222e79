import { columns, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { SerialStatus } from './serialized-part.ts';

export const serializedParts = pgSchema('materials').table('serialized_parts', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  serialNumber: text('serial_number').notNull(),
  partId: uuid('part_id').notNull(),
  partNumber: text('part_number').notNull(),
  revision: text('revision'),
  status: text('status').$type<SerialStatus>().notNull(),
  siteId: uuid('site_id'),
  workOrderId: uuid('work_order_id'),
  workOrderNumber: text('work_order_number'),
  lotId: uuid('lot_id'),
  createdAt: timestampColumn('created_at').notNull(),
  completedAt: timestampColumn('completed_at'),
  recordedAt: columns.recordedAt(),
});
export type SerializedPartRow = typeof serializedParts.$inferSelect;
