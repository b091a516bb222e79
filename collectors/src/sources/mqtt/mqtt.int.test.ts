import { readFileSync, writeFileSync } from 'node:fs';
import { connectAsync } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentConfigInput } from '../../config/schema.ts';
import { Broker } from '../../simulators/broker.ts';
import { MqttSensors } from '../../simulators/mqtt-sensors.ts';
import { certificate } from '../../testing/certificate.ts';
import { Harness } from '../../testing/harness.ts';
import { freePort } from '../../testing/nats-server.ts';
import { readStream, until } from '../../testing/stream-reader.ts';
import { encodeSparkplug } from './sparkplug-codec.ts';

type MqttInput = Extract<NonNullable<AgentConfigInput['sources']>[number], { type: 'mqtt' }>;

let harness: Harness;
beforeEach(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.end());

const ENVIRONMENT: MqttInput['subscriptions'] = [
  {
    topic: 'sensors/environment/{cell}/{parameter}',
    equipment: { area: 'environment', workCenter: '{cell}', equipment: 'env-{cell}' },
    tag: '{parameter}',
    payload: { type: 'json', value: 'value', time: 'timestamp' },
  },
];

const source = (url: string, more: Partial<MqttInput> = {}): MqttInput => ({
  name: 'sensors',
  type: 'mqtt',
  url,
  version: '3.1.1',
  subscriptions: ENVIRONMENT,
  ...more,
});

async function streamed() {
  const connection = await harness.nats.connect();
  try {
    return (await readStream(connection)).flatMap(({ data }) =>
      data.readings.map((reading) => ({ ...reading, equipment: data.equipment })),
    );
  } catch (error) {
    if ((error as Error).message.includes('stream not found')) return [];
    throw error;
  } finally {
    await connection.close();
  }
}

describe('an MQTT source', { timeout: 60_000 }, () => {
  it('brings environment sensors with the digits of the sensor', async () => {
    const broker = await Broker.start({ port: await freePort() });
    harness.later(() => broker.stop());
    const sensors = await MqttSensors.start({ url: broker.url, cells: ['c1', 'c2'], intervalMs: 50 });
    harness.later(() => sensors.stop());
    const agent = harness.startAgent(harness.config([source(broker.url)]));
    await until(() => (agent.health().sources[0]?.readings ?? 0) > 100, 20_000, 'readings come');
    await harness.stopAgent();
    const readings = await streamed();
    expect(new Set(readings.map(({ equipment, tag }) => `${equipment} ${tag}`)).size).toBe(8);
    expect(readings.every(({ quality }) => quality === 'GOOD')).toBe(true);
  });

  it('follows Sparkplug B nodes: birth, data by alias, rebirth on demand, death', async () => {
    const broker = await Broker.start({ port: await freePort() });
    harness.later(() => broker.stop());
    const sensors = await MqttSensors.start({
      url: broker.url,
      cells: [],
      group: 'plant',
      nodes: ['n1'],
      intervalMs: 50,
    });
    // the node is born before the agent is there: only a rebirth can tell its names
    const config = source(broker.url, {
      subscriptions: [],
      sparkplug: {
        groups: ['plant'],
        hostId: 'mes',
        equipment: { area: 'utilities', workCenter: '{group}', equipment: '{node}-{device}' },
      },
    });
    const agent = harness.startAgent(harness.config([config]));
    await until(() => (agent.health().sources[0]?.readings ?? 0) > 60, 20_000, 'readings come');
    const beforeDeath = agent.health().sources[0]?.readings ?? 0;
    await sensors.stop(true);
    await until(
      async () => (await streamed()).some(({ quality }) => quality === 'BAD'),
      20_000,
      'the death is told',
    );
    await harness.stopAgent();
    const readings = await streamed();
    const tags = new Set(readings.map(({ equipment, tag }) => `${equipment} ${tag}`));
    expect(tags).toEqual(
      new Set(['n1-n1 Uptime', 'n1-compressor Pressure', 'n1-compressor Flow', 'n1-compressor Running']),
    );
    const dead = readings.filter(({ quality }) => quality === 'BAD');
    expect(dead.map(({ tag, value }) => [tag, value]).sort()).toEqual([
      ['Flow', null],
      ['Pressure', null],
      ['Running', null],
      ['Uptime', null],
    ]);
    expect(beforeDeath).toBeGreaterThan(60);
  });

  it('tells the tags of Sparkplug nodes again at their births when the broker was away, changed or not', async () => {
    const broker = await Broker.start({ port: await freePort() });
    harness.later(() => broker.stop());
    const { subscriptions: _, ...rest } = source(broker.url);
    const sparkplug = { equipment: { area: 'utilities', workCenter: '{node}', equipment: '{device}' } };
    const agent = harness.startAgent(harness.config([{ ...rest, sparkplug }]));
    const state = () => agent.health().sources[0];
    await until(() => state()?.connected === true, 20_000, 'it is connected');
    const node = await connectAsync(broker.url, { reconnectPeriod: 50 });
    harness.later(() => node.endAsync(true));
    /** A valve that was opened a year ago, and says so at every birth. */
    const birth = () =>
      node.publishAsync(
        'spBv1.0/plant/NBIRTH/n1',
        encodeSparkplug({
          timestamp: Date.now(),
          seq: 0,
          metrics: [
            { name: 'bdSeq', type: 'UInt64', value: 0 },
            { name: 'Open', type: 'Boolean', value: true, timestamp: Date.now() - 365 * 86_400_000 },
          ],
        }),
        { qos: 0 },
      );
    await birth();
    await until(() => state()?.readings === 1, 20_000, 'the birth is collected');
    await broker.unplug();
    await until(() => state()?.connected === false, 20_000, 'the loss is noticed');
    await broker.plug();
    await until(() => state()?.connected === true && node.connected, 20_000, 'all are connected again');
    const before = Date.now();
    await birth();
    await until(() => state()?.readings === 2, 20_000, 'the birth is collected');
    await harness.stopAgent();
    const readings = (await streamed()).filter(({ tag }) => tag === 'Open');
    const latest = readings.toSorted((a, b) => Date.parse(a.sourceTime) - Date.parse(b.sourceTime)).at(-1);
    expect(readings.filter(({ quality }) => quality === 'BAD')).toHaveLength(1);
    expect(latest).toMatchObject({ value: true, quality: 'GOOD' });
    expect(Date.parse(latest?.sourceTime ?? '')).toBeGreaterThanOrEqual(before);
  });

  it('connects over TLS with a client certificate, and not to a broker that it does not know', async () => {
    const server = await certificate(harness.path('tls-server'), 'server');
    const client = await certificate(harness.path('tls-client'), 'client');
    const stranger = await certificate(harness.path('tls-stranger'), 'stranger');
    const broker = await Broker.start({
      port: await freePort(),
      tls: {
        cert: readFileSync(server.certFile),
        key: readFileSync(server.keyFile),
        ca: [readFileSync(client.certFile)],
        requestCert: true,
        rejectUnauthorized: true,
      },
    });
    harness.later(() => broker.stop());
    const good = source(broker.url, { name: 'good', tls: { caFile: server.certFile, ...client } });
    const unknownBroker = source(broker.url, {
      name: 'unknown',
      tls: { caFile: stranger.certFile, ...client },
    });
    const unknownClient = source(broker.url, {
      name: 'stranger',
      tls: { caFile: server.certFile, ...stranger },
    });
    const agent = harness.startAgent(harness.config([good, unknownBroker, unknownClient]));
    const state = (name: string) => agent.health().sources.find((one) => one.name === name);
    await until(() => state('good')?.connected === true, 20_000, 'the good one is connected');
    await until(
      () => /self-signed|certificate/i.test(state('unknown')?.detail ?? ''),
      20_000,
      'the unknown broker is refused',
    );
    await until(() => (state('stranger')?.faults ?? 0) > 0, 20_000, 'the unknown client is refused');
    expect(state('stranger')?.connected).toBe(false);
  });

  it('logs in by name and password', async () => {
    const broker = await Broker.start({ port: await freePort(), users: { mes: 'secret' } });
    harness.later(() => broker.stop());
    const passwordFile = harness.path('password');
    writeFileSync(passwordFile, 'wrong');
    const agent = harness.startAgent(harness.config([source(broker.url, { username: 'mes', passwordFile })]));
    await until(
      () => /not authorized|bad user/i.test(agent.health().sources[0]?.detail ?? ''),
      20_000,
      'the refusal is told',
    );
    writeFileSync(passwordFile, 'secret\n');
    await until(() => agent.health().sources[0]?.connected === true, 20_000, 'it is connected');
  });

  it('logs in by name and password of its address, and tells neither', async () => {
    const port = await freePort();
    const broker = await Broker.start({ port, users: { mes: 'secret' } });
    harness.later(() => broker.stop());
    const agent = harness.startAgent(harness.config([source(`mqtt://mes:secret@127.0.0.1:${port}`)]));
    await until(() => agent.health().sources[0]?.connected === true, 20_000, 'it is connected');
    expect(agent.health().sources[0]?.detail).toBe(`mqtt://127.0.0.1:${port}`);
    expect(harness.log.join('')).not.toContain('secret');
  });
});
