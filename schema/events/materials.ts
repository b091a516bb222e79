import { z } from 'zod';
import { change, dateTime, decimal, defineEvents, quantity, ref } from './define.ts';
import { definitionRef } from './master-data.ts';

/** What stands at one end of a genealogy edge. */
export const traceable = z.union([ref('SerializedPart'), ref('MaterialLot'), ref('WorkOrder')]);

const lot = z.object({
  lot: ref('MaterialLot'),
  lotNumber: z.string(),
  definition: definitionRef,
  definitionNumber: z.string(),
  unit: z.string(),
  supplierLotNumber: z.string().nullable(),
  change,
});

const transaction = z.object({
  transaction: ref('MaterialTransaction'),
  kind: z.enum([
    'RECEIPT',
    'ISSUE',
    'RETURN',
    'SCRAP',
    'TRANSFER',
    'ADJUSTMENT',
    'CONSUMPTION',
    'PRODUCTION',
  ]),
  lot: ref('MaterialLot'),
  lotNumber: z.string(),
  definition: definitionRef,
  definitionNumber: z.string(),
  /** Signed: what the location's balance changed by. */
  quantity,
  locationCode: z.string(),
  toLocationCode: z.string().nullable(),
  workOrder: ref('WorkOrder').nullable(),
  workOrderNumber: z.string().nullable(),
  occurredAt: dateTime,
  /** Cost of one unit when it is known. */
  unitCost: decimal.nullable(),
  change,
});

const serial = z.object({
  serializedPart: ref('SerializedPart'),
  serialNumber: z.string(),
  part: ref('Part'),
  partNumber: z.string(),
  revision: z.string().nullable(),
  workOrder: ref('WorkOrder').nullable(),
  workOrderNumber: z.string().nullable(),
  status: z.enum(['IN_PROCESS', 'COMPLETED', 'ASSEMBLED', 'SHIPPED', 'SCRAPPED']),
  /** The lot that it was taken from; left out in events of before 2026-12. */
  lot: ref('MaterialLot').nullable().optional(),
  /** Why; left out in events of before 2026-12. */
  reason: z.string().nullable().optional(),
  change,
});

/** `child` went into `parent`, or came out of it again. */
const link = z.object({
  /** Names the edge: removing names the same one. */
  linkId: z.uuid(),
  parent: traceable,
  parentNumber: z.string(),
  /** What the parent is one of; left out in events of before 2026-12. */
  parentDefinition: definitionRef.optional(),
  child: traceable,
  childNumber: z.string(),
  /** What the child is of; left out in events of before 2026-12. */
  childDefinition: definitionRef.optional(),
  /** How much of the child is in the parent. */
  quantity,
  /** The bill's position, when it is known. */
  bomPosition: z.int().nullable(),
  workOrder: ref('WorkOrder').nullable(),
  operation: ref('WorkOrderOperation').nullable(),
  /** The person who did it; null for a program, which the envelope names, and for the plant itself. */
  operator: ref('User').nullable(),
  occurredAt: dateTime,
  /** Why it was taken out; left out in events of before 2026-12. */
  reason: z.string().nullable().optional(),
  change,
});

/** What the materials subgraph says. */
export const materialEvents = defineEvents('materials', {
  'lot.received': lot,
  'lot.changed': lot,
  'transaction.recorded': transaction,
  /** Material went into work: what the ERP's material actual says. A ledger line of kind CONSUMPTION. */
  'material.consumed': transaction.extend({
    operation: ref('WorkOrderOperation').nullable(),
    serialNumber: z.string().nullable(),
  }),
  'material.allocated': z.object({
    allocation: ref('Allocation'),
    workOrder: ref('WorkOrder'),
    workOrderNumber: z.string(),
    definition: definitionRef,
    definitionNumber: z.string(),
    lot: ref('MaterialLot'),
    lotNumber: z.string(),
    quantity,
    change,
  }),
  'allocation.released': z.object({
    allocation: ref('Allocation'),
    workOrder: ref('WorkOrder'),
    workOrderNumber: z.string().optional(),
    /** The order's site. */
    siteId: z.uuid().optional(),
    definition: definitionRef.optional(),
    definitionNumber: z.string().optional(),
    lot: ref('MaterialLot'),
    lotNumber: z.string().optional(),
    quantity,
    change,
  }),
  'material.shortage': z.object({
    definition: definitionRef,
    definitionNumber: z.string(),
    workOrder: ref('WorkOrder').nullable(),
    workOrderNumber: z.string().nullable(),
    required: quantity,
    available: quantity,
    change,
  }),
  'location.created': z.object({ location: ref('InventoryLocation'), code: z.string(), change }),
  'serial.created': serial,
  'serial.changed': serial,
  'serial.scrapped': serial,
  /** A genealogy fact: the child is in the parent from `occurredAt` on. */
  'genealogy.linked': link,
  /** A genealogy fact: the child is out of the parent from `occurredAt` on. */
  'genealogy.unlinked': link,
  'certificate.recorded': z.object({
    certificate: ref('MaterialCertificate'),
    lot: ref('MaterialLot'),
    lotNumber: z.string(),
    certificateNumber: z.string(),
    change,
  }),
});
