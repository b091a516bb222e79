import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { HeldFrom, WorkOrderStatus } from './work-order.ts';

const schema = pgSchema('work_orders');

export const workOrders = schema.table('work_orders', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  number: text('number').notNull(),
  description: text('description'),
  partId: uuid('part_id').notNull(),
  partNumber: text('part_number').notNull(),
  partRevisionId: uuid('part_revision_id').notNull(),
  revision: text('revision').notNull(),
  serialTracked: boolean('serial_tracked').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  priority: integer('priority').notNull(),
  dueAt: timestampColumn('due_at'),
  dueSort: timestampColumn('due_sort').notNull().generatedAlwaysAs(sql`coalesce(due_at, 'infinity')`),
  plannedStartAt: timestampColumn('planned_start_at'),
  plannedEndAt: timestampColumn('planned_end_at'),
  status: text('status').$type<WorkOrderStatus>().notNull(),
  heldFrom: text('held_from').$type<HeldFrom>(),
  routingId: uuid('routing_id'),
  routingNumber: text('routing_number'),
  routingVersion: integer('routing_version'),
  sourceMessageId: uuid('source_message_id'),
  sourceRequestId: text('source_request_id'),
  releasedAt: timestampColumn('released_at'),
  actualStartAt: timestampColumn('actual_start_at'),
  actualEndAt: timestampColumn('actual_end_at'),
  serialsIntroduced: integer('serials_introduced').notNull(),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type WorkOrderRow = typeof workOrders.$inferSelect;

export const workOrderSerials = schema.table(
  'work_order_serials',
  {
    tenantId: columns.tenantId(),
    workOrderId: uuid('work_order_id').notNull(),
    serialNumber: text('serial_number').notNull(),
    serializedPartId: uuid('serialized_part_id'),
    introduced: boolean('introduced').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workOrderId, table.serialNumber] })],
);
export type WorkOrderSerialRow = typeof workOrderSerials.$inferSelect;

export const workOrderHistory = schema.table('work_order_history', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  operationId: uuid('operation_id'),
  operationNumber: integer('operation_number'),
  action: text('action').notNull(),
  old: jsonb('old').$type<Record<string, unknown> | null>(),
  new: jsonb('new').$type<Record<string, unknown> | null>(),
  reason: text('reason'),
  actorId: uuid('actor_id').notNull(),
  actorKind: text('actor_kind').$type<ActorKind>().notNull(),
  actorName: text('actor_name').notNull(),
  occurredAt: timestampColumn('occurred_at').notNull(),
  recordedAt: columns.recordedAt(),
});
export type WorkOrderHistoryRow = typeof workOrderHistory.$inferSelect;

export const numberSeries = schema.table(
  'number_series',
  {
    tenantId: columns.tenantId(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.year] })],
);
