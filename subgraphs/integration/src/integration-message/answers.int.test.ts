import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIMPLIFIED_ROUTING } from '../b2mml/samples.ts';
import { changeOf, id } from '../testing/outgoing-samples.ts';
import { receivingPlant, schedule } from '../testing/receive-client.ts';

const erp = persona('INTEGRATION');

let at: Awaited<ReturnType<typeof receivingPlant>>;
beforeAll(async () => {
  at = await receivingPlant();
});
afterAll(() => at?.plant.close());

describe('the largest schedule', () => {
  const requests = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `<ProductionRequest><ID>WO-${n}</ID><SegmentRequirement><MaterialProducedRequirement>
        <MaterialDefinitionID>BOX</MaterialDefinitionID><Quantity>10</Quantity>
        <QuantityUnitOfMeasure>EA</QuantityUnitOfMeasure></MaterialProducedRequirement></SegmentRequirement>
      </ProductionRequest>`,
    ).join('');
  const large = (name: string, count: number) =>
    `<ProductionSchedule><ID>${name}</ID>${requests(count)}</ProductionSchedule>`;
  const RULE = `mutation ($input: ReceiveB2mmlInput!) {
    receiveB2mml(input: $input) { outcome message { id errors { rule message } } }
  }`;
  const send = async (name: string, count: number) => {
    const input = { xml: large(name, count) };
    const answer = await at.plant.run<{
      receiveB2mml: {
        outcome: string;
        message: { id: string; errors: { rule: string; message: string }[] };
      };
    }>('integration', erp, RULE, { input });
    return answer.receiveB2mml;
  };

  test('is handed on whole; one that is larger is rejected and says how many requests fit', async () => {
    const rejected = await send('TOO-LARGE', 20_000);
    expect(rejected).toMatchObject({
      outcome: 'REJECTED',
      message: { errors: [{ rule: 'MESSAGE_TOO_LARGE' }] },
    });
    const fit = Number(/at most (\d+) requests fit/.exec(rejected.message.errors[0]?.message ?? '')?.[1]);
    expect(fit).toBeGreaterThan(5_000);
    expect(await send('ONE-MORE', fit + 1)).toMatchObject({ outcome: 'REJECTED' });
    const taken = await send('FITS', fit);
    expect(taken.outcome).toBe('ACCEPTED');
    await at.plant.idle();
    const events = await at.plant.events('integration.production-schedule.received');
    const event = events.find(({ subject }) => subject === taken.message.id);
    expect(event?.data.requests).toHaveLength(fit);
    // and it could be given up: the dead letter holds it as text
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(event)))).toBeLessThan(4 * 1024 * 1024);
  }, 60_000);
});

describe('what came of a message', () => {
  const accept = (message: string, n: number) =>
    at.plant.say(workOrderEvents['schedule-import.accepted'], {
      id: message,
      data: {
        message: { __typename: 'IntegrationMessage', id: message },
        workOrders: [
          { workOrder: { __typename: 'WorkOrder', id: id(n) }, requestId: 'R-1', workOrderNumber: `WO-${n}` },
        ],
        change: changeOf('IntegrationMessage', n),
      },
    });
  const refuse = (message: string) =>
    at.plant.say(workOrderEvents['schedule-import.rejected'], {
      id: message,
      data: {
        message: { __typename: 'IntegrationMessage', id: message },
        errors: [
          { element: 'ProductionSchedule/ProductionRequest', rule: 'NO_ROUTING', message: 'has no routing' },
        ],
        change: changeOf('IntegrationMessage', 1),
      },
    });

  test('its orders, when work-orders made them; they name the message', async () => {
    const message = (await at.receive(schedule('J'))).message?.id as string;
    await accept(message, 501);
    await at.plant.idle();
    expect(await at.load(message)).toMatchObject({
      state: 'APPLIED',
      workOrders: { nodes: [{ requestId: 'R-1', workOrderNumber: 'WO-501', workOrder: { id: id(501) } }] },
    });
    const answer = await at.plant.run(
      'integration',
      erp,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on WorkOrder { integrationMessages(first: 3) { nodes { id } } } } }`,
      { r: [{ __typename: 'WorkOrder', id: id(501) }] },
    );
    expect(answer).toEqual({ _entities: [{ integrationMessages: { nodes: [{ id: message }] } }] });
    expect(await at.eventsOf(message)).toContain('integration.message.applied');
  });

  test('the errors of work-orders with their lines, when it made none; a retry asks it again', async () => {
    const message = (await at.receive(schedule('K'))).message?.id as string;
    await refuse(message);
    await at.plant.idle();
    expect(await at.load(message)).toMatchObject({
      state: 'REJECTED',
      errors: [{ line: 6, element: 'ProductionSchedule/ProductionRequest', rule: 'NO_ROUTING' }],
    });
    const retried = await at.plant.run(
      'integration',
      erp,
      `mutation ($id: ID!) { retryMessage(input: { id: $id, reason: "routing published" }) { message { state errors { rule } } errors { code } } }`,
      { id: message },
    );
    expect(retried).toEqual({ retryMessage: { message: { state: 'RECEIVED', errors: [] }, errors: [] } });
    await at.plant.idle();
    const handed = (await at.eventsOf(message)).filter((type) =>
      type.endsWith('production-schedule.received'),
    );
    expect(handed).toHaveLength(2);
    await accept(message, 502);
    await at.plant.idle();
    await refuse(message);
    await at.plant.idle();
    expect((await at.load(message)).state).toBe('APPLIED');
  });

  test('its routing, when master-data made it', async () => {
    const { message, outcome } = await at.receive(SIMPLIFIED_ROUTING);
    expect({ outcome, kind: message?.kind }).toEqual({ outcome: 'ACCEPTED', kind: 'ROUTING' });
    await at.plant.idle();
    const [event] = await at.plant.events(integrationEvents['operations-definition.received'].type);
    expect(event?.data).toMatchObject({
      routingNumber: 'ROUTING-BLADE-TF39-001-Rev-C',
      partNumber: 'BLADE-TF39-001',
      revision: 'C',
      operations: [{ operationNumber: 10, runSecondsPerUnit: '9000' }, {}],
    });
    await at.plant.say(masterDataEvents['routing-import.accepted'], {
      id: message?.id as string,
      data: {
        message: { __typename: 'IntegrationMessage', id: message?.id as string },
        routing: { __typename: 'Routing', id: id(601) },
        change: changeOf('Routing', 601),
      },
    });
    await at.plant.idle();
    expect(await at.load(message?.id)).toMatchObject({ state: 'APPLIED', routing: { id: id(601) } });
  });
});
