import { z } from 'zod';
import { change, dateTime, decimal, defineEvents, quantity, ref } from './define.ts';

const message = z.object({
  message: ref('IntegrationMessage'),
  /** The sender's own id of the message. */
  externalId: z.string(),
  kind: z.string(),
  change,
});

/** What the integration subgraph says. */
export const integrationEvents = defineEvents('integration', {
  'message.received': message,
  'message.rejected': message,
  'message.applied': message,
  'message.acknowledged': message,
  /** A rejected message was read again, or offered to the other system again. */
  'message.retried': message,
  /** The ERP's schedule, read and checked: work-orders makes the orders, all or none. */
  'production-schedule.received': message.extend({
    requests: z.array(
      z.object({
        requestId: z.string(),
        description: z.string().nullable(),
        partNumber: z.string(),
        revision: z.string().nullable(),
        quantity,
        startAt: dateTime.nullable(),
        endAt: dateTime.nullable(),
        /** 1 is the most urgent, 100 the least. */
        priority: z.int().min(1).max(100),
        routingNumber: z.string().nullable(),
        siteCode: z.string().nullable(),
        /** Where in the message it stands, for errors. */
        element: z.string(),
      }),
    ),
  }),
  /** The PLM's process, read and checked: master-data makes the routing. */
  'operations-definition.received': message.extend({
    routingNumber: z.string(),
    description: z.string().nullable(),
    partNumber: z.string().nullable(),
    revision: z.string().nullable(),
    element: z.string(),
    operations: z.array(
      z.object({
        operationNumber: z.int(),
        name: z.string(),
        workCenterCode: z.string().nullable(),
        equipmentClass: z.string().nullable(),
        personnelClass: z.string().nullable(),
        setupSeconds: decimal,
        runSecondsPerUnit: decimal,
        sequencing: z.enum(['SEQUENTIAL', 'PARALLEL']),
        qualityCritical: z.boolean(),
        inspectionRequired: z.boolean(),
      }),
    ),
  }),
  /** An OperationsPerformance is ready for the ERP. */
  'production-performance.sent': message.extend({ workOrder: ref('WorkOrder') }),
  /** A material actual is ready for the ERP. */
  'material-actual.sent': message.extend({ workOrder: ref('WorkOrder').nullable() }),
  /** A message that a consumer gave up on was sent to it again. */
  'dead-letter.replayed': z.object({
    deadLetter: ref('DeadLetter'),
    consumer: z.string(),
    eventId: z.string(),
    change,
  }),
  /** Somebody decided that a message that a consumer gave up on is not needed. */
  'dead-letter.discarded': z.object({
    deadLetter: ref('DeadLetter'),
    consumer: z.string(),
    eventId: z.string(),
    change,
  }),
});
