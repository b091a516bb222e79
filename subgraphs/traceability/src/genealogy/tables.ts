import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('traceability');

export const genealogyNodes = schema.table('genealogy_nodes', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  kind: text('kind').$type<'SERIAL' | 'LOT' | 'WORK_ORDER'>().notNull(),
  number: text('number').notNull(),
  definitionType: text('definition_type').$type<'Part' | 'Material'>(),
  definitionId: uuid('definition_id'),
  definitionNumber: text('definition_number'),
  revision: text('revision'),
  unit: text('unit'),
  size: decimalColumn('size'),
  workOrderId: uuid('work_order_id'),
});
export type NodeRow = typeof genealogyNodes.$inferSelect;

export const genealogyEdges = schema.table('genealogy_edges', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  parentId: uuid('parent_id').notNull(),
  childId: uuid('child_id').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  bomPosition: integer('bom_position'),
  workOrderId: uuid('work_order_id'),
  operationId: uuid('operation_id'),
  linkedAt: timestampColumn('linked_at').notNull(),
  linkedById: uuid('linked_by_id').notNull(),
  linkedByKind: text('linked_by_kind').$type<ActorKind>().notNull(),
  linkedByName: text('linked_by_name').notNull(),
  unlinkedAt: timestampColumn('unlinked_at'),
  unlinkedByName: text('unlinked_by_name'),
  unlinkReason: text('unlink_reason'),
  recordedAt: columns.recordedAt(),
});
export type EdgeRow = typeof genealogyEdges.$inferSelect;
