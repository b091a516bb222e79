import { authEvents } from '@machshop/schema/events/auth.ts';
import { persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readB2mml } from '../b2mml/index.ts';
import { schemaFolder, skipReason } from '../b2mml/reference-data.ts';
import { validateAgainstXsd } from '../b2mml/xsd.ts';
import { subgraph } from '../subgraph.ts';
import {
  actual,
  changeOf,
  complete,
  consume,
  id,
  type Message,
  messagesOf,
  ref,
  start,
} from '../testing/outgoing-samples.ts';

const erp = persona('INTEGRATION');
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

const performanceOf = (content: string | undefined) => {
  const reading = readB2mml(content ?? '');
  if (!reading.ok || reading.message.kind !== 'PERFORMANCE') throw new Error(JSON.stringify(reading));
  return reading.message;
};

describe('a completed order', () => {
  test('goes out as its performance, with what it produced once and what it consumed where', async () => {
    await start(plant, 100, 101, 10);
    await consume(plant, 100, 110, { operation: ref('WorkOrderOperation', 101) });
    await consume(plant, 100, 111, { serialNumber: 'SN-7', quantity: { value: '-1', unit: 'EA' } });
    await plant.idle();
    await complete(plant, 100);
    const [message, ...others] = await messagesOf(plant, 100, { kind: 'PERFORMANCE' });
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
    await complete(plant, 200, {}, eventId);
    await complete(plant, 200, {}, eventId);
    const first = await messagesOf(plant, 200);
    expect(first).toHaveLength(1);
    // also when the inbox has forgotten the event
    await plant.admin`delete from integration.inbox where event_id = ${eventId}`;
    await complete(plant, 200, {}, eventId);
    expect(await messagesOf(plant, 200)).toEqual(first);
  });

  test('names the request and the schedule of the ERP', async () => {
    await plant.admin`insert into integration.integration_messages
      (id, tenant_id, direction, kind, external_id, object_id, state, sha256, size_bytes, errors, recorded_at)
      values (${id(399)}, ${erp.tenantId}, 'IN', 'SCHEDULE', 'BOD-1', 'SCHED-1', 'APPLIED', 'x', 1, '[]', now())`;
    await plant.admin`insert into integration.message_work_orders values (${id(399)}, ${erp.tenantId}, ${id(300)}, 'WO-300', 'REQ-9')`;
    await consume(plant, 300, 310);
    await complete(plant, 300, { source: { messageId: id(399), requestId: 'REQ-9' } });
    const messages = await messagesOf(plant, 300, { direction: 'OUT' });
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
    await complete(plant, 400, { operations: [actual(401, 10), skipped] });
    const [message] = await messagesOf(plant, 400);
    expect(performanceOf(message?.content).responses[0]?.segments).toMatchObject([
      { state: 'Completed', materials: [{ use: 'Produced' }] },
      { state: 'Skipped', materials: [] },
    ]);
    await plant.admin`insert into integration.consumptions
      select gen_random_uuid(), ${erp.tenantId}, ${id(450)}, null, 'TI', 'LOT-' || n % 3, null, 0.1, 'KGM', now()
      from generate_series(1, 1500) n`;
    await complete(plant, 450, { operations: [] });
    const [many] = await messagesOf(plant, 450);
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
  await start(plant, 500, 501, 20);
  await plant.idle();
  const eventId = crypto.randomUUID();
  await consume(plant, 500, 510, { operation: ref('WorkOrderOperation', 501) }, eventId);
  await consume(plant, 500, 510, { operation: ref('WorkOrderOperation', 501) }, eventId);
  const [message, ...others] = await messagesOf(plant, 500);
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
    await consume(plant, null, 610, { workOrderNumber: null });
    await complete(plant, 600, { operations: [] });
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
