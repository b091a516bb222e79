import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, reading, sayEquipment, sayExecution, sendBatch } from '../testing.ts';
import { InfluxServer } from '../time-series/testing/influx-server.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

const server = new InfluxServer();
let plant: TestPlant;
beforeAll(async () => {
  await server.start();
  vi.stubEnv('INFLUX_URL', server.url);
  vi.stubEnv('INFLUX_TOKEN', server.token);
  vi.stubEnv('INFLUX_ORG', server.org);
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(async () => {
  await plant?.close();
  await server.stop();
  vi.unstubAllEnvs();
});

const parameters = () =>
  server.points
    .filter(({ line }) => line.measurement === 'process_parameters')
    .map(({ line: { tags, fields } }) => [
      tags.work_order_id,
      tags.operation_number,
      tags.serial_number,
      fields.measured_value,
    ]);

test('what a machine measures while an operation runs is a process parameter of the operation, before and after it is none', async () => {
  const t0 = Date.now() - 60_000;
  const at = (second: number) => new Date(t0 + second * 1000);
  const run = { execution: id(50), operation: id(51), equipment: MACHINE, serials: ['BOX-001'] };
  await makeSensor(plant, MACHINE, 'load');
  await sayExecution(plant, { ...run, startedAt: at(10), completedAt: null });
  await sendBatch(plant, {
    equipment: CODE,
    readings: [reading('load', at(9), 1, 1), reading('load', at(10), 2, 2), reading('load', at(20), 3, 3)],
  });
  await plant.idle();
  await sayExecution(plant, { ...run, startedAt: at(10), completedAt: at(30) });
  await sendBatch(plant, {
    equipment: CODE,
    readings: [reading('load', at(29), 4, 4), reading('load', at(30), 5, 5)],
  });
  await plant.idle();
  expect(parameters()).toEqual([2, 3, 4].map((value) => [id(9_001), '10', 'BOX-001', value]));
  const stored = server.points.filter(({ line }) => line.measurement === 'sensor_data');
  expect(stored.map(({ line }) => line.fields.value)).toEqual([1, 2, 3, 4, 5]);
});
