import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import { workCenters } from '../work-center/tables.ts';
import type { EquipmentStatus, StatusSource } from './equipment.ts';

const schema = pgSchema('equipment');

export const equipment = schema.table('equipment', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  workCenterId: uuid('work_center_id')
    .notNull()
    .references(() => workCenters.id),
  code: text('code').notNull(),
  name: text('name').notNull(),
  equipmentClass: text('equipment_class'),
  manufacturer: text('manufacturer'),
  model: text('model'),
  serialNumber: text('serial_number'),
  status: text('status').$type<EquipmentStatus>().notNull(),
  statusSince: timestampColumn('status_since').notNull(),
  statusSource: text('status_source').$type<StatusSource>().notNull(),
  statusReason: text('status_reason'),
  /** What its own state tag said last, and since when. */
  machineStatus: text('machine_status').$type<EquipmentStatus>(),
  machineSince: timestampColumn('machine_since'),
  recordedAt: columns.recordedAt(),
});
export type EquipmentRow = typeof equipment.$inferSelect;

export const equipmentUses = schema.table('equipment_uses', {
  executionId: uuid('execution_id').primaryKey(),
  tenantId: columns.tenantId(),
  equipmentId: uuid('equipment_id').notNull(),
  startedAt: timestampColumn('started_at').notNull(),
});

export const equipmentLogEntries = schema.table('equipment_log_entries', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  equipmentId: uuid('equipment_id').notNull(),
  kind: text('kind').$type<'STATUS_CHANGE' | 'USE_CONFLICT' | 'NOTE' | 'MACHINE_REPORT'>().notNull(),
  statusFrom: text('status_from').$type<EquipmentStatus>(),
  statusTo: text('status_to').$type<EquipmentStatus>(),
  description: text('description'),
  workOrderOperationId: uuid('work_order_operation_id'),
  actorId: uuid('actor_id').notNull(),
  actorKind: text('actor_kind').$type<ActorKind>().notNull(),
  actorName: text('actor_name').notNull(),
  source: text('source').$type<StatusSource>().notNull(),
  occurredAt: timestampColumn('occurred_at').notNull(),
  recordedAt: columns.recordedAt(),
});
export type EquipmentLogEntryRow = typeof equipmentLogEntries.$inferSelect;
