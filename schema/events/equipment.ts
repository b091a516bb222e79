import { z } from 'zod';
import { change, dateTime, defineEvents, ref } from './define.ts';

export const equipmentStatus = z.enum([
  'AVAILABLE',
  'IN_USE',
  'SETUP',
  'DOWN',
  'MAINTENANCE',
  'OUT_OF_SERVICE',
  /** It told its state itself, and is no longer heard. */
  'UNKNOWN',
]);

/** Whose word a machine's status is. */
export const equipmentStatusSource = z.enum(['PERSON', 'MACHINE', 'OPERATION']);

const equipment = z.object({
  equipment: ref('Equipment'),
  equipmentCode: z.string(),
  name: z.string(),
  siteId: z.uuid(),
  workCenterCode: z.string(),
  equipmentClass: z.string().nullable(),
  status: equipmentStatus,
  /** Whose word the status is; left out in events of before 2026-12. */
  source: equipmentStatusSource.optional(),
  change,
});

/** What the equipment subgraph says. */
export const equipmentEvents = defineEvents('equipment', {
  'work-center.created': z.object({
    workCenter: ref('WorkCenter'),
    code: z.string(),
    siteId: z.uuid(),
    change,
  }),
  'work-center.changed': z.object({
    workCenter: ref('WorkCenter'),
    code: z.string(),
    siteId: z.uuid(),
    change,
  }),
  'equipment.created': equipment,
  'equipment.changed': equipment,
  'equipment.status-changed': equipment.extend({
    from: equipmentStatus,
    to: equipmentStatus,
    reason: z.string().nullable(),
    occurredAt: dateTime,
  }),
  /** It went down: somebody has to come. */
  'equipment.downtime': equipment.extend({ reason: z.string().nullable(), occurredAt: dateTime }),
  /** It is no longer down; times are those of the events. */
  'equipment.downtime-ended': equipment.extend({
    /** Why it was down. */
    reason: z.string().nullable(),
    startedAt: dateTime,
    endedAt: dateTime,
    durationSeconds: z.number().nonnegative(),
  }),
});
