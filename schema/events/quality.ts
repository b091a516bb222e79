import { z } from 'zod';
import { change, defineEvents, ref } from './define.ts';

const inspection = z.object({
  inspection: ref('Inspection'),
  inspectionNumber: z.string(),
  workOrder: ref('WorkOrder'),
  operation: ref('WorkOrderOperation').nullable(),
  serialNumber: z.string().nullable(),
  change,
});

/** What the quality subgraph says, as far as others listen. */
export const qualityEvents = defineEvents('quality', {
  'inspection.created': inspection,
  /** A later completion of the same inspection (after rework) replaces the earlier one. */
  'inspection.completed': inspection.extend({ result: z.enum(['PASSED', 'FAILED']) }),
});
