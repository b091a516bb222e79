import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import {
  admin,
  id,
  makeSensor,
  operator,
  plain,
  reading,
  sayEquipment,
  sayExecution,
  sendBatch,
} from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

test('the status of a machine follows its state tag, by event time, and what is over at once is passed over', async () => {
  const sensor = await makeSensor(plant, MACHINE, 'Program_Status', { parameter: 'state', unit: null });
  const meanings = [
    { state: 'ACTIVE', status: 'IN_USE' },
    { state: 'READY', status: 'AVAILABLE' },
    { state: 'ALARM', status: 'DOWN' },
  ];
  const configure = () =>
    plant.run<{
      configureEquipmentState: { equipmentStateRule: { sensor: { id: string } }; errors: unknown[] };
    }>(
      'iot',
      admin,
      `mutation ($input: ConfigureEquipmentStateInput!) { configureEquipmentState(input: $input) { equipmentStateRule { sensor { id } } errors { code } } }`,
      { input: { equipmentId: MACHINE, sensorId: sensor, meanings } },
    );
  expect((await configure()).configureEquipmentState.errors).toEqual([]);
  await configure();
  const t0 = Date.now() - 600_000;
  const at = (second: number) => new Date(t0 + second * 1000);
  const said = [
    [0, 'READY'],
    [10, 'ACTIVE'],
    [60, 'ALARM'],
    [62, 'ACTIVE'],
    [100, 'ALARM'],
    [110, 'whatever'],
  ] as const;
  const readings = said.map(([second, state], index) =>
    reading('Program_Status', at(second), state, index + 1),
  );
  await sendBatch(plant, { equipment: CODE, readings, kind: 'event' });
  await plant.idle();
  expect(
    (await plant.events('iot.equipment-state.derived')).map(({ data }) => [
      data.from,
      data.to,
      data.state,
      data.occurredAt,
    ]),
  ).toEqual([
    [null, 'AVAILABLE', 'READY', at(0).toISOString()],
    ['AVAILABLE', 'IN_USE', 'ACTIVE', at(10).toISOString()],
    ['IN_USE', 'DOWN', 'ALARM', at(100).toISOString()],
  ]);
  expect(await plant.events('iot.equipment-state-rule.configured')).toHaveLength(1);
});

test('an operation has what its machine said between the start and the end of its runs, by serial', async () => {
  const sensor = await makeSensor(plant, MACHINE, 'Spindle_Speed', { parameter: 'speed', unit: 'RPM' });
  const t0 = Date.now() - 600_000;
  const at = (second: number) => new Date(t0 + second * 1000);
  const readings = Array.from({ length: 100 }, (_, index) =>
    reading('Spindle_Speed', at(index), index, 1000 + index),
  );
  await sendBatch(plant, { equipment: CODE, readings });
  const run = (n: number, serial: string, from: number, to: number | null) => ({
    execution: id(n),
    operation: id(700),
    equipment: MACHINE,
    serials: [serial],
    startedAt: at(from),
    completedAt: to === null ? null : at(to),
  });
  await sayExecution(plant, run(701, 'BOX-001', 10, null));
  await sayExecution(plant, run(701, 'BOX-001', 10, 20));
  await sayExecution(plant, run(702, 'BOX-002', 20, null));
  const read = (serialNumber: string | null) =>
    plant.run<{
      _entities: [
        {
          readings: {
            serialNumbers: string[];
            to: string | null;
            sensors: { sensor: { id: string }; readings: { count: number } }[];
          }[];
        },
      ];
    }>(
      'iot',
      operator,
      `query ($of: [_Any!]!, $serial: String) { _entities(representations: $of) { ... on WorkOrderOperation {
        readings(serialNumber: $serial, tags: ["Spindle_Speed"]) { serialNumbers to sensors { sensor { id } readings { count } } } } } }`,
      plain({ of: [{ __typename: 'WorkOrderOperation', id: id(700) }], serial: serialNumber }),
    );
  const [all] = (await read(null))._entities;
  expect(all.readings).toEqual([
    {
      serialNumbers: ['BOX-001'],
      to: at(20).toISOString(),
      sensors: [{ sensor: { id: sensor }, readings: { count: 10 } }],
    },
    { serialNumbers: ['BOX-002'], to: null, sensors: [{ sensor: { id: sensor }, readings: { count: 80 } }] },
  ]);
  const [one] = (await read('BOX-002'))._entities;
  expect(one.readings.map(({ serialNumbers }) => serialNumbers)).toEqual([['BOX-002']]);
});

test('a machine has its sensors', async () => {
  const { _entities } = await plant.run<{ _entities: [{ sensors: { tag: string }[] }] }>(
    'iot',
    operator,
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Equipment { sensors { tag } } } }`,
    { of: [{ __typename: 'Equipment', id: MACHINE }] },
  );
  expect(_entities[0].sensors.map(({ tag }) => tag)).toEqual(['Program_Status', 'Spindle_Speed']);
});
