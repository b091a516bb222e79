import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import {
  OTHER_TENANT,
  persona,
  program,
  startTestPlant,
  TEST_PROGRAM,
  TEST_SITE,
  type TestPlant,
} from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';

const admin = persona('ADMINISTRATOR');
const operator = persona('OPERATOR');
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

const CREATE = `mutation ($center: CreateWorkCenterInput!, $machine: CreateEquipmentInput!) {
  createWorkCenter(input: $center) { workCenter { id } errors { code } }
  createEquipment(input: $machine) { equipment { id status } errors { code message path } }
}`;

interface Created {
  createEquipment: {
    equipment: { id: string; status: string } | null;
    errors: { code: string; path: string[] }[];
  };
}

const create = (center: string, machine: string) =>
  plant.run<Created>('equipment', admin, CREATE, {
    center: { siteId: TEST_SITE, code: center, name: center, area: 'milling' },
    machine: { workCenterCode: center, code: machine, name: machine },
  });

const statusOf = async (machine: string) => {
  const { equipment } = await plant.run<{
    equipment: { status: string; log: { nodes: { kind: string; statusTo: string }[] } };
  }>(
    'equipment',
    operator,
    `query ($id: ID!) { equipment(id: $id) { status log(first: 10) { nodes { kind statusTo } } } }`,
    { id: machine },
  );
  return equipment;
};

const execution = (n: number, machine: string, completedAt: string | null) => ({
  id: id(n),
  data: {
    execution: { __typename: 'OperationExecution' as const, id: id(n) },
    operation: { __typename: 'WorkOrderOperation' as const, id: id(n + 1) },
    operationNumber: 10,
    workOrder: { __typename: 'WorkOrder' as const, id: id(n + 2) },
    workOrderNumber: 'WO-1',
    siteId: TEST_SITE,
    part: { __typename: 'Part' as const, id: id(n + 3) },
    partNumber: 'BOX',
    workCenterCode: 'MILL',
    qualityCritical: false,
    inspectionRequired: false,
    serials: [],
    equipment: { __typename: 'Equipment' as const, id: machine },
    equipmentCode: 'M',
    operator: null,
    operatorName: 'test',
    startedAt: new Date(Date.now() - 60_000).toISOString(),
    completedAt,
    good: '1',
    scrap: '0',
    rework: '0',
    change: {
      action: 'UPDATE' as const,
      entity: { __typename: 'OperationExecution', id: id(n) },
      old: null,
      new: null,
      reason: null,
    },
  },
});

describe('equipment', () => {
  test('is in use while an operation runs on it, and available again after', async () => {
    const machine = (await create('WC-A', 'EQ-A')).createEquipment.equipment?.id as string;
    const started = execution(100, machine, null);
    await plant.say(workOrderEvents['operation-execution.started'], started);
    await plant.idle();
    expect((await statusOf(machine)).status).toBe('IN_USE');
    const completed = execution(100, machine, new Date().toISOString());
    await plant.say(workOrderEvents['operation-execution.completed'], completed);
    await plant.idle();
    const { status, log } = await statusOf(machine);
    expect(status).toBe('AVAILABLE');
    expect(log.nodes.map((entry) => entry.statusTo)).toEqual(['AVAILABLE', 'IN_USE']);
  });

  test('the same event twice changes nothing', async () => {
    const machine = (await create('WC-B', 'EQ-B')).createEquipment.equipment?.id as string;
    const started = { ...execution(200, machine, null), eventId: crypto.randomUUID() };
    await plant.say(workOrderEvents['operation-execution.started'], started);
    await plant.say(workOrderEvents['operation-execution.started'], started);
    await plant.idle();
    expect((await statusOf(machine)).log.nodes).toHaveLength(1);
  });

  test('a code that is taken is refused with CODE_TAKEN at input.code, and nothing is made', async () => {
    await create('WC-C', 'EQ-C');
    const again = await create('WC-C2', 'EQ-C');
    expect(again.createEquipment.errors).toMatchObject([{ code: 'CODE_TAKEN', path: ['input', 'code'] }]);
  });

  test('without the permission it is refused with FORBIDDEN, without a token with UNAUTHENTICATED', async () => {
    const query = `mutation { createWorkCenter(input: { siteId: "${TEST_SITE}", code: "X", name: "X", area: "x" }) { errors { code } } }`;
    expect(await plant.refuse('equipment', operator, query)).toEqual(['FORBIDDEN']);
    expect(await plant.refuse('equipment', undefined, query)).toEqual(['UNAUTHENTICATED']);
  });

  test('another tenant sees none of it, by id or as an entity', async () => {
    const machine = (await create('WC-D', 'EQ-D')).createEquipment.equipment?.id as string;
    const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const answer = await plant.run(
      'equipment',
      stranger,
      `query ($id: ID!, $r: [_Any!]!) { equipment(id: $id) { id } _entities(representations: $r) { __typename } }`,
      { id: machine, r: [{ __typename: 'Equipment', id: machine }] },
    );
    expect(answer).toEqual({ equipment: null, _entities: [null] });
  });

  test('a change of status is an event with who, old, new and why', async () => {
    const machine = (await create('WC-E', 'EQ-E')).createEquipment.equipment?.id as string;
    await plant.run(
      'equipment',
      operator,
      `mutation ($id: ID!) { changeEquipmentStatus(input: { id: $id, status: DOWN, reason: "spindle" }) { errors { code } } }`,
      { id: machine },
    );
    await plant.idle();
    const [event] = (await plant.events('equipment.equipment.status-changed')).filter(
      ({ subject }) => subject === machine,
    );
    expect(event).toMatchObject({
      actorname: 'operator',
      data: {
        from: 'AVAILABLE',
        to: 'DOWN',
        change: { old: { status: 'AVAILABLE' }, new: { status: 'DOWN' }, reason: 'spindle' },
      },
    });
    expect(
      (await plant.events('equipment.equipment.downtime')).some(({ subject }) => subject === machine),
    ).toBe(true);
  });

  const LOG = `query ($id: ID!) { equipment(id: $id) { log(first: 10) { nodes {
    kind actorName actor { __typename ... on User { id } ... on ApiClient { id } }
  } } } }`;
  const logOf = async (id: string) =>
    (
      await plant.run<{ equipment: { log: { nodes: Record<string, unknown>[] } } }>(
        'equipment',
        operator,
        LOG,
        { id },
      )
    ).equipment.log.nodes;

  test('who changed a status is a person, a program, or nobody where the plant did it itself', async () => {
    const machine = (await create('WC-F', 'EQ-F')).createEquipment.equipment?.id as string;
    await plant.say(workOrderEvents['operation-execution.started'], execution(300, machine, null));
    await plant.idle();
    const down = `mutation ($id: ID!, $to: EquipmentStatus!) {
      changeEquipmentStatus(input: { id: $id, status: $to, reason: "spindle" }) { errors { code } } }`;
    await plant.run('equipment', program('OPERATOR'), down, { id: machine, to: 'DOWN' });
    await plant.run('equipment', operator, down, { id: machine, to: 'MAINTENANCE' });
    await plant.idle();
    expect((await logOf(machine)).map(({ actor, actorName }) => [actorName, actor])).toEqual([
      ['operator', { __typename: 'User', id: operator.userId }],
      ['erp-adapter', { __typename: 'ApiClient', id: TEST_PROGRAM }],
      ['equipment', null],
    ]);
    const kinds = (await plant.events('equipment.equipment.status-changed'))
      .filter(({ subject }) => subject === machine)
      .map((event) => (event as { actorkind?: string }).actorkind);
    expect(kinds).toEqual(['SYSTEM', 'API_CLIENT', 'USER']);
  });

  test('the log of a conflict names the program that started the operation; of an old event, the person', async () => {
    const machine = (await create('WC-G', 'EQ-G')).createEquipment.equipment?.id as string;
    await plant.run(
      'equipment',
      operator,
      `mutation ($id: ID!) { changeEquipmentStatus(input: { id: $id, status: DOWN, reason: "spindle" }) { errors { code } } }`,
      { id: machine },
    );
    const byProgram = execution(400, machine, null);
    const performer = { __typename: 'ApiClient' as const, id: TEST_PROGRAM };
    await plant.say(workOrderEvents['operation-execution.started'], {
      ...byProgram,
      data: { ...byProgram.data, performer },
    });
    const old = execution(410, machine, null);
    const person = { __typename: 'User' as const, id: operator.userId };
    await plant.say(workOrderEvents['operation-execution.started'], {
      ...old,
      data: { ...old.data, operator: person },
    });
    await plant.idle();
    const conflicts = (await logOf(machine)).filter(({ kind }) => kind === 'USE_CONFLICT');
    expect(conflicts.map(({ actor }) => actor)).toEqual(expect.arrayContaining([performer, person]));
  });
});
