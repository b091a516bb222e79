import { authEvents } from '@machshop/schema/events/auth.ts';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { OTHER_TENANT, persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';

const planner = persona('PLANNER');
const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
const id = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ref = <T extends string>(__typename: T, n: number) => ({ __typename, id: id(n) });
const change = (n: number) => ({
  action: 'CREATE' as const,
  entity: ref('X', n),
  old: null,
  new: null,
  reason: null,
});

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await plant.say(authEvents['site.created'], {
    id: TEST_SITE,
    data: {
      site: { __typename: 'Site', id: TEST_SITE },
      code: 'DET',
      timeZone: 'America/Detroit',
      change: change(1),
    },
  });
  await plant.say(equipmentEvents['work-center.created'], {
    id: id(10),
    data: { workCenter: ref('WorkCenter', 10), code: 'MILL', siteId: TEST_SITE, change: change(10) },
  });
  for (const n of [11, 12])
    await plant.say(equipmentEvents['equipment.created'], {
      id: id(n),
      data: { ...machine(n), status: 'AVAILABLE', change: change(n) },
    });
  for (const n of [100, 200, 300]) await order(n);
  await plant.idle();
});
afterAll(() => plant?.close());

const machine = (n: number) => ({
  equipment: ref('Equipment', n),
  equipmentCode: `M-${n}`,
  name: `M-${n}`,
  siteId: TEST_SITE,
  workCenterCode: 'MILL',
  equipmentClass: null,
});

const order = (n: number, status: 'RELEASED' | 'ON_HOLD' = 'RELEASED') =>
  plant.say(workOrderEvents['work-order.released'], {
    id: id(n),
    siteId: TEST_SITE,
    data: {
      workOrder: ref('WorkOrder', n),
      workOrderNumber: `WO-${n}`,
      siteId: TEST_SITE,
      part: ref('Part', n + 50),
      partNumber: 'BLADE',
      revision: 'A',
      quantity: { value: '2', unit: 'EA' },
      status,
      dueAt: new Date(Date.now() + 60_000).toISOString(),
      source: null,
      plan: {
        priority: 50,
        plannedStartAt: null,
        operations: [10, 20].map((number) => ({
          operation: ref('WorkOrderOperation', n + number),
          operationNumber: number,
          name: 'Milling',
          workCenterCode: 'MILL',
          equipmentClass: null,
          sequenceGroup: number,
          setupSeconds: '600',
          runSecondsPerUnit: '1800',
        })),
      },
      change: change(n),
    },
  });

const statusOf = (n: number, from: 'AVAILABLE' | 'DOWN', to: 'AVAILABLE' | 'DOWN') =>
  plant.say(equipmentEvents['equipment.status-changed'], {
    id: id(n),
    data: {
      ...machine(n),
      status: to,
      from,
      to,
      reason: 'spindle',
      occurredAt: new Date().toISOString(),
      change: change(n),
    },
  });

interface Planned {
  id: string;
  revision: number;
  status: string;
  planning: { operations: number; lateOrders: number };
  operations: {
    nodes: {
      id: string;
      plannedStartAt: string;
      plannedEndAt: string;
      operationNumber: number;
      equipment: { id: string };
      workOrder: { id: string };
      status: string;
    }[];
  };
}

const FIELDS = `id revision status planning { operations lateOrders } operations(first: 100) { nodes {
  id plannedStartAt plannedEndAt operationNumber status equipment { id } workOrder { id } } }`;

const plan = async (n: number): Promise<Planned> => {
  const { planSchedule } = await plant.run<{ planSchedule: { errors: object[] } }>(
    'scheduling',
    planner,
    'mutation ($input: PlanScheduleInput!) { planSchedule(input: $input) { schedule { status } errors { code message } } }',
    { input: { id: id(n), siteId: TEST_SITE, budgetSeconds: 1, iterations: 200 } },
  );
  expect(planSchedule.errors).toEqual([]);
  await plant.idle();
  const { schedule } = await plant.run<{ schedule: Planned }>(
    'scheduling',
    planner,
    `query ($id: ID!) { schedule(id: $id) { ${FIELDS} } }`,
    { id: id(n) },
  );
  return schedule;
};

const publish = async (schedule: string, revision: number) =>
  (
    await plant.run<{ publishSchedule: { schedule: { status: string } | null; errors: object[] } }>(
      'scheduling',
      planner,
      `mutation ($input: PublishScheduleInput!) { publishSchedule(input: $input) {
         schedule { status } errors { code ... on RevisionChangedError { revision } } } }`,
      { input: { id: schedule, revision } },
    )
  ).publishSchedule;

const openConflicts = async () =>
  (
    await plant.run<{ scheduleConflicts: { nodes: { kind: string }[] } }>(
      'scheduling',
      planner,
      '{ scheduleConflicts(first: 100, filter: { open: true }) { nodes { kind } } }',
    )
  ).scheduleConflicts.nodes.map(({ kind }) => kind);

describe('a schedule', () => {
  test('is planned, published, and the floor goes by it; what happens to machines and orders is a conflict', async () => {
    const draft = await plan(1000);
    expect(draft).toMatchObject({ status: 'DRAFT', planning: { operations: 6, lateOrders: 3 } });
    expect(await publish(draft.id, 9)).toMatchObject({
      errors: [{ code: 'REVISION_CHANGED', revision: 1 }],
    });
    expect(await publish(draft.id, 1)).toEqual({ schedule: { status: 'PUBLISHED' }, errors: [] });
    const { dispatchList } = await plant.run<{ dispatchList: { nodes: { status: string }[] } }>(
      'scheduling',
      planner,
      `{ dispatchList(workCenterId: "${id(10)}", first: 10) { nodes { status } } }`,
    );
    expect(dispatchList.nodes.filter(({ status }) => status === 'READY')).toHaveLength(3);
    await statusOf(11, 'AVAILABLE', 'DOWN');
    await plant.idle();
    expect(await openConflicts()).toContain('MACHINE_DOWN');
    await statusOf(11, 'DOWN', 'AVAILABLE');
    await order(300, 'ON_HOLD');
    await plant.idle();
    const kinds = await openConflicts();
    expect(kinds).not.toContain('MACHINE_DOWN');
    expect(kinds).toContain('ORDER_CHANGED');
    expect((await plant.events('scheduling.conflict.resolved')).length).toBeGreaterThan(0);
  });

  test('that is moved by hand shows what it collides with, and keeps the place when it is planned anew', async () => {
    const draft = await plan(1001);
    const [first] = draft.operations.nodes.filter(({ operationNumber }) => operationNumber === 10);
    const second = draft.operations.nodes.find(
      (node) => node.operationNumber === 20 && node.workOrder.id === first?.workOrder.id,
    );
    const { moveScheduledOperation: moved } = await plant.run<{
      moveScheduledOperation: { conflicts: { kind: string }[]; errors: object[] };
    }>(
      'scheduling',
      planner,
      `mutation ($input: MoveScheduledOperationInput!) { moveScheduledOperation(input: $input) {
         conflicts { kind } errors { code message } } }`,
      { input: { id: first?.id, revision: draft.revision, startAt: second?.plannedStartAt } },
    );
    expect(moved.errors).toEqual([]);
    expect(moved.conflicts.map(({ kind }) => kind)).toContain('PRECEDENCE');
    expect((await publish(draft.id, draft.revision)).errors).toMatchObject([{ code: 'REVISION_CHANGED' }]);
    await publish(draft.id, draft.revision + 1);
    const next = await plan(1002);
    expect(next.operations.nodes.map(({ plannedStartAt }) => plannedStartAt)).toContain(
      second?.plannedStartAt,
    );
  });

  test('is seen by nobody of another tenant, nor as an entity', async () => {
    const answer = await plant.run(
      'scheduling',
      stranger,
      `query ($id: ID!, $r: [_Any!]!) { schedule(id: $id) { id } schedules(first: 5) { nodes { id } }
         publishedSchedule(siteId: "${TEST_SITE}") { id } scheduleConflicts(first: 5) { nodes { id } }
         _entities(representations: $r) { ... on Schedule { id } ... on WorkOrder { schedule { plannedEndAt } } } }`,
      {
        id: id(1000),
        r: [
          { __typename: 'Schedule', id: id(1000) },
          { __typename: 'WorkOrder', id: id(100) },
        ],
      },
    );
    expect(answer).toEqual({
      schedule: null,
      schedules: { nodes: [] },
      publishedSchedule: null,
      scheduleConflicts: { nodes: [] },
      _entities: [null, { schedule: null }],
    });
  });

  test('is planned by nobody without the permission', async () => {
    const query = `mutation { planSchedule(input: { siteId: "${TEST_SITE}" }) { errors { code } } }`;
    expect(await plant.refuse('scheduling', persona('OPERATOR'), query)).toEqual(['FORBIDDEN']);
    expect(await plant.refuse('scheduling', undefined, query)).toEqual(['UNAUTHENTICATED']);
  });
});
