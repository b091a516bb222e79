import { z } from 'zod';
import { type Actor, actor, change, dateTime, decimal, defineEvents, quantity, ref } from './define.ts';

/** How an order is to be made: what a schedule goes by. */
const orderPlan = z.object({
  /** 1 is the most urgent, 100 the least. */
  priority: z.int(),
  plannedStartAt: dateTime.nullable(),
  operations: z.array(
    z.object({
      operation: ref('WorkOrderOperation'),
      operationNumber: z.int(),
      name: z.string(),
      workCenterCode: z.string(),
      equipmentClass: z.string().nullable(),
      /** Groups are worked through in order; operations of one group may go side by side. */
      sequenceGroup: z.int(),
      setupSeconds: decimal,
      runSecondsPerUnit: decimal,
    }),
  ),
});

const workOrder = z.object({
  workOrder: ref('WorkOrder'),
  workOrderNumber: z.string(),
  siteId: z.uuid(),
  part: ref('Part'),
  partNumber: z.string(),
  revision: z.string(),
  quantity,
  status: z.enum(['CREATED', 'RELEASED', 'IN_PROGRESS', 'ON_HOLD', 'COMPLETED', 'CLOSED', 'CANCELLED']),
  dueAt: dateTime.nullable(),
  /** The ERP's message that made it, and its request in there; null for one made by hand. */
  source: z.object({ messageId: z.uuid(), requestId: z.string() }).nullable(),
  /** With those events that may have changed it: created, changed, released. */
  plan: orderPlan.optional(),
  change,
});

const operation = z.object({
  operation: ref('WorkOrderOperation'),
  operationNumber: z.int(),
  workOrder: ref('WorkOrder'),
  workOrderNumber: z.string(),
  siteId: z.uuid(),
  part: ref('Part'),
  partNumber: z.string(),
  workCenterCode: z.string(),
  qualityCritical: z.boolean(),
  inspectionRequired: z.boolean(),
  change,
});

/** One run of an operation on one machine, for the serials named, or for a quantity. ISA-95: Job Response. */
const execution = operation.extend({
  execution: ref('OperationExecution'),
  serials: z.array(z.object({ serialNumber: z.string(), serializedPart: ref('SerializedPart').nullable() })),
  equipment: ref('Equipment').nullable(),
  equipmentCode: z.string().nullable(),
  /** The person who ran it; null for a program. */
  operator: ref('User').nullable(),
  /** Who ran it, a person or a program; missing from events that were recorded before programs were told apart. */
  performer: actor.nullable().optional(),
  operatorName: z.string(),
  startedAt: dateTime,
  completedAt: dateTime.nullable(),
  good: decimal,
  scrap: decimal,
  rework: decimal,
});

/** Who ran an execution: a person, a program, or, for null, the plant itself. */
export const performerOf = (run: {
  performer?: Actor | null | undefined;
  operator: Actor | null;
}): Actor | null => (run.performer === undefined ? run.operator : run.performer);

/** The work done on one operation, for the ERP's performance message. */
const operationActual = z.object({
  operation: ref('WorkOrderOperation'),
  operationNumber: z.int(),
  name: z.string(),
  workCenterCode: z.string(),
  status: z.enum(['COMPLETED', 'SKIPPED']),
  startedAt: dateTime.nullable(),
  completedAt: dateTime.nullable(),
  laborSeconds: decimal,
  machineSeconds: decimal,
  good: decimal,
  scrap: decimal,
  rework: decimal,
  equipmentCodes: z.array(z.string()),
  operatorNames: z.array(z.string()),
});

/** What the work-orders subgraph says. */
export const workOrderEvents = defineEvents('work-orders', {
  'work-order.created': workOrder,
  'work-order.changed': workOrder,
  'work-order.cancelled': workOrder,
  'work-order.released': workOrder,
  'work-order.held': workOrder.extend({ reason: z.string() }),
  'work-order.resumed': workOrder,
  'work-order.started': workOrder,
  'work-order.completed': workOrder.extend({
    startedAt: dateTime,
    completedAt: dateTime,
    good: decimal,
    scrap: decimal,
    rework: decimal,
    laborCost: decimal,
    materialCost: decimal,
    overheadCost: decimal,
    currency: z.string().length(3),
    operations: z.array(operationActual),
  }),
  'work-order.closed': workOrder,
  'operation.started': operation.extend({ startedAt: dateTime }),
  'operation.completed': operation.extend({
    completedAt: dateTime,
    good: decimal,
    scrap: decimal,
    rework: decimal,
  }),
  'operation.skipped': operation.extend({ reason: z.string() }),
  /** These serials go on without the operation; it is open for the others. */
  'operation.serials-skipped': operation.extend({ serialNumbers: z.array(z.string()), reason: z.string() }),
  'operation.equipment-assigned': operation.extend({
    equipment: ref('Equipment').nullable(),
    equipmentCode: z.string().nullable(),
  }),
  'operation-execution.started': execution,
  'operation-execution.reported': execution,
  'operation-execution.completed': execution,
  'cost-rate.set': z.object({ kind: z.enum(['LABOR', 'OVERHEAD']), code: z.string().nullable(), change }),
  'cost-currency.set': z.object({ currency: z.string().length(3), change }),
  /** Answer to integration.production-schedule.received: every order of the message exists. */
  'schedule-import.accepted': z.object({
    message: ref('IntegrationMessage'),
    workOrders: z.array(
      z.object({ workOrder: ref('WorkOrder'), requestId: z.string(), workOrderNumber: z.string() }),
    ),
    change,
  }),
  /** Answer to integration.production-schedule.received: no order was made, and why. */
  'schedule-import.rejected': z.object({
    message: ref('IntegrationMessage'),
    errors: z.array(z.object({ element: z.string(), rule: z.string(), message: z.string() })),
    change,
  }),
});
