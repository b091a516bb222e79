import { defineConsumer } from '@machshop/events';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { defineSubgraph, type Subgraph } from '@machshop/server';
import {
  OTHER_TENANT,
  persona,
  program,
  startTestPlant,
  TEST_PROGRAM,
  TEST_SITE,
  type TestPlant,
} from '@machshop/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';

const admin = persona('ADMINISTRATOR');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** Operations that the faulty consumer cannot handle now. */
const failing = new Set<number>();
const handled: { consumer: string; operation: number }[] = [];

/** The real subgraph with two more consumers of one event: one that works and one that may fail. */
const withFaults: Subgraph = defineSubgraph({
  ...subgraph.definition,
  consumers: [
    ...(subgraph.definition.consumers ?? []),
    ...['sound', 'faulty'].map((name) => ({
      ...defineConsumer(workOrderEvents['operation.started'], async ({ data }) => {
        if (name === 'faulty' && failing.has(data.operationNumber)) throw new Error('out of \0 order');
        handled.push({ consumer: name, operation: data.operationNumber });
      }),
      name,
    })),
  ],
});

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [withFaults] });
});
afterAll(() => plant?.close());

const start = (operationNumber: number) =>
  plant.say(workOrderEvents['operation.started'], {
    id: id(operationNumber),
    data: {
      operation: { __typename: 'WorkOrderOperation', id: id(operationNumber) },
      operationNumber,
      workOrder: { __typename: 'WorkOrder', id: id(1) },
      workOrderNumber: 'WO-1',
      siteId: TEST_SITE,
      part: { __typename: 'Part', id: id(2) },
      partNumber: 'BOX',
      workCenterCode: 'MILL',
      qualityCritical: false,
      inspectionRequired: false,
      startedAt: '2026-03-01T08:00:00.000Z',
      change: {
        action: 'UPDATE',
        entity: { __typename: 'WorkOrderOperation', id: id(operationNumber) },
        old: null,
        new: null,
        reason: null,
      },
    },
  });

interface Letter {
  id: string;
  consumer: string;
  state: string;
  eventId: string;
  eventType: string;
  tries: number;
  error: string;
  envelope: string;
  reason: string | null;
  resolvedByName: string | null;
  resolvedBy: object | null;
}

const letters = async (viewer = admin): Promise<Letter[]> => {
  await plant.idle();
  const { deadLetters } = await plant.run<{ deadLetters: { nodes: Letter[] } }>(
    'integration',
    viewer,
    `{ deadLetters(first: 50) { nodes {
      id consumer state eventId eventType tries error envelope reason resolvedByName resolvedBy { __typename ... on User { id } ... on ApiClient { id } }
    } } }`,
  );
  return deadLetters.nodes;
};

const letterOf = async (eventId: string) => (await letters()).filter((letter) => letter.eventId === eventId);

const act = async (mutation: 'replayDeadLetter' | 'discardDeadLetter', input: object, viewer = admin) => {
  const type = mutation === 'replayDeadLetter' ? 'ReplayDeadLetterInput' : 'DiscardDeadLetterInput';
  const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { deadLetter { state } errors { code } } }`;
  const answer = await plant.run<Record<string, { deadLetter: { state: string } | null; errors: object[] }>>(
    'integration',
    viewer,
    query,
    { input },
  );
  return answer[mutation];
};

test('an event that a consumer gave up on is shown, and replayed reaches that consumer alone', async () => {
  failing.add(10);
  const eventId = await start(10);
  const [letter, ...others] = await letterOf(eventId);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    consumer: 'integration-faulty',
    state: 'OPEN',
    eventType: 'work-orders.operation.started',
    tries: 5,
    error: 'Error: out of \ufffd order',
  });
  expect(JSON.parse(letter?.envelope ?? '')).toMatchObject({ id: eventId });
  failing.delete(10);
  for (let twice = 0; twice < 2; twice++) {
    expect(await act('replayDeadLetter', { id: letter?.id, reason: 'mended' })).toEqual({
      deadLetter: { state: 'REPLAYED' },
      errors: [],
    });
  }
  expect(await letterOf(eventId)).toMatchObject([
    {
      state: 'REPLAYED',
      reason: 'mended',
      resolvedByName: 'administrator',
      resolvedBy: { __typename: 'User', id: admin.userId },
    },
  ]);
  expect(handled.filter(({ operation }) => operation === 10)).toEqual([
    { consumer: 'sound', operation: 10 },
    { consumer: 'faulty', operation: 10 },
  ]);
  const events = await plant.events('integration.dead-letter.replayed');
  expect(events.filter(({ subject }) => subject === letter?.id)).toHaveLength(1);
}, 60_000);

test('a replay that fails again is a new letter; discarded it is not replayed', async () => {
  failing.add(20);
  const eventId = await start(20);
  const [first] = await letterOf(eventId);
  await act('replayDeadLetter', { id: first?.id });
  const both = await letterOf(eventId);
  expect(both.map(({ state }) => state).sort()).toEqual(['OPEN', 'REPLAYED']);
  const open = both.find(({ state }) => state === 'OPEN');
  expect(await act('discardDeadLetter', { id: open?.id, reason: 'not needed' })).toMatchObject({
    deadLetter: { state: 'DISCARDED' },
  });
  expect(await act('replayDeadLetter', { id: open?.id })).toMatchObject({
    deadLetter: null,
    errors: [{ code: 'ILLEGAL_TRANSITION' }],
  });
  failing.delete(20);
}, 60_000);

test('a message that is no event at all is kept and shown, whatever its bytes', async () => {
  const subject = `mes.${admin.tenantId}.work-orders.operation.${id(30)}.started`;
  await plant.bus.jetstream.publish(subject, Buffer.from([0x7b, 0x00, 0xff]));
  const broken = (await letters()).filter(({ envelope }) => envelope.startsWith('{\0'));
  expect(broken.map(({ consumer }) => consumer).sort()).toEqual([
    'integration-faulty',
    'integration-sound',
    'integration-work-orders-operation',
  ]);
});

test('an event that others may have forgotten is not sent again', async () => {
  const old = id(40);
  await plant.admin`insert into integration.dead_letters
    (id, tenant_id, consumer, subject, envelope, event_at, tries, error, failed_at, state, recorded_at)
    values (${old}, ${admin.tenantId}, 'x', ${`mes.${admin.tenantId}.a.b.c.d`}, '{}', now() - interval '31 days', 5, 'x', now(), 'OPEN', now())`;
  expect(await act('replayDeadLetter', { id: old })).toMatchObject({ errors: [{ code: 'TOO_OLD' }] });
});

test('dead letters are for those who may read them, of their own tenant', async () => {
  const query = '{ deadLetters(first: 5) { nodes { id } } }';
  expect(await plant.refuse('integration', persona('PLANNER'), query)).toEqual(['FORBIDDEN']);
  expect(await letters(persona('ADMINISTRATOR', { tenantId: OTHER_TENANT }))).toEqual([]);
});

test('a program that puts one away is named', async () => {
  failing.add(70);
  const [letter] = await letterOf(await start(70));
  expect(letter).toMatchObject({ state: 'OPEN', resolvedBy: null });
  await act('discardDeadLetter', { id: letter?.id, reason: 'a duplicate' }, program('ADMINISTRATOR'));
  expect(await letterOf(letter?.eventId as string)).toMatchObject([
    {
      state: 'DISCARDED',
      resolvedByName: 'erp-adapter',
      resolvedBy: { __typename: 'ApiClient', id: TEST_PROGRAM },
    },
  ]);
}, 60_000);
