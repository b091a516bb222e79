import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connected, MqttBench } from '../../testing/mqtt-bench.ts';
import { freePort } from '../../testing/nats-server.ts';
import { ScriptedBroker } from '../../testing/scripted-broker.ts';
import { until } from '../../testing/stream-reader.ts';

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

const timed = (n: number) => JSON.stringify({ value: n, time: `2026-01-01T00:00:0${n}Z` });
const topic = 'env/c1/n';

describe('a message that the broker sends again', { timeout: 60_000 }, () => {
  it('is taken once and acknowledged each time, also after a restart of the agent', async () => {
    const port = await freePort();
    const again = { topic, payload: timed(1), packetId: 7 };
    const broker = await ScriptedBroker.start(port, [
      [again, { topic, payload: timed(2), packetId: 8 }],
      // not every broker marks what it sends again
      [{ ...again, dup: true }, again, { topic, payload: timed(3), packetId: 7 }],
      [
        { topic, payload: timed(3), packetId: 7, dup: true },
        { topic, payload: timed(4), packetId: 9 },
      ],
    ]);
    bench.harness.later(() => broker.stop());
    const config = bench.harness.config([bench.source({ url: `mqtt://127.0.0.1:${port}` })]);
    const agent = bench.harness.startAgent(config);
    await until(() => broker.acknowledged.length === 2, 10_000, 'both are acknowledged');
    expect(broker.acknowledged).toEqual([7, 8]);
    broker.drop();
    await until(() => broker.acknowledged.length === 5, 10_000, 'all are acknowledged');
    expect(connected(agent)()).toBe(true);
    await bench.harness.stopAgent();
    bench.harness.startAgent(config);
    await until(() => broker.acknowledged.length === 7, 10_000, 'all are acknowledged');
    await until(async () => (await bench.streamed()).some(({ value }) => value === 4), 10_000, 'all is sent');
    const good = (await bench.streamed()).filter(({ quality }) => quality === 'GOOD');
    expect(good.map(({ value }) => value)).toEqual([1, 2, 3, 4]);
  });

  it('is another one where it carries no time and is not marked: two equal values of a sensor are two', async () => {
    const port = await freePort();
    const same = { topic, payload: '5', packetId: 7 };
    const broker = await ScriptedBroker.start(port, [[same, same, { ...same, dup: true }]]);
    bench.harness.later(() => broker.stop());
    bench.harness.startAgent(bench.harness.config([bench.plainSource({ url: `mqtt://127.0.0.1:${port}` })]));
    await until(() => broker.acknowledged.length === 3, 10_000, 'all are acknowledged');
    await bench.harness.stopAgent();
    expect((await bench.streamed()).map(({ value }) => value)).toEqual([5, 5]);
  });
});
