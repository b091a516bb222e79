import { z } from 'zod';
import { change, dateTime, decimal, defineEvents, quantity, ref } from './define.ts';
import { definitionRef } from './master-data.ts';

const inspection = z.object({
  inspection: ref('Inspection'),
  inspectionNumber: z.string(),
  workOrder: ref('WorkOrder'),
  operation: ref('WorkOrderOperation').nullable(),
  serialNumber: z.string().nullable(),
  change,
});

/**
 * What may be done with something that is suspect. BLOCKED: nothing. WORK_ONLY: it is reworked or repaired, so
 * operations may run, but it is neither assembled nor shipped. GONE: nothing, ever: it was scrapped or returned. NONE:
 * it is free.
 */
export const qualityHold = z.enum(['BLOCKED', 'WORK_ONLY', 'GONE', 'NONE']);

/** A piece, a lot or an order that a non-conformance is about. */
const affectedItem = z.object({
  itemId: z.uuid(),
  entity: z.union([ref('SerializedPart'), ref('MaterialLot'), ref('WorkOrder')]),
  number: z.string(),
  quantity,
  hold: qualityHold,
});

/** NCR: what a non-conformance is called in the plant, and in the graph `NonConformance`. */
const ncr = z.object({
  nonConformance: ref('NonConformance'),
  nonConformanceNumber: z.string(),
  siteId: z.uuid(),
  status: z.enum([
    'OPEN',
    'CONTAINED',
    'UNDER_REVIEW',
    'DISPOSITIONED',
    'VERIFICATION',
    'CLOSED',
    'CANCELLED',
  ]),
  severity: z.enum(['MINOR', 'MAJOR', 'CRITICAL']),
  source: z.enum(['IN_PROCESS', 'FINAL', 'RECEIVING', 'CUSTOMER', 'AUDIT']),
  definition: definitionRef,
  definitionNumber: z.string(),
  revision: z.string().nullable(),
  quantity,
  defectCode: z.string(),
  description: z.string(),
  workOrder: ref('WorkOrder').nullable(),
  workOrderNumber: z.string().nullable(),
  operation: ref('WorkOrderOperation').nullable(),
  equipment: ref('Equipment').nullable(),
  equipmentCode: z.string().nullable(),
  workCenterCode: z.string().nullable(),
  affected: z.array(affectedItem),
  /** One more at every change of the non-conformance: what has a lower one is older. */
  version: z.int(),
  change,
});

const disposition = ncr.extend({
  dispositionId: z.uuid(),
  itemId: z.uuid(),
  kind: z.enum(['USE_AS_IS', 'REWORK', 'REPAIR', 'SCRAP', 'RETURN_TO_SUPPLIER']),
  dispositionQuantity: decimal,
  dispositionStatus: z.enum(['PROPOSED', 'APPROVED', 'REJECTED', 'CARRIED_OUT', 'SUPERSEDED']),
});

const action = ncr.extend({
  actionId: z.uuid(),
  actionStatus: z.enum(['PLANNED', 'IMPLEMENTED', 'VERIFIED', 'INEFFECTIVE']),
  owner: ref('User'),
  dueAt: dateTime,
});

/** What the quality subgraph says, as far as others listen. */
export const qualityEvents = defineEvents('quality', {
  'inspection.created': inspection,
  /** A later completion of the same inspection (after rework) replaces the earlier one. */
  'inspection.completed': inspection.extend({ result: z.enum(['PASSED', 'FAILED']) }),
  'ncr.created': ncr,
  /** What describes it changed, or more is affected. */
  'ncr.changed': ncr,
  'ncr.contained': ncr,
  /** It is before the material review board. */
  'ncr.review-started': ncr,
  'ncr.disposition-proposed': disposition,
  /** Somebody who must approve did, or rejected it. */
  'ncr.disposition-decided': disposition.extend({
    role: z.enum(['QUALITY', 'ENGINEERING', 'CUSTOMER']),
    decision: z.enum(['APPROVED', 'REJECTED']),
  }),
  'ncr.disposition-carried-out': disposition,
  /** Everything that is affected has an approved disposition. */
  'ncr.dispositioned': ncr,
  /** Every disposition is carried out. */
  'ncr.verification-started': ncr,
  /** The team, a discipline or the root cause. */
  'ncr.eight-d-changed': ncr,
  'ncr.action-planned': action,
  'ncr.action-implemented': action,
  'ncr.action-verified': action,
  'ncr.closed': ncr.extend({ causeCategory: z.string(), cause: z.string() }),
  'ncr.reopened': ncr,
  'ncr.cancelled': ncr,
  /** What may be done with what is affected changed: `affected` says all of it anew. */
  'ncr.hold-changed': ncr,
});
