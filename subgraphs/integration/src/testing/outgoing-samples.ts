import type { EventData } from '@machshop/schema/events/define.ts';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, TEST_SITE, type TestPlant } from '@machshop/testing';

/** What other domains say, for the tests of outgoing messages. */

/** A UUID for a small number. */
export const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
/** A reference to an entity of the graph. */
export const ref = <T extends string>(typename: T, n: number) => ({ __typename: typename, id: id(n) });
/** The change of an event. */
export const changeOf = (typename: string, n: number) => ({
  action: 'UPDATE' as const,
  entity: ref(typename, n),
  old: null,
  new: null,
  reason: null,
});
const about = (order: number) => ({
  workOrder: ref('WorkOrder', order),
  workOrderNumber: `WO-${order}`,
  siteId: TEST_SITE,
  part: ref('Part', 2),
  partNumber: 'BOX',
});

/** Says that an operation was started. */
export const start = (plant: TestPlant, order: number, operation: number, operationNumber: number) =>
  plant.say(workOrderEvents['operation.started'], {
    id: id(operation),
    siteId: TEST_SITE,
    data: {
      ...about(order),
      operation: ref('WorkOrderOperation', operation),
      operationNumber,
      workCenterCode: 'MILL',
      qualityCritical: false,
      inspectionRequired: false,
      startedAt: '2026-03-01T08:00:00.000Z',
      change: changeOf('WorkOrderOperation', operation),
    },
  });

/** Says that material went into an order. */
export const consume = (
  plant: TestPlant,
  order: number | null,
  transaction: number,
  more: Partial<EventData<(typeof materialEvents)['material.consumed']>> = {},
  eventId: string = crypto.randomUUID(),
) =>
  plant.say(materialEvents['material.consumed'], {
    id: id(transaction),
    eventId,
    data: {
      transaction: ref('MaterialTransaction', transaction),
      kind: 'CONSUMPTION',
      lot: ref('MaterialLot', 50),
      lotNumber: 'LOT-1',
      definition: ref('Material', 51),
      definitionNumber: 'TI-6AL-4V',
      quantity: { value: '-25.500', unit: 'KGM' },
      locationCode: 'STORE',
      toLocationCode: null,
      workOrder: order === null ? null : ref('WorkOrder', order),
      workOrderNumber: order === null ? null : `WO-${order}`,
      occurredAt: '2026-03-01T09:00:00.000Z',
      unitCost: null,
      operation: null,
      serialNumber: null,
      change: changeOf('MaterialTransaction', transaction),
      ...more,
    },
  });

type Completed = EventData<(typeof workOrderEvents)['work-order.completed']>;
/** What was done at one operation. */
export const actual = (operation: number, operationNumber: number): Completed['operations'][number] => ({
  operation: ref('WorkOrderOperation', operation),
  operationNumber,
  name: 'Rough <milling> & more',
  workCenterCode: 'MILL',
  status: 'COMPLETED',
  startedAt: '2026-03-01T08:00:00.000Z',
  completedAt: '2026-03-01T10:00:00.000Z',
  laborSeconds: '7200.5',
  machineSeconds: '6000',
  good: '18',
  scrap: '2',
  rework: '0',
  equipmentCodes: ['HURCO-02'],
  operatorNames: ['operator'],
});

/** Says that an order is done. */
export const complete = (
  plant: TestPlant,
  order: number,
  more: Partial<Completed> = {},
  eventId: string = crypto.randomUUID(),
) =>
  plant.say(workOrderEvents['work-order.completed'], {
    id: id(order),
    eventId,
    siteId: TEST_SITE,
    data: {
      ...about(order),
      revision: 'D',
      quantity: { value: '20', unit: 'EA' },
      status: 'COMPLETED',
      dueAt: null,
      source: null,
      startedAt: '2026-03-01T08:00:00.000Z',
      completedAt: '2026-03-01T12:00:00.000Z',
      good: '18',
      scrap: '2',
      rework: '0',
      laborCost: '0',
      materialCost: '0',
      overheadCost: '0',
      currency: 'EUR',
      operations: [actual(order + 1, 10), actual(order + 2, 20)],
      change: changeOf('WorkOrder', order),
      ...more,
    },
  });

export interface Message {
  id: string;
  kind: string;
  state: string;
  externalId: string;
  content: string;
  workOrders: { nodes: { workOrderNumber: string; requestId: string | null }[] };
}

/** The messages of an order, oldest first. */
export const messagesOf = async (
  plant: TestPlant,
  order: number,
  filter: object = {},
): Promise<Message[]> => {
  const query = `query ($filter: IntegrationMessageFilter) {
    integrationMessages(first: 20, order: OLDEST_FIRST, filter: $filter) {
      nodes { id kind state externalId content workOrders(first: 1) { nodes { workOrderNumber requestId } } }
    }
  }`;
  await plant.idle();
  const { integrationMessages } = await plant.run<{ integrationMessages: { nodes: Message[] } }>(
    'integration',
    persona('INTEGRATION'),
    query,
    { filter: { workOrderId: id(order), ...filter } },
  );
  return integrationMessages.nodes;
};
