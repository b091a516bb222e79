import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, operator, reading, sayEquipment, sendBatch } from '../testing.ts';
import { alertsOf, clock, watch } from './testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

const escalate = async (alert: string | undefined) => {
  const { escalateSensorAlert } = await plant.run<{ escalateSensorAlert: unknown }>(
    'iot',
    operator,
    `mutation ($input: EscalateSensorAlertInput!) { escalateSensorAlert(input: $input) {
      sensorAlert { escalationLevel } errors { code message path } } }`,
    { input: { id: alert, reason: 'nobody came' } },
  );
  return escalateSensorAlert;
};

test('an alert is escalated by hand up to the fifth level; a sixth is refused by the name of the rule and changes nothing', async () => {
  const sensor = await makeSensor(plant, MACHINE, 'heat');
  await watch(plant, sensor);
  const at = clock();
  const readings = [reading('heat', at(0), 31, 1), reading('heat', at(31), 31, 2)];
  await sendBatch(plant, { equipment: CODE, readings });
  await plant.idle();
  const [alert] = await alertsOf(plant, sensor);
  for (const escalationLevel of [1, 2, 3, 4, 5])
    expect(await escalate(alert?.id)).toEqual({ sensorAlert: { escalationLevel }, errors: [] });
  const refusal = {
    code: 'HIGHEST_LEVEL',
    message: 'it was escalated 5 times already',
    path: ['input', 'id'],
  };
  expect(await escalate(alert?.id)).toEqual({ sensorAlert: null, errors: [refusal] });
  expect(await alertsOf(plant, sensor)).toMatchObject([{ state: 'RAISED', escalationLevel: 5 }]);
  await plant.idle();
  const levels = (await plant.events('iot.alert.escalated')).map(({ data }) => data.level);
  expect(levels).toEqual([1, 2, 3, 4, 5]);
});
