import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { Lifecycle } from '../lifecycle.ts';

const schema = pgSchema('master_data');

export const boms = schema.table('boms', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  partRevisionId: uuid('part_revision_id').notNull(),
  status: text('status').$type<Lifecycle>().notNull(),
  effectiveFrom: timestampColumn('effective_from'),
  effectiveTo: timestampColumn('effective_to'),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type BomRow = typeof boms.$inferSelect;

export const bomLines = schema.table('bom_lines', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  bomId: uuid('bom_id').notNull(),
  position: integer('position').notNull(),
  componentPartId: uuid('component_part_id'),
  componentMaterialId: uuid('component_material_id'),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  operationNumber: integer('operation_number'),
  referenceDesignator: text('reference_designator'),
});
export type BomLineRow = typeof bomLines.$inferSelect;
