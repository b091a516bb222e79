import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkConfig, createEdgeAgent, type EdgeAgent } from '@machshop/collectors';
import { Broker } from '@machshop/collectors/simulators';
import { createLogger } from '@machshop/telemetry';
import { startTestPlant, TEST_TENANT, type TestPlant } from '@machshop/testing';
import { freePort } from '@machshop/testing/ports.ts';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { alertsOf, watch } from '../sensor-alert/testing.ts';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, operator, plain, SITE_CODE, sayEquipment } from '../testing.ts';

/** Of the alert rule: longer than it takes to hear a value and to lose the machine. */
const DELAY_MS = 5_000;
const UP = { connected: true };
const SOON = { timeout: 20_000, interval: 100 };
const folder = mkdtempSync(join(tmpdir(), 'iot-collector-'));
let plant: TestPlant;
let agent: EdgeAgent | undefined;

/** A machine that says what it measures to a broker of its own. */
interface Machine {
  readonly broker: Broker;
  readonly client: MqttClient;
  say(tag: string, value: unknown): Promise<unknown>;
}
const machines: Machine[] = [];

beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, id(1), 'C1');
  await sayEquipment(plant, id(2), 'C2');
  for (const code of ['C1', 'C2']) machines.push(await startMachine(code));
  const config = checkConfig({
    collector: { id: 'edge-test', tenant: TEST_TENANT, site: SITE_CODE },
    nats: { servers: [plant.nats.url] },
    buffer: { path: join(folder, 'buffer.db'), commitIntervalMs: 20, reserveBytes: '64 KiB' },
    sources: machines.map(({ broker }, index) => ({
      name: `source-${index}`,
      type: 'mqtt' as const,
      url: broker.url,
      version: '3.1.1' as const,
      backoff: { initialMs: 50, maxMs: 200 },
      subscriptions: [
        {
          topic: '{machine}/{tag}',
          equipment: { area: 'a', workCenter: 'VMX24', equipment: '{machine}' },
          tag: '{tag}',
          payload: { type: 'json' as const, value: 'value', time: 'time' },
        },
      ],
    })),
  });
  agent = createEdgeAgent(config, { log: createLogger('collector', 'error', { write: () => undefined }) });
  agent.start();
  await vi.waitFor(() => expect(agent?.health().sources).toMatchObject([UP, UP]), SOON);
}, 60_000);
afterAll(async () => {
  await agent?.stop();
  for (const { broker, client } of machines) {
    await client.endAsync(true);
    await broker.stop();
  }
  await plant?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function startMachine(code: string): Promise<Machine> {
  const broker = await Broker.start({ port: await freePort() });
  const client = await connectAsync(broker.url, { reconnectPeriod: 50 });
  const say = (tag: string, value: unknown) =>
    client.publishAsync(`${code}/${tag}`, JSON.stringify({ value, time: new Date() }), { qos: 1 });
  return { broker, client, say };
}

/** What is stored of a sensor in order of time: value, quality, out of range; and the times. */
async function storedOf(sensor: string): Promise<{ said: string[][]; times: number[] }> {
  const { exportSensorReadings } = await plant.run<{ exportSensorReadings: { csv: string } }>(
    'iot',
    operator,
    `query ($ids: [ID!]!, $from: DateTime!, $to: DateTime!) {
      exportSensorReadings(sensorIds: $ids, from: $from, to: $to) { csv } }`,
    plain({ ids: [sensor], from: new Date(Date.now() - 600_000), to: new Date(Date.now() + 1_000) }),
  );
  const lines = exportSensorReadings.csv.trim().split('\r\n').slice(1);
  const columns = lines.map((line) => line.split(','));
  return {
    said: columns.map(([, , , value = '', , quality = '', outOfRange = '']) => [value, quality, outOfRange]),
    times: columns.map(([time]) => Date.parse(time as string)),
  };
}

const soon = (sensor: string, said: readonly string[][]) =>
  expect.poll(async () => (await storedOf(sensor)).said, SOON).toEqual(said);

test('a machine that its collector loses has its tags BAD in the store, raises nothing meanwhile, and is heard again; another is as it was', {
  timeout: 90_000,
}, async () => {
  const [lost, kept] = machines as [Machine, Machine];
  const heat = await makeSensor(plant, id(1), 'heat');
  const level = await makeSensor(plant, id(1), 'level', { validMax: '100' });
  const other = await makeSensor(plant, id(2), 'heat');
  await watch(plant, heat, { delaySeconds: DELAY_MS / 1_000 });
  await kept.say('heat', 20);
  await lost.say('level', 150);
  await lost.say('heat', 31);
  await soon(heat, [['31', 'GOOD', '']]);
  const lostAt = Date.now();
  await lost.broker.unplug();
  const isBad = ['', 'BAD', ''];
  await soon(heat, [['31', 'GOOD', ''], isBad]);
  await soon(level, [['150', 'UNCERTAIN', '1'], isBad]);
  for (const sensor of [heat, level])
    expect(Math.abs(((await storedOf(sensor)).times[1] as number) - lostAt)).toBeLessThan(1_000);
  // the delay is over while nobody knows the value
  await expect.poll(() => Date.now() - lostAt, SOON).toBeGreaterThan(DELAY_MS);
  await lost.broker.plug();
  await expect.poll(() => agent?.health().sources[0]?.connected, SOON).toBe(true);
  await lost.say('heat', 32);
  await soon(heat, [['31', 'GOOD', ''], isBad, ['32', 'GOOD', '']]);
  expect(await alertsOf(plant, heat)).toEqual([]);
  const [, , heardAgain] = (await storedOf(heat)).times;
  await expect.poll(() => Date.now() - (heardAgain as number), SOON).toBeGreaterThan(DELAY_MS);
  await lost.say('heat', 33);
  const raisedAt = new Date((heardAgain as number) + DELAY_MS).toISOString();
  await expect.poll(() => alertsOf(plant, heat), SOON).toMatchObject([{ state: 'RAISED', raisedAt }]);
  expect((await storedOf(level)).said.at(-1)).toEqual(isBad);
  expect((await storedOf(other)).said).toEqual([['20', 'GOOD', '']]);
});
