import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { ask, mutate, publishedPart } from '../testing.ts';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

interface Routing {
  routing: { id: string; version: number; status: string };
}
const ROUTING = 'routing { id version status }';
const step = (operationNumber: number, more = {}) => ({
  operationNumber,
  name: `OP${operationNumber}`,
  workCenterCode: 'VMX24',
  runSecondsPerUnit: '80.50',
  ...more,
});
const create = (partRevisionId: string, number: string, more = {}) =>
  mutate<Routing>(plant, 'createRouting', ROUTING, {
    partRevisionId,
    number,
    operations: [step(20), step(10, { instructions: 'Clamp it.\nMill it.' })],
    ...more,
  });
const publish = (id: string) => mutate<Routing>(plant, 'publishRouting', ROUTING, { id });
const revise = (number: string, more = {}) =>
  mutate<Routing>(plant, 'reviseRouting', ROUTING, { number, ...more });

describe('a routing', () => {
  test('is drafted and published, with an event that holds all that a replica needs', async () => {
    const box = await publishedPart(plant, 'A-BOX');
    const { routing } = await create(box.revisionId, 'A-ROUTING');
    expect((await publish(routing.id)).routing).toEqual({ id: routing.id, version: 1, status: 'PUBLISHED' });
    await plant.idle();
    const [event] = (await plant.events('master-data.routing.published')).filter(
      ({ subject }) => subject === routing.id,
    );
    expect(event?.data).toMatchObject({
      routingNumber: 'A-ROUTING',
      version: 1,
      partNumber: 'A-BOX',
      revision: 'A',
      operations: [
        { operationNumber: 10, workCenterCode: 'VMX24', setupSeconds: '0', runSecondsPerUnit: '80.5' },
        { operationNumber: 20, sequencing: 'SEQUENTIAL', qualityCritical: false, inspectionRequired: false },
      ],
    });
    expect(
      await ask(
        plant,
        `{ partByNumber(number: "A-BOX") { currentRevision { routing { number operations { operationNumber instructions workCenter { code } } } } } }`,
      ),
    ).toEqual({
      partByNumber: {
        currentRevision: {
          routing: {
            number: 'A-ROUTING',
            operations: [
              { operationNumber: 10, instructions: 'Clamp it.\nMill it.', workCenter: { code: 'VMX24' } },
              { operationNumber: 20, instructions: null, workCenter: { code: 'VMX24' } },
            ],
          },
        },
      },
    });
  });

  test('that is published is never edited but revised; the new version supersedes it', async () => {
    const box = await publishedPart(plant, 'B-BOX');
    const { routing: one } = await create(box.revisionId, 'B-ROUTING');
    await publish(one.id);
    const edit = { id: one.id, operations: [step(10)] };
    expect((await mutate(plant, 'changeRouting', ROUTING, edit)).errors).toMatchObject([
      { code: 'NOT_A_DRAFT' },
    ]);
    const id = crypto.randomUUID();
    const change = { id, operations: [step(10), step(30)], reason: 'faster' };
    const { routing: two } = await revise('B-ROUTING', change);
    expect(two).toEqual({ id, version: 2, status: 'DRAFT' });
    expect((await revise('B-ROUTING', change)).routing).toEqual(two);
    expect((await revise('B-ROUTING')).errors).toMatchObject([{ code: 'DRAFT_EXISTS' }]);
    await publish(two.id);
    const answer = await ask(
      plant,
      `query ($one: ID!, $two: ID!) {
        one: routing(id: $one) { status operations { operationNumber } history(first: 5) { nodes { action } } }
        two: routing(id: $two) { operations { operationNumber } history(first: 5) { nodes { action reason } } }
        routingByNumber(number: "B-ROUTING") { version }
        partByNumber(number: "B-BOX") { currentRevision { routings(first: 5) { nodes { version status } } } }
      }`,
      { one: one.id, two: two.id },
    );
    expect(answer).toEqual({
      one: {
        status: 'SUPERSEDED',
        operations: [{ operationNumber: 10 }, { operationNumber: 20 }],
        history: { nodes: [{ action: 'SUPERSEDE' }, { action: 'PUBLISH' }, { action: 'CREATE' }] },
      },
      two: {
        operations: [{ operationNumber: 10 }, { operationNumber: 30 }],
        history: {
          nodes: [
            { action: 'PUBLISH', reason: null },
            { action: 'CREATE', reason: 'faster' },
          ],
        },
      },
      routingByNumber: { version: 2 },
      partByNumber: {
        currentRevision: {
          routings: {
            nodes: [
              { version: 1, status: 'SUPERSEDED' },
              { version: 2, status: 'PUBLISHED' },
            ],
          },
        },
      },
    });
    await plant.idle();
    const superseded = await plant.events('master-data.routing.superseded');
    expect(superseded.filter(({ subject }) => subject === one.id)).toHaveLength(1);
  });

  test('revised by two at once is revised once', async () => {
    const box = await publishedPart(plant, 'C-BOX');
    await publish((await create(box.revisionId, 'C-ROUTING')).routing.id);
    const answers = await Promise.all([revise('C-ROUTING'), revise('C-ROUTING')]);
    expect(answers.flatMap(({ errors }) => errors.map((error) => error.code))).toEqual(['DRAFT_EXISTS']);
  });

  test('with an operation twice is refused with its place', async () => {
    const box = await publishedPart(plant, 'D-BOX');
    const { errors } = await create(box.revisionId, 'D-ROUTING', { operations: [step(10), step(10)] });
    expect(errors).toMatchObject([
      { code: 'DUPLICATE', path: ['input', 'operations', '1', 'operationNumber'] },
    ]);
  });

  test('of a revision that is a draft cannot be published', async () => {
    const made = await mutate<{ partRevision: { id: string } }>(plant, 'createPart', 'partRevision { id }', {
      number: 'E-BOX',
      name: 'Box',
      unit: 'C62',
      tracking: 'NONE',
    });
    const { routing } = await create(made.partRevision.id, 'E-ROUTING');
    expect((await publish(routing.id)).errors).toMatchObject([{ code: 'REVISION_NOT_PUBLISHED' }]);
  });
});

describe('a process of the PLM', () => {
  const operation = (operationNumber: number, more = {}) => ({
    operationNumber,
    name: 'Rough machining',
    workCenterCode: null,
    equipmentClass: '5-AXIS-CNC',
    personnelClass: 'CNC-OPERATOR-LEVEL-3',
    setupSeconds: '0',
    runSecondsPerUnit: '9000',
    sequencing: 'SEQUENTIAL' as const,
    qualityCritical: false,
    inspectionRequired: false,
    ...more,
  });
  const receive = async (routingNumber: string, more = {}, eventId: string = crypto.randomUUID()) => {
    const id = crypto.randomUUID();
    const message = { __typename: 'IntegrationMessage' as const, id };
    const change = { action: 'CREATE' as const, entity: message, old: null, new: null, reason: null };
    const data = {
      message,
      externalId: routingNumber,
      kind: 'PROCESS_SEGMENT',
      routingNumber,
      description: 'Turbine blade',
      partNumber: 'BLADE',
      revision: 'A',
      element: '/ProcessSegment',
      operations: [operation(10)],
      change,
      ...more,
    };
    await plant.say(integrationEvents['operations-definition.received'], { id, eventId, data });
    await plant.idle();
    const answers = [
      ...(await plant.events('master-data.routing-import.accepted')),
      ...(await plant.events('master-data.routing-import.rejected')),
    ];
    return { data, answers: answers.filter(({ subject }) => subject === id) };
  };
  const machine = async (equipmentClass: string, workCenterCode: string) => {
    const equipment = { __typename: 'Equipment' as const, id: crypto.randomUUID() };
    const change = { action: 'CREATE' as const, entity: equipment, old: null, new: null, reason: null };
    const facts = {
      equipment,
      equipmentCode: 'M',
      name: 'M',
      siteId: TEST_SITE,
      workCenterCode,
      equipmentClass,
    };
    const data = { ...facts, status: 'AVAILABLE' as const, change };
    await plant.say(equipmentEvents['equipment.created'], { id: equipment.id, data });
    await plant.idle();
  };

  test('becomes a published routing in the work center of its class of equipment; the same again changes nothing', async () => {
    await publishedPart(plant, 'BLADE');
    await machine('5-AXIS-CNC', 'MILL-5');
    const { answers, data } = await receive('ROUTING-BLADE');
    expect(answers).toMatchObject([
      { type: 'master-data.routing-import.accepted', data: { message: data.message } },
    ]);
    const again = await receive('ROUTING-BLADE', { partNumber: null, revision: null });
    expect(again.answers).toMatchObject([{ data: { routing: answers[0]?.data.routing } }]);
    const routing = `{ routingByNumber(number: "ROUTING-BLADE") { version description operations { workCenterCode personnelClass runSecondsPerUnit } } }`;
    expect(await ask(plant, routing)).toEqual({
      routingByNumber: {
        version: 1,
        description: 'Turbine blade',
        operations: [
          { workCenterCode: 'MILL-5', personnelClass: 'CNC-OPERATOR-LEVEL-3', runSecondsPerUnit: '9000' },
        ],
      },
    });
    await receive('ROUTING-BLADE', { operations: [operation(10, { name: 'Finish' })] });
    expect(await ask(plant, routing)).toMatchObject({ routingByNumber: { version: 2 } });
  });

  test('said twice by one event is answered once', async () => {
    await publishedPart(plant, 'BLADE-2');
    const eventId = crypto.randomUUID();
    const more = { partNumber: 'BLADE-2', operations: [operation(10, { workCenterCode: 'X' })] };
    const first = await receive('ROUTING-BLADE-2', more, eventId);
    expect(first.answers).toHaveLength(1);
    await plant.say(integrationEvents['operations-definition.received'], {
      id: first.data.message.id,
      eventId,
      data: first.data,
    });
    await plant.idle();
    const accepted = await plant.events('master-data.routing-import.accepted');
    expect(accepted.filter(({ subject }) => subject === first.data.message.id)).toHaveLength(1);
  });

  test('that does not fit is answered with every error and makes nothing', async () => {
    const unknown = await receive('ROUTING-NONE', {
      partNumber: null,
      operations: [operation(10, { equipmentClass: 'LASER' })],
    });
    expect(unknown.answers).toMatchObject([
      {
        type: 'master-data.routing-import.rejected',
        data: {
          errors: [
            { element: '/ProcessSegment', rule: 'PART_UNKNOWN' },
            { element: '/ProcessSegment', rule: 'WORK_CENTER_UNKNOWN' },
          ],
        },
      },
    ]);
    const twice = [10, 10].map((number) => operation(number, { workCenterCode: 'X' }));
    const duplicate = await receive('ROUTING-TWICE', { operations: twice });
    expect(duplicate.answers).toMatchObject([
      {
        data: {
          errors: [
            { rule: 'DUPLICATE', message: 'operations[1].operationNumber: operation 10 is there twice' },
          ],
        },
      },
    ]);
    const revision = await receive('ROUTING-Z', { revision: 'Z', operations: twice.slice(1) });
    expect(revision.answers).toMatchObject([{ data: { errors: [{ rule: 'REVISION_UNKNOWN' }] } }]);
    expect(
      await ask(plant, `{ routings(first: 5, filter: { search: "ROUTING-TWICE" }) { nodes { id } } }`),
    ).toEqual({
      routings: { nodes: [] },
    });
  });
});
