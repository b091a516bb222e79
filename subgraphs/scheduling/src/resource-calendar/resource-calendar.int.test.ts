import { OTHER_TENANT, persona, TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { idOf, SchedulingPlant } from '../testing.ts';

const HOUR_MS = 3_600_000;
let plant: SchedulingPlant;
beforeAll(async () => {
  plant = await SchedulingPlant.start();
  await plant.order(100);
  await plant.idle();
  await plant.begin(1000);
  await plant.idle();
  await plant.publish(idOf(1000), 1);
});
afterAll(() => plant?.close());

const set = (more: object) =>
  plant.mutate<{
    resourceCalendar: { id: string; timeZone: string; equipment: { id: string } | null } | null;
  }>('setResourceCalendar', 'resourceCalendar { id timeZone equipment { id } }', {
    siteId: TEST_SITE,
    name: 'week',
    shifts: [],
    ...more,
  });
const close = (more: object = {}) =>
  plant.mutate<{ calendarException: { id: string } | null }>(
    'addCalendarException',
    'calendarException { id }',
    {
      siteId: TEST_SITE,
      kind: 'CLOSED',
      startsAt: new Date(0).toISOString(),
      endsAt: new Date(HOUR_MS).toISOString(),
      reason: 'inventory',
      ...more,
    },
  );
const gantt = async (from: Date, hours: number) => {
  const answer = await plant.query<{
    gantt: {
      equipment: { id: string };
      working: { start: string; end: string }[];
      operations: { operationNumber: number; status: string }[];
    }[];
  }>(
    `query ($from: DateTime!, $until: DateTime!) { gantt(siteId: "${TEST_SITE}", from: $from, until: $until) {
       equipment { id } working { start end } operations { operationNumber status } } }`,
    { from: from.toISOString(), until: new Date(from.getTime() + hours * HOUR_MS).toISOString() },
  );
  return answer.gantt;
};

describe('a calendar', () => {
  test('that closes the site puts what is published outside of working time, until it is removed', async () => {
    const { resourceCalendar, errors } = await set({});
    expect(errors).toEqual([]);
    expect(resourceCalendar?.timeZone).toBe('America/Detroit');
    expect(await plant.openConflicts()).toContain('OUTSIDE_CALENDAR');
    const removed = await plant.mutate<{ removedId: string }>('removeResourceCalendar', 'removedId', {
      id: resourceCalendar?.id,
    });
    expect(removed).toEqual({ removedId: resourceCalendar?.id, errors: [] });
    expect(await plant.openConflicts()).not.toContain('OUTSIDE_CALENDAR');
    expect(await plant.said('calendar.removed', resourceCalendar?.id ?? '')).toBe(1);
  });

  test('set again for the same scope replaces the one before, also at once', async () => {
    const scope = { equipmentCode: 'M-12', shifts: [{ day: 'MONDAY', start: '06:00', end: '24:00' }] };
    const both = await Promise.all([set(scope), set({ ...scope, name: 'other' })]);
    expect(both.map(({ errors }) => errors)).toEqual([[], []]);
    expect(new Set(both.map(({ resourceCalendar }) => resourceCalendar?.id)).size).toBe(1);
    expect(both[0]?.resourceCalendar?.equipment).toEqual({ id: idOf(12) });
    const { resourceCalendars } = await plant.query<{ resourceCalendars: object[] }>(
      `{ resourceCalendars(siteId: "${TEST_SITE}") { name } }`,
    );
    expect(resourceCalendars).toHaveLength(1);
  });

  test('of a machine that the site has not, or with a shift that is no time, is refused', async () => {
    expect((await set({ equipmentCode: 'M-99' })).errors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'equipmentCode'] },
    ]);
    const shifts = [{ day: 'MONDAY', start: '24:00', end: '06:00' }];
    expect((await set({ shifts })).errors[0]?.path.slice(0, 2)).toEqual(['input', 'shifts']);
  });

  test('an exception is added once by its id, and removed; one that ends before it starts is refused', async () => {
    const id = idOf(7000);
    expect((await close({ id })).errors).toEqual([]);
    expect((await close({ id })).errors).toEqual([]);
    expect((await close({ id, reason: 'other' })).errors).toMatchObject([{ code: 'ID_TAKEN' }]);
    expect(await plant.said('calendar-exception.added', id)).toBe(1);
    expect((await close({ endsAt: new Date(0).toISOString() })).errors).toMatchObject([{ code: 'BAD_SPAN' }]);
    const remove = () => plant.mutate('removeCalendarException', 'removedId', { id });
    expect(await remove()).toEqual({ removedId: id, errors: [] });
    expect((await remove()).errors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('is set by nobody of another tenant', async () => {
    const answer = await plant.plant.run<{ setResourceCalendar: { errors: { code: string }[] } }>(
      'scheduling',
      persona('ADMINISTRATOR', { tenantId: OTHER_TENANT }),
      `mutation { setResourceCalendar(input: { siteId: "${TEST_SITE}", name: "x", shifts: [] }) { errors { code } } }`,
    );
    expect(answer.setResourceCalendar.errors).toEqual([{ code: 'NOT_FOUND' }]);
  });
});

describe('what is planned', () => {
  test('is shown by machine, with when each works and what it does', async () => {
    const from = new Date(Date.now() - HOUR_MS);
    const lanes = await gantt(from, 24);
    expect(lanes.map(({ equipment }) => equipment.id)).toEqual([idOf(11), idOf(12)]);
    expect(lanes[0]?.working).toEqual([
      { start: from.toISOString(), end: new Date(from.getTime() + 24 * HOUR_MS).toISOString() },
    ]);
    const operations = lanes.flatMap((lane) => lane.operations);
    expect(operations.map((one) => [one.operationNumber, one.status]).sort()).toEqual([
      [10, 'READY'],
      [20, 'WAITING'],
    ]);
    expect(
      (await gantt(new Date(from.getTime() - 48 * HOUR_MS), 24)).flatMap((lane) => lane.operations),
    ).toEqual([]);
  });

  test('is listed for dispatch by its start, a page at a time, of a work center or one machine', async () => {
    const list = async (args: string) => {
      const { dispatchList } = await plant.query<{
        dispatchList: {
          nodes: { operationNumber: number; equipment: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        `{ dispatchList(workCenterId: "${idOf(10)}", ${args}) {
           nodes { operationNumber equipment { id } } pageInfo { hasNextPage endCursor } } }`,
      );
      return dispatchList;
    };
    const first = await list('first: 1');
    expect(first).toMatchObject({ nodes: [{ operationNumber: 10 }], pageInfo: { hasNextPage: true } });
    const second = await list(`first: 1, after: "${first.pageInfo.endCursor}"`);
    expect(second).toMatchObject({ nodes: [{ operationNumber: 20 }], pageInfo: { hasNextPage: false } });
    const own = await list(`first: 10, equipmentId: "${first.nodes[0]?.equipment.id}"`);
    expect(own.nodes.length).toBeGreaterThan(0);
    expect(new Set(own.nodes.map(({ equipment }) => equipment.id))).toEqual(
      new Set([first.nodes[0]?.equipment.id]),
    );
  });
});
