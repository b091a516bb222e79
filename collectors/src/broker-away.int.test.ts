import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connected, MqttBench } from './testing/mqtt-bench.ts';
import { until } from './testing/stream-reader.ts';

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

describe('a broker that goes away', { timeout: 60_000 }, () => {
  it('gets what was published while the broker was away from us, once the broker is back; meanwhile its tags are BAD', async () => {
    const agent = bench.harness.startAgent(bench.harness.config([bench.source()]));
    const readings = () => agent.health().sources[0]?.readings;
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publish(1, { time: Date.now() });
    await bench.publish('RUN', { topic: 'env/c1/state', time: Date.now() });
    await until(() => readings() === 2, 10_000, 'both are collected');
    const lostAt = Date.now();
    await bench.broker.unplug();
    await until(() => agent.health().sources[0]?.connected === false, 10_000, 'the loss is noticed');
    // tries that fail are no further losses
    await until(() => (agent.health().sources[0]?.faults ?? 0) >= 4, 10_000, 'it tries to connect again');
    await bench.broker.plug();
    await bench.publish(2, { time: Date.now() });
    await until(connected(agent), 10_000, 'the source is connected again');
    await bench.publish(3, { time: Date.now() });
    await until(async () => (await bench.streamed()).length >= 6, 10_000, 'all is sent');
    const all = await bench.streamed();
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
    const agent = bench.harness.startAgent(bench.harness.config([bench.source({ markBadOnLoss: false })]));
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publish(1);
    await until(() => agent.health().sources[0]?.readings === 1, 10_000, 'it is collected');
    await bench.broker.unplug();
    await until(() => agent.health().sources[0]?.connected === false, 10_000, 'the loss is noticed');
    await bench.broker.plug();
    await agent.reload(bench.harness.config([bench.source()]));
    await until(connected(agent), 10_000, 'the source is connected again');
    await bench.publish(2);
    await until(() => agent.health().sources[0]?.readings === 1, 10_000, 'it is collected');
    await bench.harness.stopAgent();
    expect((await bench.streamed()).map(({ value }) => value)).toEqual([1, 2]);
  });
});
