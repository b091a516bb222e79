import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { Caller } from './caller.ts';
import type { E2ePlant } from './e2e-plant.ts';
import { startEmbedded } from './embedded.ts';
import {
  configureSensor,
  findPlaces,
  makeSerials,
  type Place,
  type Places,
  serialNumbers,
} from './places.ts';
import { args, type Heard, PATIENCE, refusedTo, watch } from './watching.ts';

let plant: E2ePlant;
let places: Places;
beforeAll(async () => {
  plant = await startEmbedded(inject('adminDatabaseUrl'), 'changes');
  places = await findPlaces(plant);
});
afterAll(() => plant?.close());

/** Fields of whole sites, and for each two things that happen at a place, by name of the event. */
const FIELDS: readonly {
  readonly field: string;
  readonly events: readonly [string, string];
  readonly happen: (place: Place) => Promise<void>;
}[] = [
  {
    field: 'workCentersChanged',
    events: ['equipment.work-center.created', 'equipment.work-center.changed'],
    async happen({ boss, siteId, prefix }) {
      const id = randomUUID();
      await boss.act('createWorkCenter', { id, siteId, code: `${prefix}-LATHE`, name: 'L', area: 'SHOP' });
      await boss.act('changeWorkCenter', { id, name: 'Lathes' });
    },
  },
  {
    field: 'serializedPartsChanged',
    events: ['materials.serial.created', 'materials.serial.scrapped'],
    async happen(place) {
      await makeSerials(place, 'S-1');
      const [serialNumber] = serialNumbers(place, 'S-1');
      await place.boss.act('scrapSerial', { serialNumber, reason: 'crack' });
    },
  },
  {
    field: 'resourceCalendarsChanged',
    events: ['scheduling.calendar.set', 'scheduling.calendar.removed'],
    async happen({ boss, siteId }) {
      const { resourceCalendar } = await boss.act<{ resourceCalendar: { id: string } }>(
        'setResourceCalendar',
        { siteId, name: 'two shifts', shifts: [] },
        'resourceCalendar { id }',
      );
      await boss.act('removeResourceCalendar', { id: resourceCalendar.id });
    },
  },
  {
    field: 'sensorSettingsChanged',
    events: ['iot.sensor.configured', 'iot.alert-rule.configured'],
    async happen(place) {
      const sensorId = await configureSensor(place, 'Torque');
      await place.boss.act('configureAlertRule', { sensorId, ...RULE });
    },
  },
];
const RULE = { name: 'Overtorque', condition: 'ABOVE', high: '80', severity: 'CRITICAL' };

describe.each(FIELDS)('$field', ({ field, events, happen }) => {
  test('tells who works at a site of that site alone, and another tenant of nothing', async () => {
    const { home, branch, rival } = places;
    const of = (caller: Caller, given = {}) => watch(caller, field, args(given), 'siteId actorName');
    const watched = {
      all: await of(home.boss),
      home: await of(home.boss, { siteId: home.siteId }),
      second: await of(home.boss, { events: [events[1]] }),
      elsewhere: await of(home.boss, { siteId: rival.siteId }),
      branch: await of(branch.boss),
      outside: await of(branch.boss, { siteId: home.siteId }),
      rival: await of(rival.boss),
    };
    for (const place of [home, branch, rival]) await happen(place);
    await plant.quiet();
    const said = ({ siteId, boss }: Place) =>
      events.map((event) => ({ event, siteId, actorName: boss.name }));
    const expected: Record<keyof typeof watched, Heard[]> = {
      all: [...said(home), ...said(branch)],
      home: said(home),
      second: [...said(home).slice(1), ...said(branch).slice(1)],
      elsewhere: [],
      branch: said(branch),
      outside: [],
      rival: said(rival),
    };
    const heard = () => Object.fromEntries(Object.entries(watched).map(([who, of]) => [who, of()]));
    await expect.poll(heard, PATIENCE).toEqual(expected);
  });

  test('is refused to who may not read it, and to nobody in particular', async () => {
    const query = `subscription { ${field} { event } }`;
    expect(await refusedTo(places.newcomer, query)).toEqual(['FORBIDDEN']);
    expect(await refusedTo(new Caller(plant.origin), query)).toEqual(['UNAUTHENTICATED']);
  });
});

/** Fields of one thing, which begin with its present state. */
const SINGLES: readonly {
  readonly field: string;
  readonly state: string;
  readonly make: (place: Place) => Promise<string>;
  readonly change: (place: Place, id: string) => Promise<unknown>;
  readonly before: unknown;
  readonly after: unknown;
  readonly event: string;
}[] = [
  {
    field: 'workCenterChanged',
    state: 'workCenter { name }',
    make: async ({ workCenterId }) => workCenterId,
    change: ({ boss }, id) => boss.act('changeWorkCenter', { id, name: 'Benches' }),
    before: { workCenter: { name: 'Bench' } },
    after: { workCenter: { name: 'Benches' } },
    event: 'equipment.work-center.changed',
  },
  {
    field: 'serializedPartChanged',
    state: 'serializedPart { status }',
    make: async (place) => (await makeSerials(place, 'ONE'))[0] as string,
    change: ({ boss, prefix }) => boss.act('completeSerial', { serialNumber: `${prefix}-ONE` }),
    before: { serializedPart: { status: 'IN_PROCESS' } },
    after: { serializedPart: { status: 'COMPLETED' } },
    event: 'materials.serial.changed',
  },
];

describe.each(SINGLES)('$field', ({ field, state, make, change, before, after, event }) => {
  test('begins with the present state, and tells of that one alone', async () => {
    const { home, branch, rival } = places;
    const [id, other] = [await make(home), await make(branch)];
    await plant.quiet();
    const query = args({ id });
    const own = await watch(home.boss, field, query, `${state} actorName`);
    const outside = await watch(branch.boss, field, query, 'siteId');
    const theirs = await rival.boss.listen(`subscription { ${field}${query} { event ${state} } }`);
    const present = { event: null, actorName: null, ...(before as object) };
    await expect.poll(own, PATIENCE).toEqual([present]);
    await change(branch, other);
    await change(home, id);
    await expect.poll(own, PATIENCE).toEqual([present, { event, actorName: 'admin', ...(after as object) }]);
    // of what is not theirs there is no present state
    const nothing = Object.fromEntries(Object.keys(before as object).map((name) => [name, null]));
    expect(theirs).toMatchObject([{ data: { [field]: { event: null, ...nothing } } }]);
    expect(outside()).toEqual([{ event: null, siteId: null }]);
  });

  test('is refused to who may not read it', async () => {
    const query = `subscription { ${field}(id: "${randomUUID()}") { event } }`;
    expect(await refusedTo(places.newcomer, query)).toEqual(['FORBIDDEN']);
  });
});

describe('resourceCalendarsChanged', () => {
  test('tells of a machine’s calendar and of exceptions, with what they say, also when they are gone', async () => {
    const { boss, siteId, equipmentId } = places.home;
    const heard = await watch(
      boss,
      'resourceCalendarsChanged',
      '',
      `name kind reason startsAt equipment { id } removedId calendar { name shifts { day } } exception { id }`,
    );
    const id = randomUUID();
    const scope = { siteId, equipmentCode: 'HOME-BENCH-1' };
    const shifts = [{ day: 'MONDAY', start: '06:00', end: '14:00' }];
    await boss.act('setResourceCalendar', { ...scope, name: 'early', shifts });
    const startsAt = '2026-12-24T00:00:00.000Z';
    const exception = { kind: 'CLOSED', startsAt, reason: 'holiday' };
    await boss.act('addCalendarException', {
      id,
      ...scope,
      ...exception,
      endsAt: '2026-12-27T00:00:00.000Z',
    });
    await expect.poll(heard, PATIENCE).toHaveLength(2);
    await boss.act('removeCalendarException', { id });
    const equipment = { id: equipmentId };
    const closed = { ...exception, name: null, equipment, calendar: null };
    const early = {
      name: 'early',
      kind: null,
      reason: null,
      startsAt: null,
      equipment,
      removedId: null,
      calendar: { name: 'early', shifts: [{ day: 'MONDAY' }] },
      exception: null,
    };
    await expect.poll(heard, PATIENCE).toEqual([
      { event: 'scheduling.calendar.set', ...early },
      { event: 'scheduling.calendar-exception.added', ...closed, removedId: null, exception: { id } },
      { event: 'scheduling.calendar-exception.removed', ...closed, removedId: id, exception: null },
    ]);
  });
});

describe('sensorSettingsChanged', () => {
  test('tells of a machine’s sensor, its rules and what its state means, with their reasons', async () => {
    const { home } = places;
    const selection = `equipment { id stateRule { delaySeconds } } sensor { tag } tag ruleName reason alertRule { severity removedAt }`;
    const of = (equipmentId: string) =>
      watch(home.boss, 'sensorSettingsChanged', args({ equipmentId }), selection);
    const [heard, others] = [await of(home.equipmentId), await of(places.branch.equipmentId)];
    const sensorId = await configureSensor(home, 'Execution');
    const { alertRule } = await home.boss.act<{ alertRule: { id: string } }>(
      'configureAlertRule',
      { sensorId, ...RULE },
      'alertRule { id }',
    );
    await home.boss.act('removeAlertRule', { id: alertRule.id, reason: 'too loud' });
    const meanings = [{ state: 'ACTIVE', status: 'IN_USE' }];
    const { equipmentId } = home;
    await home.boss.act('configureEquipmentState', { equipmentId, sensorId, meanings, delaySeconds: 7 });
    const sensor = { tag: 'Execution' };
    await expect.poll(heard, PATIENCE).toMatchObject([
      {
        event: 'iot.sensor.configured',
        equipment: { id: equipmentId },
        sensor,
        tag: 'Execution',
        alertRule: null,
      },
      {
        event: 'iot.alert-rule.configured',
        sensor,
        ruleName: RULE.name,
        reason: null,
        alertRule: { severity: 'CRITICAL' },
      },
      {
        event: 'iot.alert-rule.removed',
        sensor,
        ruleName: RULE.name,
        reason: 'too loud',
        alertRule: { removedAt: expect.any(String) },
      },
      { event: 'iot.equipment-state-rule.configured', sensor, equipment: { stateRule: { delaySeconds: 7 } } },
    ]);
    expect(others()).toEqual([]);
  });
});
