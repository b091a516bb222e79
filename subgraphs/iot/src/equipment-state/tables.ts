import { columns, timestampColumn } from '@machshop/db';
import { bigint, integer, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { DerivedStatus, StateMeaning } from './equipment-state.ts';

const schema = pgSchema('iot');

export const equipmentStateRules = schema.table('equipment_state_rules', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  equipmentId: uuid('equipment_id').notNull(),
  sensorId: uuid('sensor_id').notNull(),
  meanings: jsonb('meanings').$type<StateMeaning[]>().notNull(),
  delaySeconds: integer('delay_seconds').notNull(),
  recordedAt: columns.recordedAt(),
});
export type EquipmentStateRuleRow = typeof equipmentStateRules.$inferSelect;

export const equipmentStates = schema.table('equipment_states', {
  ruleId: uuid('rule_id').primaryKey(),
  tenantId: columns.tenantId(),
  status: text('status').$type<DerivedStatus>(),
  candidate: text('candidate').$type<DerivedStatus>(),
  candidateState: text('candidate_state'),
  sinceUs: bigint('since_us', { mode: 'number' }),
  lastUs: bigint('last_us', { mode: 'number' }).notNull(),
  heardAt: timestampColumn('heard_at').notNull(),
});
export type EquipmentStateRow = typeof equipmentStates.$inferSelect;
