import { DROPPED_READINGS_TAG } from '@machshop/schema/events/telemetry.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connected, MqttBench } from './testing/mqtt-bench.ts';
import { readStream, until } from './testing/stream-reader.ts';

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

describe('NATS that goes away', { timeout: 90_000 }, () => {
  it('collects while NATS is away and brings all of it, in order, when it is back', async () => {
    const agent = bench.harness.startAgent(bench.harness.config([bench.source()]));
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publish(0);
    await until(async () => (await bench.streamed()).length === 1, 10_000, 'the first is sent');
    await bench.harness.nats.down();
    for (let value = 1; value <= 200; value++) await bench.publish(value);
    await until(() => !agent.health().nats.connected, 10_000, 'the loss is noticed');
    await until(() => agent.health().buffer.unsentReadings === 200, 10_000, 'all is buffered');
    expect(agent.health()).toMatchObject({
      status: 'degraded',
      sources: [{ connected: true, unsentReadings: 200 }],
    });
    expect(agent.health().sources[0]?.lagSeconds).toBeGreaterThan(0);
    await bench.harness.nats.up();
    await until(() => agent.health().buffer.unsentReadings === 0, 30_000, 'all is sent');
    expect((await bench.streamed()).map(({ value }) => value)).toEqual(
      Array.from({ length: 201 }, (_, i) => i),
    );
    expect(agent.health()).toMatchObject({ status: 'ok', problems: [] });
  });

  it('drops the oldest telemetry of a full buffer, keeps alarms, and tells the plant how much is gone', async () => {
    const rules = [{ tags: 'alarm', kind: 'alarm' as const }];
    const agent = bench.harness.startAgent(
      bench.harness.config([bench.source({ rules })], { maxBytes: '192 KiB', maxBatchReadings: 20 }),
    );
    await until(connected(agent), 10_000, 'the source is connected');
    await until(() => agent.health().nats.connected, 10_000, 'NATS is connected');
    await bench.harness.nats.down();
    for (let value = 0; value < 2500; value++) {
      const isAlarm = value % 100 === 0;
      const sent = bench.publish(value, { topic: `env/c1/${isAlarm ? 'alarm' : 'temperature'}` });
      if (value % 50 === 0) await sent;
    }
    await until(
      () => agent.health().buffer.droppedReadings > 0 && agent.health().sources[0]?.readings === 2500,
      20_000,
      'it is full',
    );
    await until(
      () => bench.harness.log.some((line) => line.includes('a full buffer dropped readings')),
      20_000,
      'it is told',
    );
    expect(agent.health().buffer.usedBytes).toBeLessThan(300 * 1024);
    await bench.harness.nats.up();
    await until(() => agent.health().buffer.unsentReadings === 0, 30_000, 'all that is left is sent');
    const all = await bench.streamed();
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

  it('is caught up with in order, without keeping what comes meanwhile waiting; events go first', async () => {
    const rules = [{ tags: 'alarm', kind: 'alarm' as const }];
    const config = bench.harness.config([bench.source({ rules })], { maxBatchReadings: 1 });
    const slow = { ...config, nats: { ...config.nats, window: 2 } };
    const agent = bench.harness.startAgent(slow);
    await until(connected(agent), 10_000, 'the source is connected');
    await until(() => agent.health().nats.connected, 10_000, 'NATS is connected');
    await bench.harness.nats.down();
    const missed = 6000;
    for (let value = 0; value < missed; value++) {
      const sent = bench.publish(value);
      if (value % 50 === 0) await sent;
    }
    for (let value = 0; value < 20; value++) await bench.publish(value, { topic: 'env/c1/alarm' });
    await until(() => agent.health().buffer.unsentReadings === missed + 20, 30_000, 'all is buffered');
    await bench.harness.nats.up();
    await until(
      () => agent.health().nats.connected && agent.health().buffer.unsentReadings < missed - 100,
      30_000,
      'it catches up',
    );
    for (let value = 0; value < 50; value++) await bench.publish(value, { topic: 'env/c1/live' });
    const left = agent.health().buffer.unsentReadings;
    expect(left).toBeGreaterThan(500);
    await until(() => agent.health().buffer.unsentReadings === 0, 60_000, 'all is sent');
    const order = (await bench.streamed()).map(({ tag, value }) => `${tag} ${value}`);
    const of = (tag: string) => order.filter((one) => one.startsWith(`${tag} `));
    const numbered = (tag: string, count: number) => Array.from({ length: count }, (_, i) => `${tag} ${i}`);
    expect(of('temperature')).toEqual(numbered('temperature', missed));
    expect(of('live')).toEqual(numbered('live', 50));
    expect(order.slice(0, 20)).toEqual(numbered('alarm', 20));
    // the last of the live ones overtook most of what was still waiting
    const overtaken =
      missed - of('temperature').filter((one) => order.indexOf(one) < order.indexOf('live 49')).length;
    expect(overtaken).toBeGreaterThan(left / 2);
  });

  it('is not told more than its stream takes: the rest waits at the edge, and comes when there is room', async () => {
    // the server's bound, as a stream's own is not asked of every version
    await bench.harness.nats.down();
    await bench.harness.nats.up([`jetstream { max_file_store: ${64 * 1024} }`]);
    const agent = bench.harness.startAgent(bench.harness.config([bench.source()], { maxBatchReadings: 20 }));
    await until(connected(agent), 10_000, 'the source is connected');
    const total = 2000;
    for (let value = 0; value < total; value++) {
      const sent = bench.publish(value);
      if (value % 50 === 0) await sent;
    }
    await until(() => agent.health().sources[0]?.readings === total, 20_000, 'all is collected');
    await until(
      () => bench.harness.log.some((line) => line.includes('insufficient resources')),
      20_000,
      'the stream is full',
    );
    expect(agent.health().buffer).toMatchObject({ refusedBatches: 0, droppedReadings: 0 });
    expect(agent.health().buffer.unsentReadings).toBeGreaterThan(0);
    const taken: number[] = [];
    const connection = await bench.harness.nats.connect();
    bench.harness.later(() => connection.close());
    const manager = await connection.jetstreamManager();
    const collect = async () => {
      const events = await readStream(connection);
      const { state } = await manager.streams.info('MES_TELEMETRY');
      await manager.streams.purge('MES_TELEMETRY', { seq: state.first_seq + events.length });
      taken.push(...events.flatMap(({ data }) => data.readings.map(({ value }) => Number(value))));
      return taken.length >= total;
    };
    await until(collect, 60_000, 'all is sent');
    // of a window in which the stream took some and refused others the latter come behind
    expect(taken.sort((one, other) => one - other)).toEqual(Array.from({ length: total }, (_, i) => i));
  });
});
