import { createLogger } from '@machshop/telemetry';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Received, type Watch, watch } from '../../../../gateway/src/testing/live-client.ts';
import { PlantClient } from '../client/plant-client.ts';
import { seedDemoPlant } from '../demo/demo-plant.ts';
import { DEMO_ENVIRONMENT } from '../demo/demo-sensors.ts';
import { type DemoMachines, startDemoMachines } from '../demo/machines.ts';
import { prepareTenant, SITE } from '../plant/first-start.ts';
import type { Plant } from '../plant/plant.ts';
import { dataDirOf, startPlantOn } from './embedded.ts';
import { type Grounds, prepareGrounds } from './grounds.ts';

/** How soon after their start the machines are seen at work. */
const LIVE_WITHIN_MS = 20_000;
const PASSWORD = 'the machines are live';
const SENSORS = `query ($code: String!) {
  equipmentByCode(code: $code) { id sensors { id tag latest { time value text quality } } }
}`;

interface Machine {
  readonly id: string;
  readonly sensors: readonly {
    readonly id: string;
    readonly tag: string;
    readonly latest: {
      readonly time: string;
      readonly value: number | null;
      readonly quality: string;
    } | null;
  }[];
}

let grounds: Grounds;
let plant: Plant;
let machines: DemoMachines | undefined;
let client: PlantClient;
let token: string;
beforeAll(async () => {
  grounds = await prepareGrounds(inject('adminDatabaseUrl'));
  plant = await startPlantOn(grounds);
  const first = await prepareTenant(plant, {
    MACHSHOP_TENANT: 'demo',
    MACHSHOP_DEMO: '1',
    MACHSHOP_DEMO_PASSWORD: PASSWORD,
  });
  await seedDemoPlant(plant, first, () => {});
  client = new PlantClient(plant.url, PASSWORD);
  token = await signIn();
  machines = await startDemoMachines({
    dataDir: dataDirOf(grounds),
    natsUrl: plant.natsUrl,
    tenantId: first.tenantId,
    siteCode: SITE.code,
    logLevel: 'fatal',
    log: createLogger('e2e', process.env.LOG_LEVEL ?? 'fatal'),
  });
}, 120_000);
afterAll(async () => {
  await machines?.stop();
  await plant?.close();
  await grounds?.close();
}, 60_000);

async function signIn(): Promise<string> {
  const response = await fetch(plant.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
      variables: { input: { username: 'operator', password: PASSWORD } },
    }),
  });
  const { data } = (await response.json()) as { data: { login: { accessToken: string } } };
  return data.login.accessToken;
}

const machine = async (code: string): Promise<Machine> =>
  (await client.query<{ equipmentByCode: Machine }>('operator', SENSORS, { code })).equipmentByCode;

interface Live {
  readonly event: string | null;
  readonly tag: string | null;
  readonly value: number | null;
  readonly quality: string | null;
  readonly equipment: { readonly code: string } | null;
}

/** Resolves with the first message of a subscription that will do. */
async function first(watched: Watch, field: string, wanted: (live: Live) => boolean): Promise<Live> {
  for (let seen = 0; ; seen += 1) {
    const message = (await watched.until(seen + 1))[seen] as Received;
    expect(message.errors).toBeUndefined();
    const live = message.data?.[field] as Live;
    if (wanted(live)) return live;
  }
}

test('what the machines say over OPC UA and the sensors over MQTT is seen live, and stored', {
  timeout: LIVE_WITHIN_MS + 10_000,
}, async () => {
  const [mill, air] = [await machine('DMU-01'), await machine(DEMO_ENVIRONMENT)];
  const telemetry = watch(plant.url, token, {
    query: `subscription ($id: ID!) {
      equipmentTelemetry(equipmentId: $id) { event tag value quality equipment { code } }
    }`,
    variables: { id: mill.id },
  });
  const readings = watch(plant.url, token, {
    query: `subscription ($ids: [ID!]!) {
      sensorReadings(sensorIds: $ids, maxRateHz: 2) { event tag value quality equipment { code } }
    }`,
    variables: { ids: air.sensors.map(({ id }) => id) },
  });
  const began = performance.now();
  const load = await first(telemetry, 'equipmentTelemetry', ({ tag }) => tag === 'Spindle.Load');
  expect(load).toMatchObject({ event: 'iot.reading.taken', quality: 'GOOD', equipment: { code: 'DMU-01' } });
  expect(load.value).toBeTypeOf('number');
  const warmth = await first(readings, 'sensorReadings', ({ tag }) => tag === 'temperature');
  expect(warmth).toMatchObject({ quality: 'GOOD', equipment: { code: DEMO_ENVIRONMENT } });
  expect(warmth.value).toBeGreaterThan(10);
  expect(performance.now() - began).toBeLessThan(LIVE_WITHIN_MS);
  telemetry.stop();
  readings.stop();
  for (const code of ['DMU-01', 'DMU-02', DEMO_ENVIRONMENT]) {
    const silent = await client.until(
      async () => {
        const { sensors } = await machine(code);
        return sensors.every(({ latest }) => latest !== null) ? [] : null;
      },
      `${code} has said everything`,
      LIVE_WITHIN_MS,
    );
    expect(silent).toEqual([]);
  }
});
