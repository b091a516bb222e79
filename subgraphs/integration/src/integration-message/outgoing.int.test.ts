import { authEvents } from '@machshop/schema/events/auth.ts';
import type { EventData } from '@machshop/schema/events/define.ts';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readB2mml } from '../b2mml/index.ts';
import { schemaFolder, skipReason } from '../b2mml/reference-data.ts';
import { validateAgainstXsd } from '../b2mml/xsd.ts';
import { subgraph } from '../subgraph.ts';

const erp = persona('INTEGRATION');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ref = <T extends string>(typename: T, n: number) => ({ __typename: typename, id: id(n) });
const changeOf = (typename: string, n: number) => ({
  action: 'UPDATE' as const,
  entity: ref(typename, n),
  old: null,
  new: null,
  reason: null,
});
const folder = schemaFolder(process.env);

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await plant.say(authEvents['site.created'], {
    id: TEST_SITE,
    data: {
      site: { __typename: 'Site', id: TEST_SITE },
      code: 'PLANT-1',
      change: changeOf('Site', 1),
    },
  });
  await plant.idle();
});
afterAll(() => plant?.close());

const about = (order: number) => ({
  workOrder: ref('WorkOrder', order),
  workOrderNumber: `WO-${order}`,
  siteId: TEST_SITE,
  part: ref('Part', 2),
  partNumber: 'BOX',
});

const start = (order: number, operation: number, operationNumber: number) =>
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

const consume = (
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
const actual = (operation: number, operationNumber: number): Completed['operations'][number] => ({
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

const complete = (order: number, more: Partial<Completed> = {}, eventId: string = crypto.randomUUID()) =>
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

interface Message {
  id: string;
  kind: string;
  state: string;
  externalId: string;
  content: string;
  workOrders: { nodes: { workOrderNumber: string; requestId: string | null }[] };
}

const messagesOf = async (order: number, filter: object = {}): Promise<Message[]> => {
  const query = `query ($filter: IntegrationMessageFilter) {
    integrationMessages(first: 20, order: OLDEST_FIRST, filter: $filter) {
      nodes { id kind state externalId content workOrders(first: 1) { nodes { workOrderNumber requestId } } }
    }
  }`;
  await plant.idle();
  const { integrationMessages } = await plant.run<{ integrationMessages: { nodes: Message[] } }>(
    'integration',
    erp,
    query,
    { filter: { workOrderId: id(order), ...filter } },
  );
  return integrationMessages.nodes;
};

const performanceOf = (content: string | undefined) => {
  const reading = readB2mml(content ?? '');
  if (!reading.ok || reading.message.kind !== 'PERFORMANCE') throw new Error(JSON.stringify(reading));
  return reading.message;
};

describe('a completed order', () => {
  test('goes out as its performance, with what it produced once and what it consumed where', async () => {
    await start(100, 101, 10);
    await consume(100, 110, { operation: ref('WorkOrderOperation', 101) });
    await consume(100, 111, { serialNumber: 'SN-7', quantity: { value: '-1', unit: 'EA' } });
    await plant.idle();
    await complete(100);
    const [message, ...others] = await messagesOf(100, { kind: 'PERFORMANCE' });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      state: 'PENDING',
      workOrders: { nodes: [{ workOrderNumber: 'WO-100' }] },
    });
    const performance = performanceOf(message?.content);
    expect(performance).toMatchObject({ performanceId: message?.externalId, siteCode: 'PLANT-1' });
    const [response] = performance.responses;
    expect(response).toMatchObject({ responseId: 'WO-100', requestId: null, state: 'Completed' });
    expect(response?.segments).toMatchObject([
      {
        segmentId: 'OP-010',
        description: 'Rough <milling> & more',
        laborSeconds: '7200.5',
        equipment: ['HURCO-02'],
        materials: [
          { id: id(110), use: 'Consumed', lotNumbers: ['LOT-1'], quantity: { value: '25.5', unit: 'KGM' } },
        ],
      },
      {
        segmentId: 'OP-020',
        materials: [
          { use: 'Produced', definitionNumber: 'BOX', quantity: { value: '18', unit: 'EA' }, scrap: '2' },
          { id: id(111), use: 'Consumed', serialNumbers: ['SN-7'] },
        ],
      },
    ]);
    const events = await plant.events('integration.production-performance.sent');
    expect(events.filter(({ subject }) => subject === message?.id)).toHaveLength(1);
  });

  test('twice in one event is one message', async () => {
    const eventId = crypto.randomUUID();
    await complete(200, {}, eventId);
    await complete(200, {}, eventId);
    const first = await messagesOf(200);
    expect(first).toHaveLength(1);
    // also when the inbox has forgotten the event
    await plant.admin`delete from integration.inbox where event_id = ${eventId}`;
    await complete(200, {}, eventId);
    expect(await messagesOf(200)).toEqual(first);
  });

  test('names the request and the schedule of the ERP', async () => {
    await plant.admin`insert into integration.integration_messages
      (id, tenant_id, direction, kind, external_id, object_id, state, sha256, size_bytes, errors, recorded_at)
      values (${id(399)}, ${erp.tenantId}, 'IN', 'SCHEDULE', 'BOD-1', 'SCHED-1', 'APPLIED', 'x', 1, '[]', now())`;
    await plant.admin`insert into integration.message_work_orders values (${id(399)}, ${erp.tenantId}, ${id(300)}, 'WO-300', 'REQ-9')`;
    await consume(300, 310);
    await complete(300, { source: { messageId: id(399), requestId: 'REQ-9' } });
    const messages = await messagesOf(300, { direction: 'OUT' });
    const performance = messages.find(({ kind }) => kind === 'PERFORMANCE');
    expect(performanceOf(performance?.content)).toMatchObject({
      scheduleId: 'SCHED-1',
      responses: [{ requestId: 'REQ-9' }],
    });
    const material = messages.find(({ kind }) => kind === 'MATERIAL_ACTUAL');
    expect(performanceOf(material?.content).responses).toMatchObject([{ requestId: 'REQ-9' }]);
    expect(material?.workOrders.nodes).toEqual([{ workOrderNumber: 'WO-300', requestId: 'REQ-9' }]);
  });

  test('with a skipped operation, with none at all, and with many consumptions still goes out', async () => {
    const skipped = { ...actual(402, 20), status: 'SKIPPED' as const, startedAt: null, completedAt: null };
    await complete(400, { operations: [actual(401, 10), skipped] });
    const [message] = await messagesOf(400);
    expect(performanceOf(message?.content).responses[0]?.segments).toMatchObject([
      { state: 'Completed', materials: [{ use: 'Produced' }] },
      { state: 'Skipped', materials: [] },
    ]);
    await plant.admin`insert into integration.consumptions
      select gen_random_uuid(), ${erp.tenantId}, ${id(450)}, null, 'TI', 'LOT-' || n % 3, null, 0.1, 'KGM', now()
      from generate_series(1, 1500) n`;
    await complete(450, { operations: [] });
    const [many] = await messagesOf(450);
    const [segment] = performanceOf(many?.content).responses[0]?.segments ?? [];
    expect(segment?.materials.map(({ lotNumbers, quantity }) => [lotNumbers[0], quantity.value])).toEqual([
      [undefined, '18'],
      ['LOT-0', '50'],
      ['LOT-1', '50'],
      ['LOT-2', '50'],
    ]);
  });
});

test('a consumption goes out as a material actual with its operation, lot and site', async () => {
  await start(500, 501, 20);
  await plant.idle();
  const eventId = crypto.randomUUID();
  await consume(500, 510, { operation: ref('WorkOrderOperation', 501) }, eventId);
  await consume(500, 510, { operation: ref('WorkOrderOperation', 501) }, eventId);
  const [message, ...others] = await messagesOf(500);
  expect(others).toEqual([]);
  expect(message?.kind).toBe('MATERIAL_ACTUAL');
  const actuals = performanceOf(message?.content);
  expect(actuals).toMatchObject({ siteCode: 'PLANT-1', performanceId: message?.externalId });
  expect(actuals.responses[0]?.segments).toMatchObject([
    {
      segmentId: 'OP-020',
      startedAt: '2026-03-01T09:00:00.000Z',
      materials: [
        { id: id(510), use: 'Consumed', definitionNumber: 'TI-6AL-4V', quantity: { value: '25.5' } },
      ],
    },
  ]);
});

test.skipIf(folder === null)(
  `everything that goes out is valid against the standard's schemas${skipReason(folder)}`,
  async () => {
    await consume(null, 610, { workOrderNumber: null });
    await complete(600, { operations: [] });
    await plant.idle();
    const { integrationMessages } = await plant.run<{ integrationMessages: { nodes: Message[] } }>(
      'integration',
      erp,
      '{ integrationMessages(first: 100, filter: { direction: OUT }) { nodes { kind content } } }',
    );
    expect(new Set(integrationMessages.nodes.map(({ kind }) => kind))).toEqual(
      new Set(['PERFORMANCE', 'MATERIAL_ACTUAL']),
    );
    for (const { content } of integrationMessages.nodes)
      expect(validateAgainstXsd(content, folder as string)).toEqual([]);
  },
);

describe('an outgoing message', () => {
  const ACKNOWLEDGE = `mutation ($input: AcknowledgeMessageInput!) {
    acknowledgeMessage(input: $input) {
      message { state acknowledgement { accepted note acknowledgedByName } }
      errors { __typename code ... on AlreadyAcknowledgedError { accepted acknowledgedByName } }
    }
  }`;
  const acknowledge = (message: string | undefined, accepted: boolean, note?: string) =>
    plant.run<{ acknowledgeMessage: { message: object | null; errors: object[] } }>(
      'integration',
      erp,
      ACKNOWLEDGE,
      {
        input: { id: message, accepted, note },
      },
    );

  test('is acknowledged once; the same again changes nothing, another answer is told who was first', async () => {
    await complete(700);
    const [message] = await messagesOf(700);
    const acknowledged = {
      state: 'ACKNOWLEDGED',
      acknowledgement: { accepted: true, note: 'posted', acknowledgedByName: 'integration' },
    };
    for (let twice = 0; twice < 2; twice++) {
      const { acknowledgeMessage } = await acknowledge(message?.id, true, 'posted');
      expect(acknowledgeMessage).toEqual({ message: acknowledged, errors: [] });
    }
    const { acknowledgeMessage } = await acknowledge(message?.id, false);
    expect(acknowledgeMessage).toEqual({
      message: null,
      errors: [
        {
          __typename: 'AlreadyAcknowledgedError',
          code: 'ALREADY_ACKNOWLEDGED',
          accepted: true,
          acknowledgedByName: 'integration',
        },
      ],
    });
    await plant.idle();
    const events = await plant.events('integration.message.acknowledged');
    expect(events.filter(({ subject }) => subject === message?.id)).toHaveLength(1);
    expect(await messagesOf(700, { state: 'PENDING' })).toEqual([]);
  });

  test('that the other system rejected is offered again on request', async () => {
    await complete(800);
    const [message] = await messagesOf(800);
    await acknowledge(message?.id, false, 'period is closed');
    expect(await messagesOf(800)).toMatchObject([{ state: 'REJECTED' }]);
    await plant.run(
      'integration',
      erp,
      'mutation ($id: ID!) { retryMessage(input: { id: $id, reason: "period is open" }) { errors { code } } }',
      { id: message?.id },
    );
    expect(await messagesOf(800)).toMatchObject([{ state: 'PENDING', content: message?.content }]);
  });

  test('of a site is there for those who work at it alone', async () => {
    await complete(900);
    await plant.idle();
    const elsewhere = persona('INTEGRATION', { siteIds: [id(1)] });
    const query = `query ($f: IntegrationMessageFilter) { integrationMessages(first: 5, filter: $f) { nodes { id } } }`;
    const variables = { f: { workOrderId: id(900) } };
    const here = persona('INTEGRATION', { siteIds: [TEST_SITE] });
    const nodes = async (viewer: typeof erp) =>
      (await plant.run<{ integrationMessages: { nodes: object[] } }>('integration', viewer, query, variables))
        .integrationMessages.nodes;
    expect(await nodes(elsewhere)).toEqual([]);
    expect(await nodes(here)).toHaveLength(1);
  });

  test('comes in pages, oldest first, each once', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const answer: {
        integrationMessages: {
          nodes: { id: string; receivedAt: string }[];
          pageInfo: { endCursor: string | null; hasNextPage: boolean };
        };
      } = await plant.run(
        'integration',
        erp,
        'query ($after: String) { integrationMessages(first: 3, after: $after, order: OLDEST_FIRST) { nodes { id receivedAt } pageInfo { endCursor hasNextPage } } }',
        { after },
      );
      seen.push(...answer.integrationMessages.nodes.map((node) => `${node.receivedAt} ${node.id}`));
      after = answer.integrationMessages.pageInfo.hasNextPage
        ? answer.integrationMessages.pageInfo.endCursor
        : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted());
    const [row] = await plant.admin`select count(*)::int as count from integration.integration_messages`;
    expect(seen).toHaveLength(row?.count);
  });
});
