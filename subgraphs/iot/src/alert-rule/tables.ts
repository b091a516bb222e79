import { columns, decimalColumn, timestampColumn } from '@machshop/db';
import { bigint, doublePrecision, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { AlertCondition, AlertPhase, AlertSeverity } from './alert-rule.ts';

const schema = pgSchema('iot');

export const alertRules = schema.table('alert_rules', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  sensorId: uuid('sensor_id').notNull(),
  name: text('name').notNull(),
  condition: text('condition').$type<AlertCondition>().notNull(),
  high: decimalColumn('high'),
  low: decimalColumn('low'),
  perMinute: decimalColumn('per_minute'),
  hysteresis: decimalColumn('hysteresis').notNull(),
  delaySeconds: integer('delay_seconds').notNull(),
  severity: text('severity').$type<AlertSeverity>().notNull(),
  escalateAfterSeconds: integer('escalate_after_seconds'),
  removedAt: timestampColumn('removed_at'),
  recordedAt: columns.recordedAt(),
});
export type AlertRuleRow = typeof alertRules.$inferSelect;

/** Where each rule stands, in microseconds of event time. */
export const alertStates = schema.table('alert_states', {
  ruleId: uuid('rule_id').primaryKey(),
  tenantId: columns.tenantId(),
  phase: text('phase').$type<AlertPhase>().notNull(),
  sinceUs: bigint('since_us', { mode: 'number' }),
  raisedUs: bigint('raised_us', { mode: 'number' }),
  lastUs: bigint('last_us', { mode: 'number' }).notNull(),
  lastValue: doublePrecision('last_value').notNull(),
  judgedAt: timestampColumn('judged_at').notNull(),
  alertId: uuid('alert_id'),
});
export type AlertStateRow = typeof alertStates.$inferSelect;
