import {
  OTHER_TENANT,
  persona,
  program,
  startTestPlant,
  TEST_PROGRAM,
  type TestPlant,
} from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { admin, id, makeSensor, operator, reading, sayEquipment, sendBatch } from '../testing.ts';
import { alertsOf as alerts, clock, watch } from './testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
let ahead = 0;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph], now: () => new Date(Date.now() + ahead) });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

let seq = 0;
const send = async (tag: string, ...readings: [at: Date, value: number][]) => {
  await sendBatch(plant, {
    equipment: CODE,
    readings: readings.map(([at, value]) => reading(tag, at, value, ++seq)),
  });
  await plant.idle();
};

const rule = (sensorId: string, more: Record<string, unknown> = {}) => watch(plant, sensorId, more);
const alertsOf = (sensor: string) => alerts(plant, sensor);

describe('an alert', () => {
  test('is raised 30 s after the value left its range, once, and cleared when it is back within the hysteresis', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'heat');
    expect((await rule(sensor, { hysteresis: '2' })).alertRule?.delaySeconds).toBe(30);
    const at = clock();
    await send('heat', [at(0), 20], [at(1), 31], [at(20), 35]);
    expect(await alertsOf(sensor)).toEqual([]);
    await send('heat', [at(40), 36], [at(50), 37], [at(60), 29], [at(61), 31]);
    expect(await alertsOf(sensor)).toMatchObject([
      { state: 'RAISED', raisedAt: at(31).toISOString(), value: 35 },
    ]);
    await send('heat', [at(70), 28]);
    expect(await alertsOf(sensor)).toMatchObject([{ state: 'CLEARED', clearedAt: at(70).toISOString() }]);
    const said = [...(await plant.events('iot.alert.raised')), ...(await plant.events('iot.alert.cleared'))];
    expect(said.filter(({ data }) => data.tag === 'heat')).toHaveLength(2);
  });

  test('is not raised when the value comes back in time, nor by readings that come out of order', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'brief');
    await rule(sensor);
    const at = clock();
    await send('brief', [at(0), 31], [at(29), 30], [at(60), 20]);
    await send('brief', [at(30), 99], [at(59), 99]);
    expect(await alertsOf(sensor)).toEqual([]);
  });

  test('of a sensor that reports changes alone is raised by the time of its machine', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'quiet');
    await makeSensor(plant, MACHINE, 'other');
    await rule(sensor);
    const at = clock();
    await send('quiet', [at(0), 50]);
    await send('other', [at(31), 1]);
    expect(await alertsOf(sensor)).toEqual([]);
    await send('other', [at(33), 1]);
    expect(await alertsOf(sensor)).toMatchObject([{ raisedAt: at(30).toISOString(), value: 50 }]);
  });

  test('of a machine that says nothing more is raised by the server’s clock', async () => {
    await sayEquipment(plant, id(2), 'LONELY');
    const sensor = await makeSensor(plant, id(2), 'alone');
    await rule(sensor);
    const now = new Date();
    await sendBatch(plant, { equipment: 'LONELY', readings: [reading('alone', now, 50, 1)] });
    await plant.idle();
    expect(await alertsOf(sensor)).toEqual([]);
    ahead = 45_000;
    await plant.idle();
    ahead = 0;
    expect(await alertsOf(sensor)).toMatchObject([
      { raisedAt: new Date(now.getTime() + 30_000).toISOString() },
    ]);
  });

  test('follows the rate of change', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'rate');
    await rule(sensor, { condition: 'RATE_OF_CHANGE', high: null, perMinute: '60', name: 'too fast' });
    const at = clock();
    await send('rate', [at(0), 0], [at(10), 9], [at(20), 18], [at(30), 30], [at(40), 31]);
    expect(await alertsOf(sensor)).toMatchObject([
      { raisedAt: at(30).toISOString(), clearedAt: at(40).toISOString(), value: 30 },
    ]);
  });

  test('is acknowledged by the first who does, escalated when nobody does, and is one after a restart', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'people');
    await rule(sensor, { escalateAfterSeconds: 60, severity: 'CRITICAL' });
    const at = clock();
    await send('people', [at(0), 31], [at(31), 31]);
    ahead = 61_000;
    await plant.idle();
    ahead = 0;
    const [raised] = await alertsOf(sensor);
    expect(raised).toMatchObject({ state: 'RAISED', escalationLevel: 1 });
    const acknowledge = (viewer = operator) =>
      plant.run(
        'iot',
        viewer,
        `mutation ($input: AcknowledgeSensorAlertInput!) { acknowledgeSensorAlert(input: $input) { sensorAlert { state acknowledgedByName } errors { code } } }`,
        { input: { id: raised?.id, note: 'coolant is low' } },
      );
    const first = { sensorAlert: { state: 'ACKNOWLEDGED', acknowledgedByName: 'operator' }, errors: [] };
    expect(await acknowledge()).toEqual({ acknowledgeSensorAlert: first });
    expect(await acknowledge(admin)).toEqual({ acknowledgeSensorAlert: first });
    // what a new process would know: nothing but the tables
    await send('people', [at(60), 31], [at(120), 40]);
    expect(await alertsOf(sensor)).toHaveLength(1);
    await send('people', [at(180), 10]);
    expect((await alertsOf(sensor))[0]).toMatchObject({ state: 'CLEARED', acknowledgedByName: 'operator' });
    expect((await plant.events('iot.alert.escalated')).map(({ data }) => data.level)).toEqual([1]);
    const escalated = await plant.run<{ escalateSensorAlert: { errors: { code: string }[] } }>(
      'iot',
      operator,
      `mutation ($input: EscalateSensorAlertInput!) { escalateSensorAlert(input: $input) { errors { code } } }`,
      { input: { id: raised?.id, reason: 'late' } },
    );
    expect(escalated.escalateSensorAlert.errors).toEqual([{ code: 'ALERT_CLEARED' }]);
  });

  test('names the program that acknowledged or escalated it, and nobody where the plant did', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'programs');
    await rule(sensor, { escalateAfterSeconds: 60 });
    const at = clock();
    await send('programs', [at(0), 31], [at(31), 31]);
    ahead = 61_000;
    await plant.idle();
    ahead = 0;
    const actor = '{ __typename ... on User { id } ... on ApiClient { id } }';
    const WHO = `acknowledgedByName acknowledgedBy ${actor} escalationLevel escalatedByName escalatedBy ${actor}`;
    const [raised] = await alertsOf(sensor);
    const who = async () =>
      (
        await plant.run<{ sensorAlert: object }>(
          'iot',
          operator,
          `query ($id: ID!) { sensorAlert(id: $id) { ${WHO} } }`,
          { id: raised?.id },
        )
      ).sensorAlert;
    const nobody = { acknowledgedByName: null, acknowledgedBy: null, escalatedBy: null };
    expect(await who()).toEqual({ ...nobody, escalationLevel: 1, escalatedByName: 'iot' });
    const andon = program('OPERATOR');
    const byProgram = { __typename: 'ApiClient', id: TEST_PROGRAM };
    await plant.run(
      'iot',
      andon,
      `mutation ($id: ID!) {
        escalateSensorAlert(input: { id: $id, reason: "shift is over" }) { errors { code } }
        acknowledgeSensorAlert(input: { id: $id }) { errors { code } } }`,
      { id: raised?.id },
    );
    expect(await who()).toEqual({
      acknowledgedByName: 'erp-adapter',
      acknowledgedBy: byProgram,
      escalationLevel: 2,
      escalatedByName: 'erp-adapter',
      escalatedBy: byProgram,
    });
  });

  test('ends with its rule', async () => {
    const sensor = await makeSensor(plant, MACHINE, 'ruled');
    const { alertRule } = await rule(sensor);
    const at = clock();
    await send('ruled', [at(0), 31], [at(31), 31]);
    await plant.run(
      'iot',
      admin,
      `mutation ($input: RemoveAlertRuleInput!) { removeAlertRule(input: $input) { errors { code } } }`,
      { input: { id: alertRule?.id } },
    );
    expect(await alertsOf(sensor)).toMatchObject([{ state: 'CLEARED' }]);
    await send('ruled', [at(60), 31], [at(120), 31]);
    expect(await alertsOf(sensor)).toHaveLength(1);
  });

  test('is not seen by another tenant or without alert:read, and a rule without its limit is refused', async () => {
    const query = `{ sensorAlerts(first: 10) { nodes { id } } }`;
    const other = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    expect(await plant.run('iot', other, query)).toEqual({ sensorAlerts: { nodes: [] } });
    expect(await plant.refuse('iot', persona('ADMINISTRATOR', { permissions: new Set() }), query)).toEqual([
      'FORBIDDEN',
    ]);
    const sensor = await makeSensor(plant, MACHINE, 'limits');
    expect((await rule(sensor, { high: null })).errors).toEqual([{ code: 'LIMIT_MISSING' }]);
    expect((await rule(sensor, { low: '1' })).errors).toEqual([{ code: 'LIMIT_UNUSED' }]);
    expect((await rule(sensor, { condition: 'OUTSIDE', low: '40' })).errors).toEqual([
      { code: 'LIMITS_CROSSED' },
    ]);
  });
});
