import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { AllocationState } from './allocation.ts';

export const allocations = pgSchema('materials').table('allocations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  lotId: uuid('lot_id').notNull(),
  workOrderId: uuid('work_order_id').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  drawn: decimalColumn('drawn').notNull(),
  unit: text('unit').notNull(),
  state: text('state').$type<AllocationState>().notNull(),
  occurredAt: timestampColumn('occurred_at').notNull(),
  recordedAt: columns.recordedAt(),
});
export type AllocationRow = typeof allocations.$inferSelect;
