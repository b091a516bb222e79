import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, SchedulingPlant } from '../testing.ts';

let plant: SchedulingPlant;
beforeAll(async () => {
  plant = await SchedulingPlant.start();
  for (const n of [100, 200, 300]) await plant.order(n);
  await plant.idle();
});
afterAll(() => plant?.close());

interface Known {
  status: string;
  revision: number;
  failure: string | null;
  planning: { figures: { setupSeconds: string } } | null;
  comparison: {
    with: { id: string };
    unchanged: number;
    moved: number;
    added: number;
    removed: number;
  } | null;
  operations: {
    nodes: { id: string; pinned: boolean; plannedStartAt: string; equipment: { id: string } }[];
  };
}
const schedule = async (n: number): Promise<Known> => {
  const answer = await plant.query<{ schedule: Known }>(
    `query ($id: ID!) { schedule(id: $id) { status revision failure planning { figures { setupSeconds } }
       comparison { with { id } unchanged moved added removed }
       operations(first: 100) { nodes { id pinned plannedStartAt equipment { id } } } } }`,
    { id: idOf(n) },
  );
  return answer.schedule;
};
const plan = async (n: number, more: object = {}): Promise<Known> => {
  expect((await plant.begin(n, more)).errors).toEqual([]);
  await plant.idle();
  return schedule(n);
};
const discard = (n: number) =>
  plant.mutate<{ schedule: { status: string } }>('discardSchedule', 'schedule { status }', {
    id: idOf(n),
    reason: 'another plan',
  });

// first: what else runs here would be what a machine is set up for
describe('what is known of the floor', () => {
  test('a machine that ran an operation last needs no setup for the same one of another order', async () => {
    const options = { iterations: 2_000, objective: 'SETUP' };
    const before = Number((await plan(1070, options)).planning?.figures.setupSeconds);
    await plant.run(100, 10, 11, 'completed');
    await plant.run(200, 20, 12, 'completed');
    await plant.idle();
    const after = Number((await plan(1071, options)).planning?.figures.setupSeconds);
    // once each, for the two operations that all orders have
    expect({ before, after }).toEqual({ before: 1_200, after: 0 });
  });

  test('an event about an order that comes late leaves its operations as they are known', async () => {
    await plant.order(600, 'ON_HOLD', [10, 20, 30]);
    await plant.idle();
    const operations = () =>
      plant.plant.admin`select number from scheduling.work_order_operations
        where work_order_id = ${idOf(600)} order by number`;
    await plant.late(() => plant.order(600, 'ON_HOLD', [10]));
    await plant.idle();
    expect((await operations()).map(({ number }) => number)).toEqual([10, 20, 30]);
  });
});

describe('a planning', () => {
  test('that is discarded while its search runs ends early, and the schedule stays DISCARDED', async () => {
    const began = Date.now();
    await plant.begin(1000, { budgetSeconds: 120, iterations: 1_000_000 });
    expect(await discard(1000)).toEqual({ schedule: { status: 'DISCARDED' }, errors: [] });
    await plant.idle();
    // far less than its budget, however slow the machine is
    expect(Date.now() - began).toBeLessThan(100_000);
    expect(await schedule(1000)).toMatchObject({
      status: 'DISCARDED',
      planning: null,
      operations: { nodes: [] },
    });
    expect(await plant.said('schedule.discarded', idOf(1000))).toBe(1);
    expect(await plant.said('schedule.planned', idOf(1000))).toBe(0);
  });

  test('that waits behind another is cancelled before it begins', async () => {
    await plant.begin(1010, { budgetSeconds: 120, iterations: 1_000_000 });
    await plant.begin(1011);
    await discard(1011);
    await discard(1010);
    await plant.idle();
    expect((await schedule(1011)).status).toBe('DISCARDED');
    expect(await plant.said('schedule.failed', idOf(1011))).toBe(0);
  });

  test('is one of at most eight that wait, also when more are asked for at once; what was refused takes no room', async () => {
    for (let n = 0; n < 10; n++)
      expect((await plant.begin(1200, { siteId: idOf(1) })).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const long = { budgetSeconds: 120, iterations: 1_000_000 };
    expect((await plant.begin(1200, long)).errors).toEqual([]);
    const numbers = Array.from({ length: 12 }, (_, i) => 1201 + i);
    const answers = await Promise.all(numbers.map((n) => plant.begin(n, long)));
    const codes = answers.flatMap(({ errors }) => errors.map(({ code }) => code));
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'PLANNER_BUSY'));
    // the last first, so that none of them begins
    for (const n of numbers.toReversed()) await discard(n);
    await discard(1200);
    await plant.idle();
    expect((await plan(1220)).status).toBe('DRAFT');
  });

  test('discarded twice says so once; a published one is not discarded', async () => {
    await plan(1020);
    await discard(1020);
    await discard(1020);
    expect(await plant.said('schedule.discarded', idOf(1020))).toBe(1);
    await plan(1021);
    await plant.publish(idOf(1021), 1);
    expect((await discard(1021)).errors).toMatchObject([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  test('asked for twice by one id is one, also at once; with other content the id is taken', async () => {
    const both = await Promise.all([plant.begin(1030), plant.begin(1030)]);
    expect(both.map(({ schedule: own, errors }) => [own?.id, errors])).toEqual([
      [idOf(1030), []],
      [idOf(1030), []],
    ]);
    await plant.idle();
    expect(await plant.said('schedule.created', idOf(1030))).toBe(1);
    expect((await plant.begin(1030)).schedule?.status).toBe('DRAFT');
    expect((await plant.begin(1030, { horizonDays: 3 })).errors).toMatchObject([
      { code: 'ID_TAKEN', path: ['input', 'id'] },
    ]);
  });

  test('compares with the published schedule, which is superseded when another is published', async () => {
    await plan(1040);
    await plant.publish(idOf(1040), 1);
    await plant.order(400);
    await plant.idle();
    const draft = await plan(1041);
    expect(draft.comparison).toMatchObject({ with: { id: idOf(1040) }, added: 2, removed: 0 });
    expect((draft.comparison?.unchanged ?? 0) + (draft.comparison?.moved ?? 0)).toBe(6);
    expect((await plant.publish(idOf(1041), 1)).schedule?.status).toBe('PUBLISHED');
    expect((await schedule(1040)).status).toBe('SUPERSEDED');
    expect((await schedule(1041)).comparison).toBeNull();
    expect(await plant.said('schedule.superseded', idOf(1040))).toBe(1);
  });

  test('anew resolves what was in conflict: an order that came since has its place', async () => {
    await plan(1050);
    await plant.publish(idOf(1050), 1);
    await plant.order(500);
    await plant.idle();
    expect(await plant.openConflicts()).toContain('NOT_SCHEDULED');
    await plan(1051);
    await plant.publish(idOf(1051), 1);
    expect(await plant.openConflicts()).not.toContain('NOT_SCHEDULED');
  });

  test('pinned operations stay where they are when the site is planned anew, until they are let go', async () => {
    const before = await plan(1060);
    const last = before.operations.nodes.at(-1);
    if (!last) throw new Error('nothing was planned');
    const pin = (name: 'pinScheduledOperation' | 'unpinScheduledOperation', revision: number) =>
      plant.mutate<{ scheduledOperation: { pinned: boolean } | null }>(
        name,
        'scheduledOperation { pinned }',
        { id: last.id, revision },
      );
    expect(await pin('pinScheduledOperation', 1)).toMatchObject({
      scheduledOperation: { pinned: true },
      errors: [],
    });
    expect((await pin('unpinScheduledOperation', 1)).errors).toMatchObject([
      { code: 'REVISION_CHANGED', revision: 2 },
    ]);
    expect((await schedule(1060)).revision).toBe(2);
    await plant.publish(idOf(1060), 2);
    expect((await plan(1061)).operations.nodes).toContainEqual({
      ...last,
      id: expect.any(String),
      pinned: true,
    });
    expect((await pin('unpinScheduledOperation', 2)).scheduledOperation).toEqual({ pinned: false });
    expect(await plant.said('scheduled-operation.unpinned', last.id)).toBe(1);
    expect((await plan(1062)).operations.nodes.filter(({ pinned }) => pinned)).toEqual([]);
  });
});
