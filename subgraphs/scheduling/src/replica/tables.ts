import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { boolean, integer, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('scheduling');
const asOf = () => timestampColumn('as_of').notNull();

export const sites = schema.table('sites', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  timeZone: text('time_zone').notNull(),
  asOf: asOf(),
});
export type SiteRow = typeof sites.$inferSelect;

export const workCenters = schema.table('work_centers', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  code: text('code').notNull(),
  asOf: asOf(),
});
export type WorkCenterRow = typeof workCenters.$inferSelect;

export const equipment = schema.table('equipment', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  code: text('code').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentClass: text('equipment_class'),
  status: text('status').notNull(),
  statusSince: timestampColumn('status_since'),
  asOf: asOf(),
});
export type EquipmentRow = typeof equipment.$inferSelect;

export type OrderStatus =
  | 'CREATED'
  | 'RELEASED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'COMPLETED'
  | 'CLOSED'
  | 'CANCELLED';

export const workOrders = schema.table('work_orders', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  number: text('number').notNull(),
  partId: uuid('part_id').notNull(),
  partNumber: text('part_number').notNull(),
  revision: text('revision').notNull(),
  quantity: decimalColumn('quantity').notNull(),
  status: text('status').$type<OrderStatus>().notNull(),
  priority: integer('priority').notNull(),
  dueAt: timestampColumn('due_at'),
  plannedStartAt: timestampColumn('planned_start_at'),
  asOf: asOf(),
});
export type WorkOrderRow = typeof workOrders.$inferSelect;

export const workOrderOperations = schema.table('work_order_operations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  number: integer('number').notNull(),
  name: text('name').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  equipmentClass: text('equipment_class'),
  sequenceGroup: integer('sequence_group').notNull(),
  setupSeconds: decimalColumn('setup_seconds').notNull(),
  runSecondsPerUnit: decimalColumn('run_seconds_per_unit').notNull(),
  asOf: asOf(),
});
export type WorkOrderOperationRow = typeof workOrderOperations.$inferSelect;

export type OperationStatus = 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'SKIPPED';

export const operationProgress = schema.table('operation_progress', {
  operationId: uuid('operation_id').primaryKey(),
  tenantId: columns.tenantId(),
  status: text('status').$type<OperationStatus>().notNull(),
  assignedEquipmentId: uuid('assigned_equipment_id'),
  startedAt: timestampColumn('started_at'),
  endedAt: timestampColumn('ended_at'),
  /** The time of the event that said which machine it is assigned to; null before one did. */
  assignedAsOf: timestampColumn('assigned_as_of'),
});
export type ProgressRow = typeof operationProgress.$inferSelect;

export const operationExecutions = schema.table('operation_executions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  operationId: uuid('operation_id').notNull(),
  equipmentId: uuid('equipment_id'),
  startedAt: timestampColumn('started_at').notNull(),
  completedAt: timestampColumn('completed_at'),
  done: decimalColumn('done').notNull(),
  asOf: asOf(),
});
export type ExecutionRow = typeof operationExecutions.$inferSelect;

export const materialShortages = schema.table(
  'material_shortages',
  {
    tenantId: columns.tenantId(),
    workOrderId: uuid('work_order_id').notNull(),
    definitionId: uuid('definition_id').notNull(),
    definitionNumber: text('definition_number').notNull(),
    /** False: some of it was allocated since. */
    missing: boolean('missing').notNull(),
    asOf: asOf(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.workOrderId, table.definitionId] })],
);
export type ShortageRow = typeof materialShortages.$inferSelect;
