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
/** What is heard of DMU-01 from before its machine is switched on. */
let statuses: Watch;
let changes: Watch;
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
  await listenToStatuses();
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
  statuses?.stop();
  changes?.stop();
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

/** A machine that is switched on is IDLE for seconds, and then it mills: for DMU-01 the first is made to be DOWN. */
async function listenToStatuses(): Promise<void> {
  const mill = await machine('DMU-01');
  const rule = {
    equipmentId: mill.id,
    sensorId: mill.sensors.find(({ tag }) => tag === 'State')?.id,
    meanings: [
      { state: 'IDLE', status: 'DOWN' },
      { state: 'EXECUTE', status: 'IN_USE' },
    ],
    delaySeconds: 0,
  };
  await client.mutate(
    'maintenance',
    `mutation ($input: ConfigureEquipmentStateInput!) {
      configureEquipmentState(input: $input) { errors { __typename code message } } }`,
    rule,
    'states of DMU-01',
  );
  statuses = watch(plant.url, token, {
    query: `subscription { equipmentStatusChanged(workCenterCode: "MILL-5AX", to: [DOWN, IN_USE]) {
      event from to source reason occurredAt equipment { code } } }`,
  });
  changes = watch(plant.url, token, {
    query: `subscription ($id: ID!) { equipmentChanged(id: $id) { event occurredAt reason durationSeconds } }`,
    variables: { id: mill.id },
  });
  // the present state comes first: from then on nothing is missed
  await changes.until(1);
}

interface StatusHeard {
  readonly event: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string | null;
  readonly reason: string | null;
  readonly occurredAt: string;
  readonly durationSeconds: number | null;
  readonly equipment: { readonly code: string } | null;
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
async function first<T = Live>(watched: Watch, field: string, wanted: (live: T) => boolean): Promise<T> {
  for (let seen = 0; ; seen += 1) {
    const message = (await watched.until(seen + 1))[seen] as Received;
    expect(message.errors).toBeUndefined();
    const live = message.data?.[field] as T;
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

const STATUS = `query ($code: String!) {
  equipmentByCode(code: $code) { status statusSource statusReason machineStatus }
}`;

/** Waits until a machine's status is that, in the graph. */
const untilStatus = (code: string, wanted: Readonly<Record<string, string>>) =>
  client.until(
    async () => {
      const { equipmentByCode: seen } = await client.query<{ equipmentByCode: Record<string, string> }>(
        'operator',
        STATUS,
        { code },
      );
      return Object.entries(wanted).every(([field, value]) => seen[field] === value) ? seen : null;
    },
    `${code} is ${JSON.stringify(wanted)}`,
    LIVE_WITHIN_MS,
  );

test('what state a machine says it is in is its status, live, with the downtime from its word to its next', {
  timeout: 3 * LIVE_WITHIN_MS,
}, async () => {
  const heard = (to: string) =>
    first<StatusHeard>(
      statuses,
      'equipmentStatusChanged',
      (one) => one.to === to && one.equipment?.code === 'DMU-01',
    );
  const down = await heard('DOWN');
  expect(down).toMatchObject({ from: 'AVAILABLE', source: 'MACHINE', reason: 'State says IDLE' });
  const runs = await heard('IN_USE');
  expect(runs).toMatchObject({ from: 'DOWN', source: 'MACHINE', reason: 'State says EXECUTE' });
  const said = (event: string) =>
    first<StatusHeard>(changes, 'equipmentChanged', (one) => one.event === `equipment.equipment.${event}`);
  expect(await said('downtime')).toMatchObject({ occurredAt: down.occurredAt, reason: 'State says IDLE' });
  const ended = await said('downtime-ended');
  expect(ended).toMatchObject({ occurredAt: runs.occurredAt, reason: 'State says IDLE' });
  const downMs = Date.parse(runs.occurredAt) - Date.parse(down.occurredAt);
  expect(downMs).toBeGreaterThan(0);
  expect(ended.durationSeconds).toBeCloseTo(downMs / 1_000, 3);
  expect(await untilStatus('DMU-01', { status: 'IN_USE', machineStatus: 'IN_USE' })).toMatchObject({
    statusSource: 'MACHINE',
    statusReason: 'State says EXECUTE',
  });
});

test('a machine that an operation holds is in use by the operation, and what it says itself stands beside it', {
  timeout: 2 * LIVE_WITHIN_MS,
}, async () => {
  const seen = await untilStatus('DMU-02', { machineStatus: 'IN_USE' });
  expect(seen).toMatchObject({ status: 'IN_USE', statusSource: 'OPERATION' });
});
