import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { PlantClient } from '../client/plant-client.ts';
import { startPlantOn } from '../e2e/embedded.ts';
import { type Grounds, prepareGrounds } from '../e2e/grounds.ts';
import { type FirstStart, prepareTenant } from '../plant/first-start.ts';
import type { Plant } from '../plant/plant.ts';
import { DEMO_ENVIRONMENT, DEMO_WORK_CENTER, seedDemoSensors } from './demo-sensors.ts';

const PASSWORD = 'what is there stays';

let grounds: Grounds;
let plant: Plant;
let first: FirstStart;
let client: PlantClient;
beforeAll(async () => {
  grounds = await prepareGrounds(inject('adminDatabaseUrl'));
  plant = await startPlantOn(grounds);
  first = await prepareTenant(plant, {
    MACHSHOP_TENANT: 'demo',
    MACHSHOP_DEMO: '1',
    MACHSHOP_DEMO_PASSWORD: PASSWORD,
  });
  client = new PlantClient(plant.url, PASSWORD);
}, 120_000);
afterAll(async () => {
  await plant?.close();
  await grounds?.close();
}, 60_000);

/** Runs the mutation of that name, `createEquipment`, as the maintenance technician. */
async function act(mutation: string, input: Record<string, unknown>): Promise<void> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { errors { __typename code message } } }`;
  await client.mutate('maintenance', document, input, mutation);
}

interface Machine {
  readonly id: string;
  readonly stateRule: { readonly meanings: readonly { state: string; status: string }[] } | null;
  readonly sensors: readonly {
    readonly id: string;
    readonly tag: string;
    readonly name: string;
    readonly alertRules: readonly { id: string }[];
  }[];
}

async function look(code: string): Promise<Machine> {
  const { equipmentByCode } = await client.query<{ equipmentByCode: Machine }>(
    'maintenance',
    `query ($code: String!) { equipmentByCode(code: $code) {
      id stateRule { meanings { state status } } sensors { id tag name alertRules { id } } } }`,
    { code },
  );
  return equipmentByCode;
}
const sensor = (machine: Machine, tag: string) => machine.sensors.find((one) => one.tag === tag);

/** Seeds, and gives what it said. */
async function seed(): Promise<string[]> {
  const said: string[] = [];
  await seedDemoSensors(client, (line) => said.push(line));
  return said;
}

describe('the sensors of a demo plant that an earlier version made', () => {
  test('get what they lack, and what somebody called otherwise keeps its name', async () => {
    const { siteId } = first;
    await act('createWorkCenter', { siteId, code: DEMO_WORK_CENTER, name: 'Mills', area: 'machining' });
    for (const code of ['DMU-01', DEMO_ENVIRONMENT])
      await act('createEquipment', { code, workCenterCode: DEMO_WORK_CENTER, name: code });
    const before = [await look('DMU-01'), await look(DEMO_ENVIRONMENT)] as const;
    await act('configureSensor', {
      equipmentId: before[0].id,
      tag: 'State',
      name: 'My state',
      parameter: 'state',
    });
    await act('configureSensor', { equipmentId: before[1].id, tag: 'particles', parameter: 'particles' });

    expect(await seed()).toHaveLength(1);
    const mill = await look('DMU-01');
    expect(mill.sensors).toHaveLength(11);
    expect(sensor(mill, 'State')?.name).toBe('My state');
    expect(mill.stateRule?.meanings).toContainEqual({ state: 'ABORTED', status: 'DOWN' });
    expect(sensor(mill, 'Spindle.Temperature')?.alertRules).toHaveLength(1);
    expect((await look(DEMO_ENVIRONMENT)).sensors).toHaveLength(4);
  });

  test('keep what somebody changed since, and do not get back the alert rule that was removed', async () => {
    const mill = await look('DMU-01');
    const meanings = [{ state: 'EXECUTE', status: 'SETUP' }];
    await act('configureEquipmentState', {
      equipmentId: mill.id,
      sensorId: sensor(mill, 'State')?.id,
      meanings,
    });
    const [rule] = sensor(mill, 'Spindle.Temperature')?.alertRules ?? [];
    await act('removeAlertRule', { id: rule?.id });
    const before = await look('DMU-01');
    expect(before.stateRule?.meanings).toEqual(meanings);
    expect(await seed()).toEqual([]);
    expect(await look('DMU-01')).toEqual(before);
    expect(sensor(before, 'Spindle.Temperature')?.alertRules).toEqual([]);
  });
});
