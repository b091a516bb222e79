import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connected, MqttBench, START } from './testing/mqtt-bench.ts';
import { until } from './testing/stream-reader.ts';

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

describe('a clock that jumps', { timeout: 60_000 }, () => {
  it('stamps with its own clock where the sensor sends no time, and lives with a clock that jumps', async () => {
    let now = START;
    const plain = bench.source({
      subscriptions: [
        {
          topic: 'env/{cell}/{parameter}',
          equipment: { area: 'a', workCenter: 'w', equipment: '{cell}' },
          tag: '{parameter}',
          payload: { type: 'plain' },
        },
      ],
    });
    const agent = bench.harness.startAgent(bench.harness.config([plain]), { clock: { now: () => now } });
    await until(connected(agent), 10_000, 'the source is connected');
    const send = (value: number) => bench.publisher.publishAsync('env/c1/t', String(value), { qos: 1 });
    const count = async () => (await bench.streamed()).length;
    await send(1);
    await until(async () => (await count()) === 1, 10_000, 'the first is sent');
    now = START - 3_600_000;
    await send(2);
    await until(async () => (await count()) === 2, 10_000, 'the second is sent');
    now = START + 365 * 86_400_000;
    await send(3);
    agent.housekeeping();
    await until(async () => (await count()) === 3, 10_000, 'the third is sent');
    expect((await bench.streamed()).map(({ value, sourceTime }) => [value, sourceTime])).toEqual([
      [1, '2026-01-01T00:00:00.000Z'],
      [2, '2025-12-31T23:00:00.000Z'],
      [3, '2027-01-01T00:00:00.000Z'],
    ]);
  });
});
