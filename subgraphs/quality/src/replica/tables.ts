import { columns, timestampColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

const schema = pgSchema('quality');
const asOf = () => timestampColumn('as_of').notNull();

export const knownSites = schema.table('known_sites', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  code: text('code').notNull(),
  asOf: asOf(),
});
export type KnownSite = typeof knownSites.$inferSelect;

export const knownUsers = schema.table('known_users', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  username: text('username').notNull(),
  asOf: asOf(),
});
export type KnownUser = typeof knownUsers.$inferSelect;

export const knownPartRevisions = schema.table('known_part_revisions', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  partId: uuid('part_id').notNull(),
  number: text('number').notNull(),
  revision: text('revision').notNull(),
  unit: text('unit').notNull(),
  asOf: asOf(),
});
export type KnownPartRevision = typeof knownPartRevisions.$inferSelect;

export const knownOrders = schema.table('known_orders', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  number: text('number').notNull(),
  partId: uuid('part_id').notNull(),
  partNumber: text('part_number').notNull(),
  revision: text('revision').notNull(),
  unit: text('unit').notNull(),
  asOf: asOf(),
});
export type KnownOrder = typeof knownOrders.$inferSelect;

export const knownOperations = schema.table('known_operations', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  workOrderId: uuid('work_order_id').notNull(),
  workOrderNumber: text('work_order_number').notNull(),
  number: integer('number').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  asOf: asOf(),
});
export type KnownOperation = typeof knownOperations.$inferSelect;

export const knownEquipment = schema.table('known_equipment', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  code: text('code').notNull(),
  workCenterCode: text('work_center_code').notNull(),
  asOf: asOf(),
});
export type KnownEquipment = typeof knownEquipment.$inferSelect;

export const knownSerials = schema.table('known_serials', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id'),
  serialNumber: text('serial_number').notNull(),
  partId: uuid('part_id').notNull(),
  partNumber: text('part_number').notNull(),
  revision: text('revision'),
  asOf: asOf(),
});
export type KnownSerial = typeof knownSerials.$inferSelect;

export const knownLots = schema.table('known_lots', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id'),
  number: text('number').notNull(),
  definitionType: text('definition_type').$type<'Part' | 'Material'>().notNull(),
  definitionId: uuid('definition_id').notNull(),
  definitionNumber: text('definition_number').notNull(),
  unit: text('unit').notNull(),
  asOf: asOf(),
});
export type KnownLot = typeof knownLots.$inferSelect;
