import { Decimal } from '@machshop/db';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { materialEvents } from '@machshop/schema/events/materials.ts';
import type { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import {
  type MaterialActual,
  type SegmentActual,
  writeMaterialActual,
  writeOperationsPerformance,
} from '../b2mml/index.ts';

type Completed = EventData<(typeof workOrderEvents)['work-order.completed']>;
type Actual = Completed['operations'][number];
type Consumed = EventData<(typeof materialEvents)['material.consumed']>;

/** Material that went into an order: one transaction, or all of one lot at one operation. */
export interface ConsumptionLine {
  /** The transaction's id, as in its material actual: the receiver can tell that it is the same. */
  readonly id: string;
  readonly operationId: string | null;
  readonly definitionNumber: string;
  readonly lotNumber: string;
  readonly serialNumber: string | null;
  readonly quantity: string;
  readonly unit: string;
}

/** What is known of an order beside its own event. */
export interface OrderFacts {
  /** The sender's id of the message: ours. */
  readonly externalId: string;
  /** RFC 3339. */
  readonly publishedAt: string;
  readonly siteCode: string | null;
  /** The ERP's request and schedule; null for an order made by hand. */
  readonly requestId: string | null;
  readonly scheduleId: string | null;
}

/** `OP-020`, as routings name their operations. */
export const segmentIdOf = (operationNumber: number): string =>
  `OP-${String(operationNumber).padStart(3, '0')}`;

/** The OperationsPerformance of a completed order, by its event and the consumption known. */
export function performanceXml(
  order: Completed,
  facts: OrderFacts,
  lines: readonly ConsumptionLine[],
): string {
  const operations = order.operations.toSorted((a, b) => a.operationNumber - b.operationNumber);
  // what the order produced stands once: a receiver adds up the produced actuals of all segments
  const last = operations.findLast(({ status }) => status === 'COMPLETED') ?? operations.at(-1);
  const own = new Set(operations.map(({ operation }) => operation.id));
  const segments = operations.map((operation) => {
    const isLast = operation === last;
    const consumed = lines.filter(
      ({ operationId: id }) => id === operation.operation.id || (isLast && !(id && own.has(id))),
    );
    return segmentOf(operation, [...(isLast ? [produced(order)] : []), ...consumed.map(consumedActual)]);
  });
  const whole = segmentOfOrder(order, [produced(order), ...lines.map(consumedActual)]);
  return writeOperationsPerformance({
    performanceId: facts.externalId,
    publishedAt: facts.publishedAt,
    siteCode: facts.siteCode,
    scheduleId: facts.scheduleId,
    state: 'Completed',
    application: null,
    responses: [
      {
        responseId: order.workOrderNumber,
        description: null,
        requestId: facts.requestId,
        routingNumber: null,
        startedAt: order.startedAt,
        completedAt: order.completedAt,
        state: 'Completed',
        segments: segments.length > 0 ? segments : [whole],
      },
    ],
  });
}

const segmentOf = (actual: Actual, materials: readonly MaterialActual[]): SegmentActual => ({
  segmentId: segmentIdOf(actual.operationNumber),
  description: actual.name,
  startedAt: actual.startedAt,
  completedAt: actual.completedAt,
  processSegmentId: null,
  workCenterCode: actual.workCenterCode,
  state: actual.status === 'SKIPPED' ? 'Skipped' : 'Completed',
  laborSeconds: actual.laborSeconds,
  machineSeconds: actual.machineSeconds,
  personnel: actual.operatorNames,
  equipment: actual.equipmentCodes,
  materials,
});

/** An order without operations: the schema wants one segment. */
const segmentOfOrder = (order: Completed, materials: readonly MaterialActual[]): SegmentActual => ({
  segmentId: order.workOrderNumber,
  description: null,
  startedAt: order.startedAt,
  completedAt: order.completedAt,
  processSegmentId: null,
  workCenterCode: null,
  state: 'Completed',
  laborSeconds: null,
  machineSeconds: null,
  personnel: [],
  equipment: [],
  materials,
});

const produced = (order: Completed): MaterialActual => ({
  id: order.workOrderNumber,
  use: 'Produced',
  definitionNumber: order.partNumber,
  description: null,
  lotNumbers: [],
  serialNumbers: [],
  quantity: { value: order.good, unit: order.quantity.unit },
  scrap: order.scrap,
  rework: order.rework,
});

const consumedActual = (line: ConsumptionLine): MaterialActual => ({
  id: line.id,
  use: 'Consumed',
  definitionNumber: line.definitionNumber,
  description: null,
  lotNumbers: [line.lotNumber],
  serialNumbers: line.serialNumber === null ? [] : [line.serialNumber],
  quantity: { value: line.quantity, unit: line.unit },
  scrap: null,
  rework: null,
});

/** What an order took of a lot: above zero; null when the ledger line took nothing. */
export function takenQuantity({ quantity }: Pick<Consumed, 'quantity'>): string | null {
  const taken = new Decimal(quantity.value).negated();
  return taken.greaterThan(0) ? taken.toFixed() : null;
}

/** The message of one consumption. */
export function materialActualXml(
  consumed: Consumed,
  facts: Omit<OrderFacts, 'scheduleId'> & { readonly operationNumber: number | null },
  taken: string,
): string {
  return writeMaterialActual({
    messageId: facts.externalId,
    publishedAt: facts.publishedAt,
    siteCode: facts.siteCode,
    // the schema wants a response to have an id, also for what went into no order
    orderNumber: consumed.workOrderNumber ?? facts.externalId,
    requestId: facts.requestId,
    segmentId: facts.operationNumber === null ? null : segmentIdOf(facts.operationNumber),
    occurredAt: consumed.occurredAt,
    materials: [
      {
        id: consumed.transaction.id,
        definitionNumber: consumed.definitionNumber,
        description: null,
        lotNumbers: [consumed.lotNumber],
        serialNumbers: consumed.serialNumber === null ? [] : [consumed.serialNumber],
        quantity: { value: taken, unit: consumed.quantity.unit },
      },
    ],
  });
}
