import { columns } from '@machshop/db';
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core';

/** Replica of the equipment subgraph's machines: in which work center a class of equipment stands. */
export const equipmentClasses = pgSchema('master_data').table('equipment_classes', {
  equipmentId: uuid('equipment_id').primaryKey(),
  tenantId: columns.tenantId(),
  equipmentClass: text('equipment_class'),
  workCenterCode: text('work_center_code').notNull(),
});
export type EquipmentClassRow = typeof equipmentClasses.$inferSelect;
