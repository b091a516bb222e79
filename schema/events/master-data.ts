import { z } from 'zod';
import { change, decimal, defineEvents, quantity, ref } from './define.ts';

/** A part is bought or made; a material is what parts are made of. ISA-95: Material Definition. */
export const definitionRef = z.union([ref('Part'), ref('Material')]);

const part = z.object({
  part: ref('Part'),
  partRevision: ref('PartRevision'),
  partNumber: z.string(),
  revision: z.string(),
  name: z.string(),
  unit: z.string(),
  tracking: z.enum(['NONE', 'LOT', 'SERIAL']),
  /** Lots of it need a certificate before they may be issued. */
  critical: z.boolean(),
  /** From when on this revision is the part's current one, unless a later one is. */
  effectiveFrom: z.iso.datetime().optional(),
  change,
});

const bom = z.object({
  bom: ref('Bom'),
  part: ref('Part'),
  partRevision: ref('PartRevision'),
  effectiveFrom: z.iso.datetime(),
  effectiveTo: z.iso.datetime().nullable(),
  lines: z.array(
    z.object({
      position: z.int(),
      component: definitionRef,
      componentNumber: z.string(),
      /** For one of the parent. */
      quantity,
      /** The routing operation that consumes it, when the bill says so. */
      operationNumber: z.int().nullable(),
      referenceDesignator: z.string().nullable().optional(),
    }),
  ),
  change,
});

export const routingOperation = z.object({
  routingOperation: ref('RoutingOperation'),
  operationNumber: z.int(),
  name: z.string(),
  workCenterCode: z.string(),
  equipmentClass: z.string().nullable(),
  personnelClass: z.string().nullable(),
  setupSeconds: decimal,
  runSecondsPerUnit: decimal,
  /** Starts only when all operations with a lower number are complete; a parallel one need not wait for its neighbours of the same group. */
  sequencing: z.enum(['SEQUENTIAL', 'PARALLEL']),
  qualityCritical: z.boolean(),
  inspectionRequired: z.boolean(),
});

const routing = z.object({
  routing: ref('Routing'),
  routingNumber: z.string(),
  version: z.int(),
  part: ref('Part'),
  partRevision: ref('PartRevision'),
  partNumber: z.string(),
  revision: z.string(),
  operations: z.array(routingOperation),
  change,
});

const material = z.object({
  material: ref('Material'),
  materialCode: z.string(),
  name: z.string(),
  unit: z.string(),
  critical: z.boolean(),
  change,
});

const customer = z.object({ customer: ref('Customer'), customerCode: z.string(), name: z.string(), change });
const draft = z.object({ change });

/** What the master-data subgraph says. Published facts are whole: a consumer can keep a replica from them. */
export const masterDataEvents = defineEvents('master-data', {
  'part.drafted': draft.extend({ part: ref('Part'), partNumber: z.string() }),
  'part.published': part,
  'part.retired': part,
  'bom.drafted': draft.extend({ bom: ref('Bom') }),
  /**
   * Also when a published bill's end changes, because the next one begins or it is retired: `effectiveTo` is new then,
   * and equal to `effectiveFrom` for one that will never have been in effect.
   */
  'bom.published': bom,
  'routing.drafted': draft.extend({ routing: ref('Routing') }),
  'routing.published': routing,
  'routing.superseded': routing,
  'material.drafted': material,
  'material.published': material,
  'material.retired': material,
  'customer.drafted': customer,
  'customer.published': customer,
  'customer.retired': customer,
  /** Answer to integration.operations-definition.received: the routing was made. */
  'routing-import.accepted': z.object({
    message: ref('IntegrationMessage'),
    routing: ref('Routing'),
    change,
  }),
  /** Answer to integration.operations-definition.received: nothing was made, and why. */
  'routing-import.rejected': z.object({
    message: ref('IntegrationMessage'),
    errors: z.array(z.object({ element: z.string(), rule: z.string(), message: z.string() })),
    change,
  }),
});
