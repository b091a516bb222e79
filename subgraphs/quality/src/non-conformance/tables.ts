import type { ActorKind } from '@machshop/auth';
import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { Hold } from '../disposition/disposition.ts';
import type { CauseCategory } from '../eight-d/eight-d.ts';
import type { ItemType, NonConformanceStatus, Severity, Source } from './non-conformance.ts';

const schema = pgSchema('quality');

export const nonConformances = schema.table('non_conformances', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  number: text('number').notNull(),
  status: text('status').$type<NonConformanceStatus>().notNull(),
  severity: text('severity').$type<Severity>().notNull(),
  source: text('source').$type<Source>().notNull(),
  definitionType: text('definition_type').$type<'Part' | 'Material'>().notNull(),
  definitionId: uuid('definition_id').notNull(),
  definitionNumber: text('definition_number').notNull(),
  partRevisionId: uuid('part_revision_id'),
  revision: text('revision'),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  workOrderId: uuid('work_order_id'),
  workOrderNumber: text('work_order_number'),
  operationId: uuid('operation_id'),
  operationNumber: integer('operation_number'),
  equipmentId: uuid('equipment_id'),
  equipmentCode: text('equipment_code'),
  workCenterCode: text('work_center_code'),
  defectCode: text('defect_code').notNull(),
  description: text('description').notNull(),
  characteristic: text('characteristic'),
  nominal: decimalColumn('nominal'),
  lowerLimit: decimalColumn('lower_limit'),
  upperLimit: decimalColumn('upper_limit'),
  actual: decimalColumn('actual'),
  measurementUnit: text('measurement_unit'),
  detectedAt: timestampColumn('detected_at').notNull(),
  detectedById: uuid('detected_by_id'),
  detectedByName: text('detected_by_name').notNull(),
  raisedById: uuid('raised_by_id').notNull(),
  raisedByKind: text('raised_by_kind').$type<ActorKind>().notNull(),
  raisedByName: text('raised_by_name').notNull(),
  raisedAt: timestampColumn('raised_at').notNull(),
  containment: text('containment'),
  containedAt: timestampColumn('contained_at'),
  containedById: uuid('contained_by_id'),
  containedByKind: text('contained_by_kind').$type<ActorKind>(),
  containedByName: text('contained_by_name'),
  causeCategory: text('cause_category').$type<CauseCategory>(),
  cause: text('cause'),
  whys: text('whys').array().notNull(),
  closedAt: timestampColumn('closed_at'),
  closedById: uuid('closed_by_id'),
  closedByKind: text('closed_by_kind').$type<ActorKind>(),
  closedByName: text('closed_by_name'),
  cancelReason: text('cancel_reason'),
  version: integer('version').notNull(),
  requestHash: text('request_hash').notNull(),
  recordedAt: columns.recordedAt(),
});
export type NonConformanceRow = typeof nonConformances.$inferSelect;

export const numberSeries = schema.table(
  'number_series',
  {
    tenantId: columns.tenantId(),
    siteId: uuid('site_id').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.siteId, table.year] })],
);

export const affectedItems = schema.table('affected_items', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  nonConformanceId: uuid('non_conformance_id').notNull(),
  type: text('type').$type<ItemType>().notNull(),
  entityId: uuid('entity_id').notNull(),
  number: text('number').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  unit: text('unit').notNull(),
  hold: text('hold').$type<Hold>().notNull(),
  recordedAt: columns.recordedAt(),
});
export type AffectedItemRow = typeof affectedItems.$inferSelect;

export const nonConformanceHistory = schema.table('non_conformance_history', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  nonConformanceId: uuid('non_conformance_id').notNull(),
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
export type NonConformanceHistoryRow = typeof nonConformanceHistory.$inferSelect;
