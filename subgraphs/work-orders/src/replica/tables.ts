import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { boolean, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('work_orders');

/** An operation of a published routing, as master data said it. */
export type RoutingOperationFacts = EventData<
  (typeof masterDataEvents)['routing.published']
>['operations'][number];
/** A line of a published bill of material, as master data said it. */
export type BomLineFacts = EventData<(typeof masterDataEvents)['bom.published']>['lines'][number];

const asOf = () => timestampColumn('as_of').notNull();

export const partRevisions = schema.table('part_revisions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  number: text('number').notNull(),
  revision: text('revision').notNull(),
  unit: text('unit').notNull(),
  tracking: text('tracking').$type<'NONE' | 'LOT' | 'SERIAL'>().notNull(),
  retired: boolean('retired').notNull(),
  asOf: asOf(),
});
export type PartRevisionRow = typeof partRevisions.$inferSelect;

export const routings = schema.table('routings', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  number: text('number').notNull(),
  version: integer('version').notNull(),
  partRevisionId: uuid('part_revision_id').notNull(),
  operations: jsonb('operations').$type<RoutingOperationFacts[]>().notNull(),
  superseded: boolean('superseded').notNull(),
  asOf: asOf(),
});
export type RoutingRow = typeof routings.$inferSelect;

export const boms = schema.table('boms', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partRevisionId: uuid('part_revision_id').notNull(),
  effectiveFrom: timestampColumn('effective_from').notNull(),
  effectiveTo: timestampColumn('effective_to'),
  lines: jsonb('lines').$type<BomLineFacts[]>().notNull(),
  asOf: asOf(),
});
export type BomRow = typeof boms.$inferSelect;

export const sites = schema.table('sites', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  asOf: asOf(),
});

export const workCenters = schema.table('work_centers', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  siteId: uuid('site_id').notNull(),
  asOf: asOf(),
});

export const equipment = schema.table('equipment', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  siteId: uuid('site_id').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentClass: text('equipment_class'),
  status: text('status').notNull(),
  statusSince: timestampColumn('status_since'),
  asOf: asOf(),
});
export type EquipmentRow = typeof equipment.$inferSelect;

export const inspections = schema.table('inspections', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  number: text('number').notNull(),
  workOrderId: uuid('work_order_id').notNull(),
  operationId: uuid('operation_id'),
  serialNumber: text('serial_number'),
  result: text('result').$type<'PASSED' | 'FAILED'>(),
  asOf: asOf(),
});
export type InspectionRow = typeof inspections.$inferSelect;

type DefinitionType = 'Part' | 'Material';

export const materialAllocations = schema.table('material_allocations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  definitionType: text('definition_type').$type<DefinitionType>(),
  definitionId: uuid('definition_id'),
  definitionNumber: text('definition_number'),
  unit: text('unit'),
  allocated: decimalColumn('allocated').notNull(),
  released: decimalColumn('released').notNull(),
});
export type MaterialAllocationRow = typeof materialAllocations.$inferSelect;

export const materialUses = schema.table('material_uses', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  operationId: uuid('operation_id'),
  definitionType: text('definition_type').$type<DefinitionType>().notNull(),
  definitionId: uuid('definition_id').notNull(),
  definitionNumber: text('definition_number').notNull(),
  unit: text('unit').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  unitCost: decimalColumn('unit_cost'),
  occurredAt: timestampColumn('occurred_at').notNull(),
});
export type MaterialUseRow = typeof materialUses.$inferSelect;
