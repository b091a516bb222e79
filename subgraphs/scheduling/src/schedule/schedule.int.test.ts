import { OTHER_TENANT, persona, TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, SchedulingPlant } from '../testing.ts';

const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });

let plant: SchedulingPlant;
beforeAll(async () => {
  plant = await SchedulingPlant.start();
  for (const n of [100, 200, 300]) await plant.order(n);
  await plant.idle();
});
afterAll(() => plant?.close());

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
  expect((await plant.begin(n)).errors).toEqual([]);
  await plant.idle();
  const { schedule } = await plant.query<{ schedule: Planned }>(
    `query ($id: ID!) { schedule(id: $id) { ${FIELDS} } }`,
    { id: idOf(n) },
  );
  return schedule;
};

describe('a schedule', () => {
  test('is planned, published, and the floor goes by it; what happens to machines and orders is a conflict', async () => {
    const draft = await plan(1000);
    expect(draft).toMatchObject({ status: 'DRAFT', planning: { operations: 6, lateOrders: 3 } });
    expect(await plant.publish(draft.id, 9)).toMatchObject({
      errors: [{ code: 'REVISION_CHANGED', revision: 1 }],
    });
    expect(await plant.publish(draft.id, 1)).toMatchObject({ schedule: { status: 'PUBLISHED' }, errors: [] });
    const { dispatchList } = await plant.query<{ dispatchList: { nodes: { status: string }[] } }>(
      `{ dispatchList(workCenterId: "${idOf(10)}", first: 10) { nodes { status } } }`,
    );
    expect(dispatchList.nodes.filter(({ status }) => status === 'READY')).toHaveLength(3);
    await plant.status(11, 'AVAILABLE', 'DOWN');
    await plant.idle();
    expect(await plant.openConflicts()).toContain('MACHINE_DOWN');
    await plant.status(11, 'DOWN', 'AVAILABLE');
    await plant.order(300, 'ON_HOLD');
    await plant.idle();
    const kinds = await plant.openConflicts();
    expect(kinds).not.toContain('MACHINE_DOWN');
    expect(kinds).toContain('ORDER_CHANGED');
    expect((await plant.plant.events('scheduling.conflict.resolved')).length).toBeGreaterThan(0);
  });

  test('that is moved by hand shows what it collides with, and keeps the place when it is planned anew', async () => {
    const draft = await plan(1001);
    const [first] = draft.operations.nodes.filter(({ operationNumber }) => operationNumber === 10);
    const second = draft.operations.nodes.find(
      (node) => node.operationNumber === 20 && node.workOrder.id === first?.workOrder.id,
    );
    const moved = await plant.mutate<{ conflicts: { kind: string }[] }>(
      'moveScheduledOperation',
      'conflicts { kind }',
      { id: first?.id, revision: draft.revision, startAt: second?.plannedStartAt },
    );
    expect(moved.errors).toEqual([]);
    expect(moved.conflicts.map(({ kind }) => kind)).toContain('PRECEDENCE');
    expect((await plant.publish(draft.id, draft.revision)).errors).toMatchObject([
      { code: 'REVISION_CHANGED' },
    ]);
    await plant.publish(draft.id, draft.revision + 1);
    const next = await plan(1002);
    expect(next.operations.nodes.map(({ plannedStartAt }) => plannedStartAt)).toContain(
      second?.plannedStartAt,
    );
  });

  test('an operation that is moved is set up for there, unless the same one runs there before', async () => {
    const draft = await plan(1003);
    const tens = draft.operations.nodes.filter(({ operationNumber }) => operationNumber === 10);
    const [one, other] = [tens[0], tens[1]];
    const move = (of: typeof one, revision: number, equipment: number, startAt: Date) =>
      plant.mutate<{ scheduledOperation: { setupSeconds: string; plannedEndAt: string } | null }>(
        'moveScheduledOperation',
        'scheduledOperation { setupSeconds plannedEndAt }',
        { id: of?.id, revision, equipmentId: idOf(equipment), startAt: startAt.toISOString() },
      );
    const later = new Date(Date.now() + 48 * 3_600_000);
    const first = await move(one, 1, 12, later);
    const end = new Date(first.scheduledOperation?.plannedEndAt ?? 0);
    const second = await move(other, 2, 12, end);
    expect(Number(second.scheduledOperation?.setupSeconds)).toBe(0);
    expect(new Date(second.scheduledOperation?.plannedEndAt ?? 0).getTime() - end.getTime()).toBe(3_600_000);
    // behind nothing of its kind, on the machine that the first two left
    const twenty = draft.operations.nodes.find(({ operationNumber }) => operationNumber === 20);
    const third = await move(twenty, 3, 12, new Date(end.getTime() + 3_600_000));
    expect(Number(third.scheduledOperation?.setupSeconds)).toBe(600);
    const over = await plan(1004);
    await plant.mutate('discardSchedule', 'schedule { id }', { id: over.id });
    expect((await move(over.operations.nodes[0], 1, 12, later)).errors).toMatchObject([
      { code: 'SCHEDULE_NOT_OPEN' },
    ]);
  });

  test('an operation that is moved says PINNED, and KEPT when it is let go; one that is only pinned still says what it waits for', async () => {
    const draft = await plan(1005);
    const twenty = draft.operations.nodes.findLast(({ operationNumber }) => operationNumber === 20);
    let revision = 1;
    const set = async (name: string, more: object = {}) => {
      const { scheduledOperation, errors } = await plant.mutate<{
        scheduledOperation: { startsBy: string; pinned: boolean } | null;
      }>(name, 'scheduledOperation { startsBy pinned }', { id: twenty?.id, revision, ...more });
      expect(errors).toEqual([]);
      revision += 1;
      return scheduledOperation;
    };
    const planned = await set('pinScheduledOperation');
    expect(['OPERATION', 'MACHINE']).toContain(planned?.startsBy);
    expect(await set('unpinScheduledOperation')).toEqual({ startsBy: planned?.startsBy, pinned: false });
    // plans are laid out in whole seconds
    const startAt = new Date(Math.ceil(Date.now() / 1000 + 72 * 3_600) * 1000).toISOString();
    expect(await set('moveScheduledOperation', { startAt })).toEqual({ startsBy: 'PINNED', pinned: true });
    expect(await set('unpinScheduledOperation')).toEqual({ startsBy: 'KEPT', pinned: false });
    expect(await set('pinScheduledOperation')).toEqual({ startsBy: 'PINNED', pinned: true });
    await set('unpinScheduledOperation');
    // let go, it is about to start: it stays for that alone
    await plant.publish(draft.id, revision);
    const input = { id: idOf(1006), siteId: TEST_SITE, budgetSeconds: 0, frozenHours: 100 };
    await plant.mutate('planSchedule', 'schedule { id }', input);
    await plant.idle();
    const { schedule } = await plant.query<{
      schedule: { operations: { nodes: { plannedStartAt: string; startsBy: string; pinned: boolean }[] } };
    }>(
      `query ($id: ID!) { schedule(id: $id) { operations(first: 100) { nodes { plannedStartAt startsBy pinned } } } }`,
      { id: idOf(1006) },
    );
    expect(schedule.operations.nodes).toContainEqual({
      plannedStartAt: startAt,
      startsBy: 'KEPT',
      pinned: false,
    });
  });

  test('is seen by nobody of another tenant, nor as an entity', async () => {
    const answer = await plant.plant.run(
      'scheduling',
      stranger,
      `query ($id: ID!, $r: [_Any!]!) { schedule(id: $id) { id } schedules(first: 5) { nodes { id } }
         publishedSchedule(siteId: "${TEST_SITE}") { id } scheduleConflicts(first: 5) { nodes { id } }
         _entities(representations: $r) { ... on Schedule { id } ... on WorkOrder { schedule { plannedEndAt } } } }`,
      {
        id: idOf(1000),
        r: [
          { __typename: 'Schedule', id: idOf(1000) },
          { __typename: 'WorkOrder', id: idOf(100) },
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
    expect(await plant.plant.refuse('scheduling', persona('OPERATOR'), query)).toEqual(['FORBIDDEN']);
    expect(await plant.plant.refuse('scheduling', undefined, query)).toEqual(['UNAUTHENTICATED']);
  });
});
