import { DROPPED_READINGS_TAG } from '@machshop/schema/events/telemetry.ts';
import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentConfigInput } from './config/schema.ts';
import { Broker } from './simulators/broker.ts';
import { AgentProcess } from './testing/agent-process.ts';
import { freePort, TestNats } from './testing/nats-server.ts';
import { readStream, until } from './testing/stream-reader.ts';

const MESSAGES = 4000;
const KILLS = 8;

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of cleanUp.splice(0).reverse()) await one();
});

const configuration = (nats: TestNats, broker: Broker, buffer: string): AgentConfigInput => ({
  collector: { id: 'edge-kill', tenant: 'acme', site: 'pune' },
  nats: { servers: [nats.url], ackTimeoutMs: 1000 },
  buffer: { path: buffer, commitIntervalMs: 20, maxBatchReadings: 50 },
  sources: [
    {
      name: 'counters',
      type: 'mqtt',
      url: broker.url,
      version: '3.1.1',
      backoff: { initialMs: 20, maxMs: 100 },
      // a line that breaks says nothing of its own: what is counted here was published
      markBadOnLoss: false,
      subscriptions: [
        {
          topic: 'count/{machine}',
          equipment: { area: 'cell', workCenter: 'wc', equipment: '{machine}' },
          tag: 'n',
          payload: { type: 'json', value: 'n', time: 't' },
        },
      ],
    },
  ],
});

describe('an agent that is killed at any moment', () => {
  it('loses no reading that was acknowledged or buffered, and stores none twice', {
    timeout: 120_000,
  }, async () => {
    const nats = await TestNats.start();
    cleanUp.push(() => nats.stop());
    const broker = await Broker.start({ port: await freePort() });
    cleanUp.push(() => broker.stop());
    const agent = new AgentProcess();
    cleanUp.push(() => agent.remove());
    agent.configure(configuration(nats, broker, agent.path('buffer.db')));
    agent.start();
    await until(() => agent.log.includes('"connected":true,"detail":"mqtt'), 20_000, 'the agent subscribes');

    const publisher = await connectAsync(broker.url, { clientId: 'publisher', reconnectPeriod: 0 });
    cleanUp.push(() => publisher.endAsync());
    const start = Date.parse('2026-01-01T00:00:00Z');
    const publishing = (async () => {
      for (let n = 1; n <= MESSAGES; n++) {
        const payload = JSON.stringify({ n, t: new Date(start + n).toISOString() });
        await publisher.publishAsync(`count/m${n % 3}`, payload, { qos: 1 });
        if (n % 10 === 0) await new Promise((done) => setTimeout(done, 8));
      }
    })();
    for (let kill = 0; kill < KILLS; kill++) {
      await new Promise((done) => setTimeout(done, 300 + Math.random() * 900));
      await agent.kill('SIGKILL');
      if (kill === 3) await nats.down();
      agent.start();
      if (kill === 5) await nats.up();
    }
    await publishing;

    const connection = await nats.connect();
    cleanUp.push(() => connection.close());
    const readings = async () => (await readStream(connection)).flatMap(({ data }) => data.readings);
    await until(async () => (await readings()).length >= MESSAGES, 60_000, 'all readings are in the stream');
    await new Promise((done) => setTimeout(done, 1000));

    const events = await readStream(connection);
    const values = events.flatMap(({ data }) => data.readings.map(({ value }) => Number(value)));
    expect([...values].sort((one, other) => one - other)).toEqual(
      Array.from({ length: MESSAGES }, (_, i) => i + 1),
    );
    for (const machine of ['m0', 'm1', 'm2']) {
      const seqs = events
        .filter(({ data }) => data.equipment === machine)
        .flatMap(({ data }) => data.readings.map(({ seq }) => seq));
      expect(seqs.sort((one, other) => one - other)).toEqual(
        Array.from({ length: seqs.length }, (_, i) => i + 1),
      );
    }
    expect(events.some(({ data }) => data.readings.some(({ tag }) => tag === DROPPED_READINGS_TAG))).toBe(
      false,
    );
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(new Set(events.map(({ data }) => data.buffer)).size).toBe(1);
  });
});
