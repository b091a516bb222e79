import { z } from 'zod';

/** What lies in the dead-letter stream: the message that a consumer gave up on, and why. */
export const deadLetterSchema = z.object({
  id: z.uuid(),
  tenantId: z.uuid(),
  /** The subgraph and its consumer: `work-orders.quality-inspection-completed`. */
  consumer: z.string(),
  subject: z.string(),
  /** The event as it was received. */
  envelope: z.string(),
  eventId: z.string().nullable(),
  eventType: z.string().nullable(),
  tries: z.int(),
  error: z.string(),
  failedAt: z.iso.datetime(),
});
export type DeadLetter = z.infer<typeof deadLetterSchema>;
