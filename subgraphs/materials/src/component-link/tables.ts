import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { TraceableType } from './component-link.ts';

export const componentLinks = pgSchema('materials').table('component_links', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  parentType: text('parent_type').$type<TraceableType>().notNull(),
  parentId: uuid('parent_id').notNull(),
  parentNumber: text('parent_number').notNull(),
  childType: text('child_type').$type<TraceableType>().notNull(),
  childId: uuid('child_id').notNull(),
  childNumber: text('child_number').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  bomPosition: integer('bom_position'),
  workOrderId: uuid('work_order_id'),
  operationId: uuid('operation_id'),
  linkedAt: timestampColumn('linked_at').notNull(),
  unlinkedAt: timestampColumn('unlinked_at'),
  unlinkReason: text('unlink_reason'),
  recordedAt: columns.recordedAt(),
});
export type ComponentLinkRow = typeof componentLinks.$inferSelect;
