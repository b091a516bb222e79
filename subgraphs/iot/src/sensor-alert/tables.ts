import type { ActorKind } from '@machshop/auth';
import { columns, timestampColumn } from '@machshop/db';
import { doublePrecision, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { AlertCondition, AlertSeverity } from '../alert-rule/alert-rule.ts';

export const sensorAlerts = pgSchema('iot').table('sensor_alerts', {
  id: columns.id(),
  tenantId: columns.tenantId(),
  siteId: uuid('site_id').notNull(),
  equipmentId: uuid('equipment_id').notNull(),
  sensorId: uuid('sensor_id').notNull(),
  ruleId: uuid('rule_id').notNull(),
  severity: text('severity').$type<AlertSeverity>().notNull(),
  condition: text('condition').$type<AlertCondition>().notNull(),
  value: doublePrecision('value').notNull(),
  violatedSince: timestampColumn('violated_since').notNull(),
  raisedAt: timestampColumn('raised_at').notNull(),
  acknowledgedAt: timestampColumn('acknowledged_at'),
  acknowledgedBy: uuid('acknowledged_by'),
  acknowledgedByKind: text('acknowledged_by_kind').$type<ActorKind>(),
  acknowledgedByName: text('acknowledged_by_name'),
  note: text('note'),
  escalatedAt: timestampColumn('escalated_at'),
  escalatedBy: uuid('escalated_by'),
  escalatedByKind: text('escalated_by_kind').$type<ActorKind>(),
  escalatedByName: text('escalated_by_name'),
  escalationLevel: integer('escalation_level').notNull(),
  /** When to escalate by itself, by the server's clock. */
  escalateAt: timestampColumn('escalate_at'),
  clearedAt: timestampColumn('cleared_at'),
  clearedValue: doublePrecision('cleared_value'),
  recordedAt: columns.recordedAt(),
});
export type SensorAlertRow = typeof sensorAlerts.$inferSelect;
