import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeSparkplug } from './sources/mqtt/sparkplug-codec.ts';
import { connected, MqttBench, type SourceInput, START } from './testing/mqtt-bench.ts';
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

  it('does not make a batch that whoever reads it must refuse', async () => {
    const agent = bench.harness.startAgent(
      bench.harness.config([bench.plainSource({ name: 'plain' }), sparkplug(bench.broker.url)]),
    );
    await until(() => connected(agent)() && connected(agent, 1)(), 10_000, 'both sources are connected');
    await bench.publishPlain('1', `env/c1/${'x'.repeat(300)}`);
    await bench.publishPlain('2', 'env//');
    await bench.publishPlain('3', 'env/c1/temperature');
    const node = 'spBv1.0/plant';
    const birth = (seq: number, name: string, value: string) =>
      encodeSparkplug({
        timestamp: START,
        seq,
        metrics: [
          { name: 'bdSeq', type: 'UInt64', value: 0 },
          { name, type: 'String', value },
        ],
      });
    await bench.publishPlain(birth(0, 'Text', 'x'.repeat(70_000)), `${node}/NBIRTH/n1`);
    await bench.publishPlain(Buffer.from('0aff', 'hex'), `${node}/NDATA/n1`);
    await bench.publishPlain(birth(0, 'Text', 'good'), `${node}/NBIRTH/n2`);
    await until(async () => (await bench.streamed()).length >= 2, 10_000, 'the good ones are sent');
    // the reader of the stream checks every batch against its schema
    expect((await bench.streamed()).map(({ value }) => value).sort()).toEqual([3, 'good']);
    expect(agent.health().buffer.rejectedMessages).toBe(4);
    expect(agent.health().sources[0]?.lastFault).toMatch(/^rejected: .*the tag has (0|300) characters/);
    expect(agent.health().sources[1]?.lastFault).toMatch(/^rejected: .*is no Sparkplug payload/);
  });

  it('is survived whatever it holds, with every good one beside it', async () => {
    const agent = bench.harness.startAgent(bench.harness.config([bench.source()]));
    await until(connected(agent), 10_000, 'the source is connected');
    const junk = fc.sample(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
        fc.json().map((text) => Buffer.from(text)),
        fc
          .record({
            value: fc.oneof(fc.double(), fc.string(), fc.constant(null)),
            time: fc.oneof(fc.double(), fc.string()),
          })
          .map((one) => Buffer.from(JSON.stringify(one))),
      ),
      300,
    );
    for (const [index, payload] of junk.entries()) {
      void bench.publishPlain(payload, 'env/c1/junk');
      await bench.publish(index);
    }
    const good = async () =>
      (await bench.streamed()).filter(({ tag }) => tag === 'temperature').map(({ value }) => value);
    await until(async () => (await good()).length >= junk.length, 20_000, 'the good ones are sent');
    expect(await good()).toEqual(junk.map((_, index) => index));
  });

  it('that the stream will never take stays in the buffer, is counted, and lets the others by', async () => {
    await bench.harness.nats.down();
    await bench.harness.nats.up(['max_payload: 20000']);
    const agent = bench.harness.startAgent(bench.harness.config([bench.plainSource()]));
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publishPlain('1');
    await until(async () => (await bench.streamed()).length === 1, 10_000, 'the first is sent');
    await bench.publishPlain('x'.repeat(30_000), 'env/c2/text');
    await until(() => agent.health().buffer.refusedBatches === 1, 10_000, 'it is refused');
    await bench.publishPlain('2');
    await until(async () => (await bench.streamed()).length === 2, 10_000, 'the next is sent');
    expect(agent.health()).toMatchObject({
      status: 'degraded',
      problems: ['buffer: the stream refused 1 batches'],
      buffer: { unsentReadings: 0 },
    });
  });
});

const sparkplug = (url: string): SourceInput => ({
  name: 'sparkplug',
  type: 'mqtt',
  url,
  version: '3.1.1',
  sparkplug: { equipment: { area: '{group}', workCenter: '{node}', equipment: '{device}' } },
});
