import { execFileSync } from 'node:child_process';
import { DROPPED_READINGS_TAG } from '@machshop/schema/events/telemetry.ts';
import { connectAsync } from 'mqtt';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentHealth } from './observe/health.ts';
import { Broker } from './simulators/broker.ts';
import { AgentProcess } from './testing/agent-process.ts';
import { freePort, TestNats } from './testing/nats-server.ts';
import { readStream, until } from './testing/stream-reader.ts';

const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const one of cleanUp.splice(0).reverse()) await one();
});

const MESSAGES = 30_000;
const ALARM_EVERY = 1000;

describe('an agent whose disk is full', () => {
  it('goes on with the newest telemetry and all alarms, counts what is gone, and recovers', {
    timeout: 120_000,
  }, async () => {
    const nats = await TestNats.start();
    cleanUp.push(() => nats.stop());
    const broker = await Broker.start({ port: await freePort() });
    cleanUp.push(() => broker.stop());
    const http = await freePort();
    // no file of the agent may grow beyond a megabyte: its writes fail as on a full disk
    const agent = new AgentProcess('ulimit -S -f 2048');
    cleanUp.push(() => agent.remove());
    agent.configure({
      collector: { id: 'edge-full', tenant: 'acme', site: 'pune' },
      nats: { servers: [nats.url], ackTimeoutMs: 1000 },
      buffer: {
        path: agent.path('buffer.db'),
        maxBytes: '1 GiB',
        reserveBytes: '256 KiB',
        commitIntervalMs: 20,
      },
      http: { port: http },
      sources: [
        {
          name: 'flood',
          type: 'mqtt',
          url: broker.url,
          version: '3.1.1',
          rules: [{ tags: 'alarm', kind: 'alarm' }],
          subscriptions: [
            {
              topic: 'm/{tag}',
              qos: 0,
              equipment: { area: 'a', workCenter: 'w', equipment: 'm' },
              tag: '{tag}',
              payload: { type: 'plain' },
            },
          ],
        },
      ],
    });
    agent.start();
    const health = async () => (await (await fetch(`http://127.0.0.1:${http}/health`)).json()) as AgentHealth;
    await until(
      async () => (await health().catch(() => null))?.sources[0]?.connected === true,
      20_000,
      'the agent is connected',
    );
    await until(async () => (await health()).nats.connected, 20_000, 'NATS is connected');
    await nats.down();

    const publisher = await connectAsync(broker.url, { clientId: 'publisher' });
    cleanUp.push(() => publisher.endAsync(true));
    for (let n = 0; n < MESSAGES; n++) {
      publisher.publish(`m/${n % ALARM_EVERY === 0 ? 'alarm' : 'load'}`, String(n), { qos: 0 });
      if (n % 500 === 0) await new Promise((done) => setTimeout(done, 30));
    }
    await until(async () => (await health()).sources[0]?.readings === MESSAGES, 60_000, 'all is collected');
    await until(async () => (await health()).buffer.droppedReadings > 0, 20_000, 'the disk is full');
    expect((await health()).status).toBe('degraded');

    execFileSync('prlimit', ['--pid', String(agent.pid), '--fsize=unlimited:']);
    await nats.up();
    const isThrough = async () => {
      const { buffer } = await health();
      return buffer.unsentReadings === 0 && buffer.pendingReadings === 0 && !buffer.diskFull;
    };
    await until(isThrough, 60_000, 'the disk takes more again and what is left is sent');
    const { buffer } = await health();

    const connection = await nats.connect();
    cleanUp.push(() => connection.close());
    await until(
      async () =>
        (await readStream(connection)).some(({ data }) =>
          data.readings.some(({ tag }) => tag === DROPPED_READINGS_TAG),
        ),
      20_000,
      'the plant is told',
    );
    const readings = (await readStream(connection)).flatMap(({ data }) => data.readings);
    const of = (wanted: string) =>
      readings.filter(({ tag }) => tag === wanted).map(({ value }) => Number(value));
    expect(of('alarm')).toEqual(Array.from({ length: MESSAGES / ALARM_EVERY }, (_, i) => i * ALARM_EVERY));
    expect(of('load').at(-1)).toBe(MESSAGES - 1);
    expect(of('load').length + of('alarm').length + buffer.droppedReadings).toBe(MESSAGES);
    expect(new Set(of('load')).size).toBe(of('load').length);
  });
});
