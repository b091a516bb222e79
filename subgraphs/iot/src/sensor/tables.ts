import { columns, decimalColumn } from '@machshop/db';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export const sensors = pgSchema('iot').table('sensors', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  equipmentId: uuid('equipment_id').notNull(),
  /** Its short name in readings and rollups. */
  series: integer('series').generatedAlwaysAsIdentity().notNull(),
  tag: text('tag').notNull(),
  name: text('name').notNull(),
  parameter: text('parameter').notNull(),
  unit: text('unit'),
  validMin: decimalColumn('valid_min'),
  validMax: decimalColumn('valid_max'),
  expectedIntervalSeconds: integer('expected_interval_seconds'),
  recordedAt: columns.recordedAt(),
});
export type SensorRow = typeof sensors.$inferSelect;
