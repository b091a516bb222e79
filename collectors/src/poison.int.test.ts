import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connected, MqttBench } from './testing/mqtt-bench.ts';
import { until } from './testing/stream-reader.ts';

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

describe('a poison message', { timeout: 60_000 }, () => {
  it('puts a poison message aside, says what is wrong with it, and goes on', async () => {
    const agent = bench.harness.startAgent(bench.harness.config([bench.source()]));
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publisher.publishAsync('env/c1/temperature', '{"value":', { qos: 1 });
    await bench.publisher.publishAsync('env/c1/temperature', Buffer.from([0xff, 0xfe, 0x00]), { qos: 1 });
    await bench.publish(7);
    await until(async () => (await bench.streamed()).length === 1, 10_000, 'the good one is sent');
    expect(agent.health().buffer.rejectedMessages).toBe(2);
    expect(agent.health().sources[0]).toMatchObject({
      faults: 2,
      lastFault: expect.stringMatching(/^rejected: env\/c1\/temperature: is not JSON/),
    });
  });
});
