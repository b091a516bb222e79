import { z } from 'zod';
import { change, dateTime, decimal, defineEvents, ref } from './define.ts';
import { equipmentStatus } from './equipment.ts';

const sensor = z.object({
  sensor: ref('Sensor'),
  equipment: ref('Equipment'),
  equipmentCode: z.string(),
  workCenterCode: z.string(),
  siteId: z.uuid(),
  tag: z.string(),
  name: z.string(),
  /** What it measures: `temperature`. */
  parameter: z.string(),
  /** UN/CEFACT Rec 20; null for states and counts without one. */
  unit: z.string().nullable(),
  validMin: decimal.nullable(),
  validMax: decimal.nullable(),
  change,
});

const tag = z.object({
  discoveredTag: ref('DiscoveredTag'),
  equipmentCode: z.string(),
  tag: z.string(),
  /** Null when the equipment's site is not known. */
  siteId: z.uuid().nullable(),
  /** Why nobody wants it; left out in events of before 2026-12. */
  reason: z.string().nullable().optional(),
  change,
});

const alertRule = z.object({
  alertRule: ref('AlertRule'),
  sensor: ref('Sensor'),
  equipment: ref('Equipment'),
  siteId: z.uuid(),
  /** Left out in events of before 2026-12. */
  ruleName: z.string().optional(),
  /** Why it was taken away; left out in events of before 2026-12. */
  reason: z.string().nullable().optional(),
  change,
});

/** ISA-18.2: one alarm, from the condition to its end. */
const alert = z.object({
  sensorAlert: ref('SensorAlert'),
  alertRule: ref('AlertRule'),
  ruleName: z.string(),
  sensor: ref('Sensor'),
  tag: z.string(),
  equipment: ref('Equipment'),
  equipmentCode: z.string(),
  workCenterCode: z.string(),
  siteId: z.uuid(),
  severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
  condition: z.enum(['ABOVE', 'BELOW', 'OUTSIDE', 'RATE_OF_CHANGE']),
  /** The value that raised it: a reading's, so a binary floating point number. */
  value: z.number(),
  /** By event time: what the edge's clock said. */
  raisedAt: dateTime,
  change,
});

/** What the iot subgraph says. */
export const iotEvents = defineEvents('iot', {
  'sensor.configured': sensor,
  /** A tag that telemetry brought is a sensor from now on. */
  'sensor.approved': sensor.extend({ discoveredTag: ref('DiscoveredTag') }),
  'discovered-tag.ignored': tag,
  'alert-rule.configured': alertRule,
  'alert-rule.removed': alertRule,
  'alert.raised': alert,
  'alert.acknowledged': alert.extend({ acknowledgedAt: dateTime, note: z.string().nullable() }),
  'alert.escalated': alert.extend({ escalatedAt: dateTime, level: z.int().positive() }),
  'alert.cleared': alert.extend({ clearedAt: dateTime }),
  'equipment-state-rule.configured': z.object({
    equipmentStateRule: ref('EquipmentStateRule'),
    equipment: ref('Equipment'),
    /** Whose tag tells the state; left out in events of before 2026-12. */
    sensor: ref('Sensor').optional(),
    siteId: z.uuid(),
    change,
  }),
  /** What a machine's own state tag says of its status: the equipment subgraph decides what to make of it. */
  'equipment-state.derived': z.object({
    equipment: ref('Equipment'),
    equipmentCode: z.string(),
    workCenterCode: z.string(),
    siteId: z.uuid(),
    sensor: ref('Sensor'),
    tag: z.string(),
    /** What the tag says: `ACTIVE`; empty where it is BAD, and the status UNKNOWN. */
    state: z.string(),
    /** Null at the first one. */
    from: equipmentStatus.nullable(),
    to: equipmentStatus,
    /** By event time. */
    occurredAt: dateTime,
    change,
  }),
});
