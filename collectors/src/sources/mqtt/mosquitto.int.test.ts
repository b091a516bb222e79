import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MqttSensors } from '../../simulators/mqtt-sensors.ts';
import { certificate } from '../../testing/certificate.ts';
import { findMosquitto, Mosquitto, type MosquittoOptions } from '../../testing/mosquitto.ts';
import { connected, MqttBench, START } from '../../testing/mqtt-bench.ts';
import { freePort } from '../../testing/nats-server.ts';
import { until } from '../../testing/stream-reader.ts';

const mosquitto = findMosquitto();
if (!mosquitto) process.stderr.write('skipped: no mosquitto\n');

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

async function start(more: Partial<MosquittoOptions> = {}): Promise<Mosquitto> {
  const broker = await Mosquitto.start({
    binary: mosquitto as string,
    port: await freePort(),
    folder: bench.harness.path('mosquitto'),
    lines: ['max_queued_messages 100000', 'max_inflight_messages 1000'],
    ...more,
  });
  bench.harness.later(() => broker.stop());
  return broker;
}

async function publisherAt(broker: Mosquitto): Promise<MqttClient> {
  const publisher = await connectAsync(broker.url, { protocolVersion: 5, reconnectPeriod: 50 });
  bench.harness.later(() => publisher.endAsync(true));
  return publisher;
}

const message = (value: number, time: number) =>
  JSON.stringify({ value, time: new Date(time).toISOString() });

describe.runIf(mosquitto)('an MQTT 5 source at Mosquitto', { timeout: 60_000 }, () => {
  it('gets from its session what came while it was away, each once, also when the broker restarts', async () => {
    const broker = await start();
    const config = bench.harness.config([bench.source({ url: broker.url, version: '5' })]);
    await until(connected(bench.harness.startAgent(config)), 20_000, 'it is connected');
    const publisher = await publisherAt(broker);
    const publish = (n: number) => publisher.publishAsync('env/c1/n', message(n, START + n), { qos: 1 });
    for (let n = 0; n < 300; n++) await publish(n);
    await bench.harness.stopAgent();
    for (let n = 300; n < 900; n++) await publish(n);
    await new Promise((done) => setTimeout(done, 1500));
    await broker.stop();
    await broker.up();
    const again = bench.harness.startAgent(config);
    for (let n = 900; n < 1000; n++) await publish(n);
    await until(async () => (await bench.streamed()).length >= 1000, 20_000, 'all is sent');
    expect(connected(again)()).toBe(true);
    const values = (await bench.streamed()).map(({ value }) => Number(value));
    expect(values.sort((one, other) => one - other)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  it('makes its tags BAD when the broker is killed, and goes on when it is back', async () => {
    const broker = await start();
    const agent = bench.harness.startAgent(
      bench.harness.config([bench.source({ url: broker.url, version: '5' })]),
    );
    await until(connected(agent), 20_000, 'it is connected');
    const publisher = await publisherAt(broker);
    await publisher.publishAsync('env/c1/n', message(1, Date.now()), { qos: 1 });
    await until(() => agent.health().sources[0]?.readings === 1, 20_000, 'it is collected');
    await broker.stop('SIGKILL');
    await until(() => !connected(agent)(), 20_000, 'the loss is noticed');
    await broker.up();
    await until(connected(agent), 20_000, 'it is connected again');
    await publisher.publishAsync('env/c1/n', message(2, Date.now()), { qos: 1 });
    await until(() => agent.health().sources[0]?.readings === 2, 20_000, 'it is collected');
    await bench.harness.stopAgent();
    expect((await bench.streamed()).map(({ value, quality }) => [value, quality])).toEqual([
      [1, 'GOOD'],
      [null, 'BAD'],
      [2, 'GOOD'],
    ]);
  });

  it.each(['5', '3.1.1'] as const)(
    'takes what is retained only when it is newer, by version %s',
    async (version) => {
      const broker = await start();
      const publisher = await publisherAt(broker);
      const retain = (n: number) =>
        publisher.publishAsync('env/c1/n', message(n, START + n), { qos: 1, retain: true });
      await retain(1);
      const config = bench.harness.config([bench.source({ url: broker.url, version, cleanSession: true })]);
      const agent = bench.harness.startAgent(config);
      await until(() => agent.health().sources[0]?.readings === 1, 20_000, 'the retained one is taken');
      await bench.harness.stopAgent();
      // the same one again at this connection, and then a newer one
      const again = bench.harness.startAgent(config);
      await until(connected(again), 20_000, 'it is connected');
      await bench.harness.stopAgent();
      await retain(2);
      const last = bench.harness.startAgent(config);
      await until(() => last.health().sources[0]?.readings === 1, 20_000, 'the newer one is taken');
      await bench.harness.stopAgent();
      expect((await bench.streamed()).map(({ value }) => value)).toEqual([1, 2]);
    },
  );

  it('connects by a client certificate, and not without', async () => {
    const server = await certificate(bench.harness.path('tls-server'), 'server');
    const client = await certificate(bench.harness.path('tls-client'), 'client');
    const broker = await start({ tls: { caFile: client.certFile, ...server } });
    const tls = { caFile: server.certFile };
    const agent = bench.harness.startAgent(
      bench.harness.config([
        bench.source({ name: 'known', url: broker.url, version: '5', tls: { ...tls, ...client } }),
        bench.source({ name: 'nobody', url: broker.url, version: '5', tls }),
      ]),
    );
    await until(connected(agent), 20_000, 'it is connected');
    await until(() => (agent.health().sources[1]?.faults ?? 0) > 1, 20_000, 'the other one is refused');
    expect(connected(agent, 1)()).toBe(false);
  });

  it('follows Sparkplug B nodes, whose broker tells of their death', async () => {
    const broker = await start();
    const sensors = await MqttSensors.start({
      url: broker.url,
      cells: [],
      group: 'plant',
      nodes: ['n1'],
      intervalMs: 50,
    });
    const { subscriptions: _, ...rest } = bench.source({ url: broker.url, version: '5' });
    const agent = bench.harness.startAgent(
      bench.harness.config([
        {
          ...rest,
          sparkplug: {
            groups: ['plant'],
            hostId: 'mes',
            equipment: { area: 'utilities', workCenter: '{group}', equipment: '{node}-{device}' },
          },
        },
      ]),
    );
    await until(() => (agent.health().sources[0]?.readings ?? 0) > 60, 20_000, 'readings come');
    await sensors.stop(true);
    await until(
      async () => (await bench.streamed()).filter(({ quality }) => quality === 'BAD').length === 4,
      20_000,
      'the death is told of every tag',
    );
  });
});
