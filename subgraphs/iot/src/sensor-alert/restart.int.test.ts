import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { id, makeSensor, reading, sayEquipment, sendBatch } from '../testing.ts';
import { watch } from './testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
let child: ChildProcess | undefined;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await plant?.close();
});

/** The subgraph as a process of its own, on the same database and bus. */
async function start(): Promise<void> {
  const relay = new URL(plant.urlOf('iot'));
  relay.username = 'machshop_relay';
  child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: plant.urlOf('iot'),
      RELAY_DATABASE_URL: relay.href,
      NATS_URL: plant.nats.url,
      PORT: '0',
      HOST: '127.0.0.1',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { stderr } = child;
  await new Promise<void>((ready, failed) => {
    child?.once('exit', (code) => failed(new Error(`iot ended with ${code}`)));
    stderr?.setEncoding('utf8').on('data', (text: string) => text.includes('"ready"') && ready());
  });
}

async function kill(): Promise<void> {
  const killed = new Promise((gone) => child?.once('exit', gone));
  child?.kill('SIGKILL');
  await killed;
}

let seq = 0;
const send = (...said: [at: Date, value: number][]) =>
  sendBatch(plant, {
    equipment: CODE,
    readings: said.map(([at, value]) => reading('heat', at, value, ++seq)),
  });

const phase = async () =>
  (await plant.admin<{ phase: string }[]>`select phase from iot.alert_states`)[0]?.phase;
const stored = async () =>
  Number(
    (await plant.admin<{ n: string }[]>`select count(*) as n from iot.alert_states where last_value = 29`)[0]
      ?.n,
  );
const until = (what: () => Promise<unknown>, value: unknown) =>
  expect.poll(what, { timeout: 20_000 }).toBe(value);

test('a condition outlives kills of the process: it is raised once and cleared once, by event time', async () => {
  const sensorId = await makeSensor(plant, MACHINE, 'heat');
  await watch(plant, sensorId);
  await plant.idle();
  await plant.running.get('iot')?.close();
  const t0 = Date.now() - 600_000;
  const at = (second: number) => new Date(t0 + second * 1000);
  await start();
  await send([at(0), 31], [at(10), 32]);
  await until(phase, 'PENDING');
  await kill();
  // said while nobody hears it
  await send([at(40), 33], [at(50), 34]);
  await start();
  await until(phase, 'RAISED');
  await kill();
  await send([at(60), 29]);
  await start();
  await until(stored, 1);
  await until(phase, 'NORMAL');
  const alerts = await plant.admin<{ raised_at: Date; cleared_at: Date }[]>`
    select raised_at, cleared_at from iot.sensor_alerts`;
  expect(alerts).toEqual([{ raised_at: at(30), cleared_at: at(60) }]);
  await expect
    .poll(
      async () =>
        (await plant.events()).map(({ type }) => type).filter((type) => type.startsWith('iot.alert.')),
      {
        timeout: 20_000,
      },
    )
    .toEqual(['iot.alert.raised', 'iot.alert.cleared']);
}, 90_000);
