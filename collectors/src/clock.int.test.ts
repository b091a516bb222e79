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

  it('back and forth, loses nothing and tells nothing twice: order is that of the numbers, not of the times', async () => {
    const hour = 3_600_000;
    const jumps = [0, -hour, 24 * hour, -400 * 24 * hour, 2 * hour, 10 * 365 * 24 * hour, 0];
    let offset = 0;
    const clock = { now: () => Date.now() + offset };
    const rules = [
      { tags: 'held', minIntervalMs: 60_000 },
      { tags: 'counted', aggregate: { windowMs: 500, functions: ['count' as const] } },
    ];
    const agent = bench.harness.startAgent(bench.harness.config([bench.plainSource({ rules })]), { clock });
    await until(connected(agent), 10_000, 'the source is connected');
    const perJump = 40;
    for (const [index, jump] of jumps.entries()) {
      offset = jump;
      if (index === 2) await bench.harness.nats.down();
      for (let n = 0; n < perJump; n++) {
        await bench.publishPlain(String(index * perJump + n));
        await bench.publishPlain('1', 'env/c2/counted');
      }
      await bench.publishPlain(String(index), 'env/c3/held');
      const count = (index + 1) * (2 * perJump + 1);
      await until(() => agent.health().sources[0]?.readings === count, 20_000, 'all came');
      if (index === 4) await bench.harness.nats.up();
      agent.housekeeping();
    }
    await until(() => agent.health().nats.connected, 20_000, 'NATS is connected');
    await bench.harness.stopAgent();
    const all = await bench.streamed();
    const of = (equipment: string) => all.filter((one) => one.equipment === equipment);
    const total = jumps.length * perJump;
    expect(of('c1').map(({ value }) => value)).toEqual(Array.from({ length: total }, (_, i) => i));
    expect(of('c1').map(({ seq }) => seq)).toEqual(Array.from({ length: total }, (_, i) => i + 1));
    expect(of('c2').reduce((sum, { value }) => sum + Number(value), 0)).toBe(total);
    // what an interval held back is not held for as long as the clock was set back
    expect(of('c3').map(({ value }) => value)).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 5, 6]));
    expect(of('c3')).toHaveLength(jumps.length);
    const times = of('c1').map(({ sourceTime }) => Date.parse(sourceTime));
    expect(times.some((time, index) => index > 0 && time < (times[index - 1] as number))).toBe(true);
  });
});
