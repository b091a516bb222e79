import { writeFileSync } from 'node:fs';
import { DROPPED_READINGS_TAG } from '@machshop/schema/events/telemetry.ts';
import { connectAsync, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentConfigInput } from './config/schema.ts';
import { serveObservation } from './observe/http.ts';
import { Broker } from './simulators/broker.ts';
import { Harness } from './testing/harness.ts';
import { freePort } from './testing/nats-server.ts';
import { readStream, until } from './testing/stream-reader.ts';

type SourceInput = NonNullable<AgentConfigInput['sources']>[number];
type MqttInput = Extract<SourceInput, { type: 'mqtt' }>;

let harness: Harness;
let broker: Broker;
let publisher: MqttClient;

beforeEach(async () => {
  harness = await Harness.start();
  broker = await Broker.start({ port: await freePort() });
  publisher = await connectAsync(broker.url, { clientId: 'publisher', reconnectPeriod: 50 });
  harness.later(() => broker.stop());
  harness.later(() => publisher.endAsync(true));
});
afterEach(() => harness.end());

const source = (more: Partial<MqttInput> = {}): MqttInput => ({
  name: 'environment',
  type: 'mqtt',
  url: broker.url,
  version: '3.1.1',
  subscriptions: [
    {
      topic: 'env/{cell}/{parameter}',
      equipment: { area: 'environment', workCenter: '{cell}', equipment: '{cell}' },
      tag: '{parameter}',
      payload: { type: 'json', value: 'value', time: 'time' },
    },
  ],
  ...more,
});

const START = Date.parse('2026-01-01T00:00:00Z');
let counter = 0;
const publish = (value: unknown, more: { topic?: string; retain?: boolean; time?: number } = {}) =>
  publisher.publishAsync(
    more.topic ?? 'env/c1/temperature',
    JSON.stringify({ value, time: new Date(more.time ?? START + ++counter).toISOString() }),
    { qos: 1, retain: more.retain ?? false },
  );

async function streamed() {
  const connection = await harness.nats.connect();
  try {
    return (await readStream(connection)).flatMap(({ data }) =>
      data.readings.map((reading) => ({ ...reading, equipment: data.equipment })),
    );
  } finally {
    await connection.close();
  }
}

const connected =
  (agent: ReturnType<Harness['startAgent']>, index = 0) =>
  () =>
    agent.health().sources[index]?.connected === true;

describe('an edge agent', { timeout: 60_000 }, () => {
  it('collects while NATS is away and brings all of it, in order, when it is back', async () => {
    const agent = harness.startAgent(harness.config([source()]));
    await until(connected(agent), 10_000, 'the source is connected');
    await publish(0);
    await until(async () => (await streamed().catch(() => [])).length === 1, 10_000, 'the first is sent');
    await harness.nats.down();
    for (let value = 1; value <= 200; value++) await publish(value);
    await until(() => !agent.health().nats.connected, 10_000, 'the loss is noticed');
    await until(() => agent.health().buffer.unsentReadings === 200, 10_000, 'all is buffered');
    expect(agent.health()).toMatchObject({
      status: 'degraded',
      sources: [{ connected: true, unsentReadings: 200 }],
    });
    expect(agent.health().sources[0]?.lagSeconds).toBeGreaterThan(0);
    await harness.nats.up();
    await until(() => agent.health().buffer.unsentReadings === 0, 30_000, 'all is sent');
    expect((await streamed()).map(({ value }) => value)).toEqual(Array.from({ length: 201 }, (_, i) => i));
    expect(agent.health()).toMatchObject({ status: 'ok', problems: [] });
  });

  it('gets what was published while the broker was away from us, once the broker is back; meanwhile its tags are BAD', async () => {
    const agent = harness.startAgent(harness.config([source()]));
    const readings = () => agent.health().sources[0]?.readings;
    await until(connected(agent), 10_000, 'the source is connected');
    await publish(1, { time: Date.now() });
    await publish('RUN', { topic: 'env/c1/state', time: Date.now() });
    await until(() => readings() === 2, 10_000, 'both are collected');
    const lostAt = Date.now();
    await broker.unplug();
    await until(() => agent.health().sources[0]?.connected === false, 10_000, 'the loss is noticed');
    // tries that fail are no further losses
    await until(() => (agent.health().sources[0]?.faults ?? 0) >= 4, 10_000, 'it tries to connect again');
    await broker.plug();
    await publish(2, { time: Date.now() });
    await until(connected(agent), 10_000, 'the source is connected again');
    await publish(3, { time: Date.now() });
    await until(async () => (await streamed()).length >= 6, 10_000, 'all is sent');
    const all = await streamed();
    const of = (wanted: string) =>
      all.filter(({ tag }) => tag === wanted).map(({ value, quality }) => [value, quality]);
    expect(of('temperature')).toEqual([
      [1, 'GOOD'],
      [null, 'BAD'],
      [2, 'GOOD'],
      [3, 'GOOD'],
    ]);
    expect(of('state')).toEqual([
      ['RUN', 'GOOD'],
      [null, 'BAD'],
    ]);
    for (const { sourceTime } of all.filter(({ quality }) => quality === 'BAD'))
      expect(Math.abs(Date.parse(sourceTime) - lostAt)).toBeLessThan(1000);
    expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('leaves the tags as they were at a loss where markBadOnLoss is off, and at a stop in any case', async () => {
    const agent = harness.startAgent(harness.config([source({ markBadOnLoss: false })]));
    await until(connected(agent), 10_000, 'the source is connected');
    await publish(1);
    await until(() => agent.health().sources[0]?.readings === 1, 10_000, 'it is collected');
    await broker.unplug();
    await until(() => agent.health().sources[0]?.connected === false, 10_000, 'the loss is noticed');
    await broker.plug();
    await agent.reload(harness.config([source()]));
    await until(connected(agent), 10_000, 'the source is connected again');
    await publish(2);
    await until(() => agent.health().sources[0]?.readings === 1, 10_000, 'it is collected');
    await harness.stopAgent();
    expect((await streamed()).map(({ value }) => value)).toEqual([1, 2]);
  });

  it('runs the other sources when one cannot connect', async () => {
    const dead = source({ name: 'dead', url: `mqtt://127.0.0.1:${await freePort()}` });
    const agent = harness.startAgent(harness.config([dead, source()]));
    await until(connected(agent, 1), 10_000, 'the good one is connected');
    await publish(1);
    await until(async () => (await streamed()).length === 1, 10_000, 'its reading is sent');
    const health = agent.health();
    expect(health.status).toBe('degraded');
    expect(health.problems).toEqual([expect.stringMatching(/^dead: .*ECONNREFUSED/)]);
  });

  it('puts a poison message aside, says what is wrong with it, and goes on', async () => {
    const agent = harness.startAgent(harness.config([source()]));
    await until(connected(agent), 10_000, 'the source is connected');
    await publisher.publishAsync('env/c1/temperature', '{"value":', { qos: 1 });
    await publisher.publishAsync('env/c1/temperature', Buffer.from([0xff, 0xfe, 0x00]), { qos: 1 });
    await publish(7);
    await until(async () => (await streamed()).length === 1, 10_000, 'the good one is sent');
    expect(agent.health().buffer.rejectedMessages).toBe(2);
    expect(agent.health().sources[0]).toMatchObject({
      faults: 2,
      lastFault: expect.stringMatching(/^rejected: env\/c1\/temperature: is not JSON/),
    });
  });

  it('takes a retained message only when it is newer than what it has, also after a restart', async () => {
    await publish(1, { retain: true, time: START });
    let agent = harness.startAgent(harness.config([source({ cleanSession: true })]));
    await until(
      async () => connected(agent)() && (await streamed()).length === 1,
      10_000,
      'the retained one is taken once',
    );
    await publish(2, { retain: true, time: START + 1000 });
    await until(async () => (await streamed()).length === 2, 10_000, 'the live one is taken');
    await harness.stopAgent();
    agent = harness.startAgent(harness.config([source({ cleanSession: true })]));
    await until(connected(agent), 10_000, 'the source is connected');
    await publish(3, { time: START + 2000 });
    await until(async () => (await streamed()).length >= 3, 10_000, 'the next one is taken');
    expect((await streamed()).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('drops the oldest telemetry of a full buffer, keeps alarms, and tells the plant how much is gone', async () => {
    const rules = [{ tags: 'alarm', kind: 'alarm' as const }];
    const agent = harness.startAgent(
      harness.config([source({ rules })], { maxBytes: '192 KiB', maxBatchReadings: 20 }),
    );
    await until(connected(agent), 10_000, 'the source is connected');
    await until(() => agent.health().nats.connected, 10_000, 'NATS is connected');
    await harness.nats.down();
    for (let value = 0; value < 2500; value++) {
      const isAlarm = value % 100 === 0;
      const sent = publish(value, { topic: `env/c1/${isAlarm ? 'alarm' : 'temperature'}` });
      if (value % 50 === 0) await sent;
    }
    await until(
      () => agent.health().buffer.droppedReadings > 0 && agent.health().sources[0]?.readings === 2500,
      20_000,
      'it is full',
    );
    await until(
      () => harness.log.some((line) => line.includes('a full buffer dropped readings')),
      20_000,
      'it is told',
    );
    expect(agent.health().buffer.usedBytes).toBeLessThan(300 * 1024);
    await harness.nats.up();
    await until(() => agent.health().buffer.unsentReadings === 0, 30_000, 'all that is left is sent');
    const all = await streamed();
    const own = all.filter(({ tag }) => tag === DROPPED_READINGS_TAG);
    const alarms = all.filter(({ tag }) => tag === 'alarm').map(({ value }) => value);
    const telemetry = all.filter(({ tag }) => tag === 'temperature').map(({ value }) => value);
    expect(alarms).toEqual(Array.from({ length: 25 }, (_, i) => i * 100));
    expect(telemetry.at(-1)).toBe(2499);
    const { droppedReadings } = agent.health().buffer;
    expect(telemetry.length + alarms.length + droppedReadings).toBe(2500);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ equipment }) => equipment === 'c1')).toBe(true);
  });

  it('takes a changed configuration: unchanged sources keep running, others start and stop', async () => {
    const config = harness.config([source(), source({ name: 'leaving', clientId: 'leaving' })]);
    const agent = harness.startAgent(config);
    await until(() => connected(agent)() && connected(agent, 1)(), 10_000, 'both are connected');
    const logged = harness.log.length;
    const result = await agent.reload(
      harness.config([source(), source({ name: 'coming', clientId: 'coming' })]),
    );
    expect(result).toEqual({
      started: ['coming'],
      stopped: ['leaving'],
      kept: ['environment'],
      needsRestart: [],
    });
    await until(connected(agent, 1), 10_000, 'the new one is connected');
    expect(agent.health().sources.map(({ name }) => name)).toEqual(['environment', 'coming']);
    const about = harness.log.slice(logged).filter((line) => line.includes('"source":"environment"'));
    expect(about).toEqual([]);
    const moved = harness.config([source()], { path: harness.path('other.db') });
    expect((await agent.reload(moved)).needsRestart).toEqual(['buffer']);
  });

  it('stamps with its own clock where the sensor sends no time, and lives with a clock that jumps', async () => {
    let now = START;
    const plain = source({
      subscriptions: [
        {
          topic: 'env/{cell}/{parameter}',
          equipment: { area: 'a', workCenter: 'w', equipment: '{cell}' },
          tag: '{parameter}',
          payload: { type: 'plain' },
        },
      ],
    });
    const agent = harness.startAgent(harness.config([plain]), { clock: { now: () => now } });
    await until(connected(agent), 10_000, 'the source is connected');
    const send = (value: number) => publisher.publishAsync('env/c1/t', String(value), { qos: 1 });
    const count = async () => (await streamed()).length;
    await send(1);
    await until(async () => (await count()) === 1, 10_000, 'the first is sent');
    now = START - 3_600_000;
    await send(2);
    await until(async () => (await count()) === 2, 10_000, 'the second is sent');
    now = START + 365 * 86_400_000;
    await send(3);
    agent.housekeeping();
    await until(async () => (await count()) === 3, 10_000, 'the third is sent');
    expect((await streamed()).map(({ value, sourceTime }) => [value, sourceTime])).toEqual([
      [1, '2026-01-01T00:00:00.000Z'],
      [2, '2025-12-31T23:00:00.000Z'],
      [3, '2027-01-01T00:00:00.000Z'],
    ]);
  });

  it('serves health and metrics of each source', async () => {
    const agent = harness.startAgent(harness.config([source()]));
    const http = await serveObservation({ host: '127.0.0.1', port: 0 }, agent);
    harness.later(() => http.close());
    await until(connected(agent), 10_000, 'the source is connected');
    await publish(1);
    await until(async () => (await streamed()).length === 1, 10_000, 'the reading is sent');
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${http.port}${path}`)).text();
    expect(JSON.parse(await get('/health'))).toMatchObject({
      status: 'ok',
      sources: [{ name: 'environment', connected: true, readings: 1 }],
    });
    const metrics = await get('/metrics');
    expect(metrics).toContain('machshop_collector_readings_total{source="environment"} 1');
    expect(metrics).toContain('machshop_collector_source_connected{source="environment"} 1');
    expect(metrics).toContain('machshop_collector_unsent_readings{source="environment"} 0');
    expect(metrics).toContain('machshop_collector_nats_connected 1');
  });

  it('plays a recording as fast as it can, and goes on where it was after a restart', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `${new Date(START + i).toISOString()}|Feed_Rate|${i}.500`,
    );
    writeFileSync(harness.path('Box-OP1-Hurco02-01of20.txt'), `${lines.join('\n')}\n2017`);
    const replay: SourceInput = {
      name: 'recorded',
      type: 'replay',
      path: harness.folder,
      fileName: '{part}-{operation}-{machine}-{piece}of{total}.txt',
      equipment: { area: 'machining', workCenter: 'mill', equipment: '{machine}' },
      speed: 'max',
    };
    harness.startAgent(harness.config([{ ...replay, speed: 1 }]));
    await until(async () => (await streamed().catch(() => [])).length > 20, 20_000, 'it plays');
    await harness.stopAgent();
    const agent = harness.startAgent(harness.config([replay]));
    await until(() => agent.health().sources[0]?.detail === 'finished', 20_000, 'it is at the end');
    await until(() => agent.health().buffer.unsentReadings === 0, 20_000, 'all is sent');
    const all = await streamed();
    expect(all.map(({ value }) => value)).toEqual(lines.map((_, i) => i + 0.5));
    expect(all.every(({ equipment }) => equipment === 'Hurco02')).toBe(true);
    expect(agent.health().buffer.rejectedMessages).toBe(1);
  });
});
