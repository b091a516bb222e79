import { authEvents } from '@machshop/schema/events/auth.ts';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admin, WorkOrderPlant } from '../testing.ts';

let plant: WorkOrderPlant;
beforeAll(async () => {
  plant = await WorkOrderPlant.start();
  const site = { __typename: 'Site' as const, id: TEST_SITE };
  const change = { action: 'CREATE' as const, entity: site, old: null, new: null, reason: null };
  await plant.plant.say(authEvents['site.created'], { id: site.id, data: { site, code: 'MAIN', change } });
  await plant.publish('PLATE', 'NONE', [{ number: 10 }]);
});
afterAll(() => plant?.close());

const ask = <T>(query: string, variables: Record<string, unknown>) =>
  plant.plant.run<T>('work-orders', admin, query, variables);

describe('a schedule of the ERP', () => {
  const request = (requestId: string, more: object = {}) => ({
    requestId,
    description: null,
    partNumber: 'PLATE',
    revision: null,
    quantity: { value: '5', unit: 'EA' },
    startAt: '2026-03-01T00:00:00.000Z',
    endAt: '2026-03-05T00:00:00.000Z',
    priority: 10,
    routingNumber: null,
    siteCode: null,
    element: `OperationsRequest[${requestId}]`,
    ...more,
  });
  const send = async (id: string, requests: ReturnType<typeof request>[], eventId?: string) => {
    const message = { __typename: 'IntegrationMessage' as const, id };
    await plant.plant.say(integrationEvents['production-schedule.received'], {
      id,
      ...(eventId ? { eventId } : {}),
      data: {
        message,
        externalId: `X-${id}`,
        kind: 'OperationsSchedule',
        requests,
        change: { action: 'CREATE', entity: message, old: null, new: null, reason: null },
      },
    });
    await plant.plant.idle();
  };
  const answers = async (type: 'accepted' | 'rejected', id: string) =>
    (await plant.plant.events(`work-orders.schedule-import.${type}`)).filter((event) => event.subject === id);
  const numbers = async (search: string) => {
    const { workOrders } = await ask<{ workOrders: { nodes: { number: string }[] } }>(
      'query ($search: String!) { workOrders(first: 100, filter: { search: $search }, sort: NUMBER) { nodes { number source { requestId message { id } } } } }',
      { search },
    );
    return workOrders.nodes.map((node) => node.number);
  };

  test('makes every order of the message, once', async () => {
    const id = plant.newId();
    const eventId = crypto.randomUUID();
    await send(id, [request('ERP-1'), request('ERP-2')], eventId);
    await send(id, [request('ERP-1'), request('ERP-2')], eventId);
    await send(id, [request('ERP-1'), request('ERP-2')]);
    expect(await numbers('ERP-')).toEqual(['ERP-1', 'ERP-2']);
    expect((await answers('accepted', id))[0]?.data).toMatchObject({
      workOrders: [{ requestId: 'ERP-1' }, { requestId: 'ERP-2' }],
    });
    const created = await plant.plant.events('work-orders.work-order.created');
    expect(created.filter((event) => event.data.source !== null)).toHaveLength(2);
  });

  test('makes none of them when one is wrong, and says what and where', async () => {
    const id = plant.newId();
    await send(id, [
      request('BAD-1'),
      request('BAD-2', { quantity: { value: '5', unit: 'KGM' } }),
      request('BAD-3', { siteCode: 'NOWHERE' }),
      request('ERP-1'),
    ]);
    expect(await numbers('BAD-')).toEqual([]);
    expect((await answers('rejected', id))[0]?.data).toMatchObject({
      errors: [
        { element: 'OperationsRequest[BAD-2]', rule: 'UNIT_MISMATCH' },
        { element: 'OperationsRequest[BAD-3]', rule: 'SITE_NOT_FOUND' },
        { element: 'OperationsRequest[ERP-1]', rule: 'NUMBER_TAKEN' },
      ],
    });
  });

  test('waits a moment for a part that is still on its way', async () => {
    const id = plant.newId();
    const sending = send(id, [request('LATE-1', { partNumber: 'LATE' })]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await plant.publish('LATE', 'NONE', [{ number: 10 }]);
    await sending;
    expect(await numbers('LATE-')).toEqual(['LATE-1']);
  });

  test('rejects a part that nobody publishes', async () => {
    const id = plant.newId();
    await send(id, [request('NONE-1', { partNumber: 'NEVER' })]);
    expect((await answers('rejected', id))[0]?.data).toMatchObject({ errors: [{ rule: 'PART_NOT_FOUND' }] });
  });
});
