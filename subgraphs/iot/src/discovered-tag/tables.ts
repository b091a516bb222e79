import { columns, timestampColumn } from '@machshop/db';
import { bigint, boolean, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';

export type DiscoveredTagState = 'DISCOVERED' | 'IGNORED' | 'APPROVED';

export const discoveredTags = pgSchema('iot').table('discovered_tags', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  /** Its short name in held readings. */
  number: integer('number').generatedAlwaysAsIdentity().notNull(),
  site: text('site').notNull(),
  area: text('area').notNull(),
  workCenter: text('work_center').notNull(),
  equipmentCode: text('equipment_code').notNull(),
  tag: text('tag').notNull(),
  state: text('state').$type<DiscoveredTagState>().notNull(),
  sensorId: uuid('sensor_id'),
  firstSeenAt: timestampColumn('first_seen_at').notNull(),
  lastSeenAt: timestampColumn('last_seen_at').notNull(),
  lastValue: text('last_value'),
  readings: bigint('readings', { mode: 'number' }).notNull(),
  /** It is a sensor, and readings of it are still held. */
  leftovers: boolean('leftovers').notNull(),
  recordedAt: columns.recordedAt(),
});
export type DiscoveredTagRow = typeof discoveredTags.$inferSelect;
