import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { OTHER_TENANT, persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SIMPLIFIED_ROUTING, SIMPLIFIED_SCHEDULE, V7_SCHEDULE } from '../b2mml/samples.ts';
import { subgraph } from '../subgraph.ts';

const erp = persona('INTEGRATION');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const change = (typename: string, n: number) => ({
  action: 'CREATE' as const,
  entity: { __typename: typename, id: id(n) },
  old: null,
  new: null,
  reason: null,
});

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await publish(1, 'BLADE-TF39-001', 'C');
  await publish(2, 'BOX', 'D');
  await plant.idle();
});
afterAll(() => plant?.close());

const publish = (n: number, partNumber: string, revision: string) =>
  plant.say(masterDataEvents['part.published'], {
    id: id(n),
    data: {
      part: { __typename: 'Part', id: id(n) },
      partRevision: { __typename: 'PartRevision', id: id(n + 1_000) },
      partNumber,
      revision,
      name: partNumber,
      unit: 'EA',
      tracking: 'SERIAL',
      critical: false,
      change: change('Part', n),
    },
  });

interface Message {
  id: string;
  state: string;
  kind: string;
  externalId: string | null;
  content: string;
  errors: { line: number; element: string; rule: string }[];
}
interface Receipt {
  outcome: string | null;
  message: Message | null;
  errors: { __typename: string; code: string }[];
}

const FIELDS = 'id state kind externalId content errors { line element rule }';
const RECEIVE = `mutation ($input: ReceiveB2mmlInput!) {
  receiveB2mml(input: $input) { outcome message { ${FIELDS} } errors { __typename code } }
}`;

const receiveInput = async (input: object, viewer = erp) =>
  (await plant.run<{ receiveB2mml: Receipt }>('integration', viewer, RECEIVE, { input })).receiveB2mml;
const receive = (xml: string) => receiveInput({ xml });

const schedule = (name: string) =>
  SIMPLIFIED_SCHEDULE.replace('PS-2025-001', name).replace('WO-2025-001001', `REQ-${name}`);

const eventsOf = async (message: string | undefined) =>
  (await plant.events()).filter(({ subject }) => subject === message).map(({ type }) => type);

const load = async (message: string | undefined) =>
  (
    await plant.run<{ integrationMessage: Message & { workOrders: { nodes: object[] } } }>(
      'integration',
      erp,
      `query ($id: ID!) { integrationMessage(id: $id) { ${FIELDS} workOrders(first: 5) { nodes { requestId workOrderNumber workOrder { id } } } routing { id } } }`,
      { id: message },
    )
  ).integrationMessage;

describe('a schedule', () => {
  test('is kept as it came and handed on with its requests', async () => {
    const xml = schedule('A');
    const { outcome, message, errors } = await receive(xml);
    expect({ outcome, errors }).toEqual({ outcome: 'ACCEPTED', errors: [] });
    expect(message).toMatchObject({ state: 'RECEIVED', kind: 'SCHEDULE', externalId: 'A', content: xml });
    await plant.idle();
    const [event] = await plant.events('integration.production-schedule.received');
    expect(event?.data).toMatchObject({
      message: { id: message?.id },
      requests: [{ requestId: 'REQ-A', partNumber: 'BLADE-TF39-001', quantity: { value: '10', unit: 'EA' } }],
    });
  });

  test('of V7 in a transaction is known by its BODID', async () => {
    expect(await receive(V7_SCHEDULE)).toMatchObject({
      outcome: 'ACCEPTED',
      message: { externalId: 'BOD-77', kind: 'SCHEDULE' },
    });
  });

  test('again changes nothing and answers with the first', async () => {
    const first = await receive(schedule('B'));
    const second = await receive(schedule('B'));
    expect(second).toMatchObject({ outcome: 'DUPLICATE', errors: [], message: { id: first.message?.id } });
    await plant.idle();
    expect(await eventsOf(first.message?.id)).toEqual([
      'integration.message.received',
      'integration.production-schedule.received',
    ]);
  });

  test('from ten senders at once is one message', async () => {
    const receipts = await Promise.all(Array.from({ length: 10 }, () => receive(schedule('C'))));
    expect(new Set(receipts.map(({ message }) => message?.id)).size).toBe(1);
    expect(receipts.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(1);
    await plant.idle();
    expect(await eventsOf(receipts[0]?.message?.id)).toHaveLength(2);
  });

  test('of a known id with other content is kept, rejected with MESSAGE_ID_REUSED, and the first stays', async () => {
    const first = await receive(schedule('D'));
    const other = await receive(schedule('D').replace('>10<', '>11<'));
    expect(other).toMatchObject({
      outcome: 'REJECTED',
      message: { state: 'REJECTED', errors: [{ rule: 'MESSAGE_ID_REUSED' }] },
      errors: [{ __typename: 'MessageRejectedError', code: 'MESSAGE_REJECTED' }],
    });
    expect(other.message?.id).not.toBe(first.message?.id);
    expect((await load(first.message?.id)).state).toBe('RECEIVED');
  });

  test('of one id with ten contents at once is taken once', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 10 }, (_, n) => receive(schedule('E').replace('>10<', `>${20 + n}<`))),
    );
    expect(receipts.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(1);
    expect(receipts.filter(({ message }) => message?.errors[0]?.rule === 'MESSAGE_ID_REUSED')).toHaveLength(
      9,
    );
  });

  test('with errors is kept with line, element and rule, makes nothing, and says so each time', async () => {
    const bad = schedule('F').replace('>10<', '>ten<').replace('2025-10-20', '2025-09-20');
    const { outcome, message, errors } = await receive(bad);
    expect({ outcome, errors }).toEqual({
      outcome: 'REJECTED',
      errors: [{ __typename: 'MessageRejectedError', code: 'MESSAGE_REJECTED' }],
    });
    expect(message).toMatchObject({ state: 'REJECTED', content: bad });
    expect(message?.errors.map(({ rule }) => rule).sort()).toEqual([
      'END_BEFORE_START',
      'QUANTITY_NOT_A_DECIMAL',
    ]);
    expect(message?.errors.every(({ line, element }) => line > 0 && element !== '')).toBe(true);
    expect(await receive(bad)).toMatchObject({
      outcome: 'DUPLICATE',
      errors: [{ code: 'MESSAGE_REJECTED' }],
    });
    await plant.idle();
    expect(await eventsOf(message?.id)).toEqual([
      'integration.message.received',
      'integration.message.rejected',
    ]);
  });

  test('that was rejected may come corrected under the same id', async () => {
    await receive(schedule('G').replace('>10<', '>ten<'));
    expect(await receive(schedule('G'))).toMatchObject({ outcome: 'ACCEPTED', message: { externalId: 'G' } });
  });

  test('of an unknown part and revision is rejected where it names them', async () => {
    const { message } = await receive(schedule('H').replace('BLADE-TF39-001', 'NOTHING'));
    expect(message?.errors).toEqual([
      { line: 6, element: 'ProductionSchedule/ProductionRequest', rule: 'PART_UNKNOWN' },
    ]);
    const revision = await receive(V7_SCHEDULE.replace('BOD-77', 'BOD-78').replace('>D<', '>Z<'));
    expect(revision.message?.errors).toMatchObject([{ rule: 'REVISION_UNKNOWN' }]);
  });

  test('of a part that was published a moment before waits for the news', async () => {
    const late = receive(schedule('I').replace('BLADE-TF39-001', 'LATE'));
    await publish(3, 'LATE', 'A');
    expect(await late).toMatchObject({ outcome: 'ACCEPTED' });
  });
});

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
    const answer = await plant.run<{
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
    await plant.idle();
    const events = await plant.events('integration.production-schedule.received');
    const event = events.find(({ subject }) => subject === taken.message.id);
    expect(event?.data.requests).toHaveLength(fit);
    // and it could be given up: the dead letter holds it as text
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(event)))).toBeLessThan(4 * 1024 * 1024);
  }, 60_000);
});

describe('what came of a message', () => {
  const accept = (message: string, n: number) =>
    plant.say(workOrderEvents['schedule-import.accepted'], {
      id: message,
      data: {
        message: { __typename: 'IntegrationMessage', id: message },
        workOrders: [
          { workOrder: { __typename: 'WorkOrder', id: id(n) }, requestId: 'R-1', workOrderNumber: `WO-${n}` },
        ],
        change: change('IntegrationMessage', n),
      },
    });
  const refuse = (message: string) =>
    plant.say(workOrderEvents['schedule-import.rejected'], {
      id: message,
      data: {
        message: { __typename: 'IntegrationMessage', id: message },
        errors: [
          { element: 'ProductionSchedule/ProductionRequest', rule: 'NO_ROUTING', message: 'has no routing' },
        ],
        change: change('IntegrationMessage', 1),
      },
    });

  test('its orders, when work-orders made them; they name the message', async () => {
    const message = (await receive(schedule('J'))).message?.id as string;
    await accept(message, 501);
    await plant.idle();
    expect(await load(message)).toMatchObject({
      state: 'APPLIED',
      workOrders: { nodes: [{ requestId: 'R-1', workOrderNumber: 'WO-501', workOrder: { id: id(501) } }] },
    });
    const answer = await plant.run(
      'integration',
      erp,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on WorkOrder { integrationMessages(first: 3) { nodes { id } } } } }`,
      { r: [{ __typename: 'WorkOrder', id: id(501) }] },
    );
    expect(answer).toEqual({ _entities: [{ integrationMessages: { nodes: [{ id: message }] } }] });
    expect(await eventsOf(message)).toContain('integration.message.applied');
  });

  test('the errors of work-orders with their lines, when it made none; a retry asks it again', async () => {
    const message = (await receive(schedule('K'))).message?.id as string;
    await refuse(message);
    await plant.idle();
    expect(await load(message)).toMatchObject({
      state: 'REJECTED',
      errors: [{ line: 6, element: 'ProductionSchedule/ProductionRequest', rule: 'NO_ROUTING' }],
    });
    const retried = await plant.run(
      'integration',
      erp,
      `mutation ($id: ID!) { retryMessage(input: { id: $id, reason: "routing published" }) { message { state errors { rule } } errors { code } } }`,
      { id: message },
    );
    expect(retried).toEqual({ retryMessage: { message: { state: 'RECEIVED', errors: [] }, errors: [] } });
    await plant.idle();
    const handed = (await eventsOf(message)).filter((type) => type.endsWith('production-schedule.received'));
    expect(handed).toHaveLength(2);
    await accept(message, 502);
    await plant.idle();
    await refuse(message);
    await plant.idle();
    expect((await load(message)).state).toBe('APPLIED');
  });

  test('its routing, when master-data made it', async () => {
    const { message, outcome } = await receive(SIMPLIFIED_ROUTING);
    expect({ outcome, kind: message?.kind }).toEqual({ outcome: 'ACCEPTED', kind: 'ROUTING' });
    await plant.idle();
    const [event] = await plant.events(integrationEvents['operations-definition.received'].type);
    expect(event?.data).toMatchObject({
      routingNumber: 'ROUTING-BLADE-TF39-001-Rev-C',
      partNumber: 'BLADE-TF39-001',
      revision: 'C',
      operations: [{ operationNumber: 10, runSecondsPerUnit: '9000' }, {}],
    });
    await plant.say(masterDataEvents['routing-import.accepted'], {
      id: message?.id as string,
      data: {
        message: { __typename: 'IntegrationMessage', id: message?.id as string },
        routing: { __typename: 'Routing', id: id(601) },
        change: change('Routing', 601),
      },
    });
    await plant.idle();
    expect(await load(message?.id)).toMatchObject({ state: 'APPLIED', routing: { id: id(601) } });
  });
});

describe('a message', () => {
  test('in another encoding is kept byte by byte and read by its declaration', async () => {
    const xml = schedule('L')
      .replace('UTF-8', 'ISO-8859-1')
      .replace('Turbine Blade Manufacturing', 'Schaufel für die Turbine');
    const contentBase64 = Buffer.from(xml, 'latin1').toString('base64');
    const { outcome, message } = await receiveInput({ contentBase64 });
    expect({ outcome, content: message?.content }).toEqual({ outcome: 'ACCEPTED', content: xml });
    const bad = Buffer.from(schedule('M').replace('Blade', 'Bläde'), 'latin1').toString('base64');
    const rejected = await receiveInput({ contentBase64: bad });
    expect(rejected.message).toMatchObject({
      kind: 'UNKNOWN',
      content: null,
      errors: [{ rule: 'ENCODING_INVALID' }],
    });
  });

  test('that is no XML at all, empty, or holds a zero byte is kept and rejected', async () => {
    for (const xml of ['hello', '', '<a>\0</a>', '<ProductionSchedule>']) {
      const { outcome, message } = await receive(xml);
      expect({ outcome, content: message?.content }).toEqual({ outcome: 'REJECTED', content: xml });
      expect(await receive(xml)).toMatchObject({ outcome: 'DUPLICATE', message: { id: message?.id } });
    }
  });

  test('over the size limit is refused and not kept', async () => {
    const receipt = await receive(' '.repeat(8 * 1024 * 1024 + 1));
    expect(receipt).toEqual({
      outcome: null,
      message: null,
      errors: [{ __typename: 'InvalidInputError', code: 'MESSAGE_TOO_LARGE' }],
    });
  });

  test('is for those who may send; others get FORBIDDEN or UNAUTHENTICATED', async () => {
    const input = { input: { xml: schedule('N') } };
    expect(await plant.refuse('integration', persona('OPERATOR'), RECEIVE, input)).toEqual(['FORBIDDEN']);
    expect(await plant.refuse('integration', undefined, RECEIVE, input)).toEqual(['UNAUTHENTICATED']);
  });

  test('of one tenant is not there for another, who may send the same', async () => {
    const message = (await receive(schedule('O'))).message?.id;
    const stranger = persona('INTEGRATION', { tenantId: OTHER_TENANT });
    const answer = await plant.run(
      'integration',
      stranger,
      `query ($id: ID!, $r: [_Any!]!) {
        integrationMessage(id: $id) { id }
        integrationMessageByExternalId(externalId: "O") { id }
        integrationMessages(first: 5) { nodes { id } }
        _entities(representations: $r) { __typename }
      }`,
      { id: message, r: [{ __typename: 'IntegrationMessage', id: message }] },
    );
    expect(answer).toEqual({
      integrationMessage: null,
      integrationMessageByExternalId: null,
      integrationMessages: { nodes: [] },
      _entities: [null],
    });
    const own = await receiveInput({ xml: schedule('O') }, stranger);
    expect(own.message?.errors).toMatchObject([{ rule: 'PART_UNKNOWN' }]);
  });
});
