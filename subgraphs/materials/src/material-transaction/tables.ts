import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { TransactionKind } from './material-transaction.ts';

export const materialTransactions = pgSchema('materials').table('material_transactions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  kind: text('kind').$type<TransactionKind>().notNull(),
  lotId: uuid('lot_id').notNull(),
  locationId: uuid('location_id').notNull(),
  toLocationId: uuid('to_location_id'),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  workOrderId: uuid('work_order_id'),
  operationId: uuid('operation_id'),
  serializedPartId: uuid('serialized_part_id'),
  unitCost: decimalColumn('unit_cost'),
  reason: text('reason'),
  actorId: uuid('actor_id').notNull(),
  actorKind: text('actor_kind').$type<ActorKind>().notNull(),
  actorName: text('actor_name').notNull(),
  occurredAt: timestampColumn('occurred_at').notNull(),
  recordedAt: columns.recordedAt(),
});
export type MaterialTransactionRow = typeof materialTransactions.$inferSelect;
