import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sleep } from '../../clock.ts';
import type { AgentConfigInput } from '../../config/schema.ts';
import { type LoadOptions, type LoadServer, startLoadServer } from '../../simulators/load.ts';
import { Harness } from '../../testing/harness.ts';
import { freePort } from '../../testing/nats-server.ts';
import { readStream, until } from '../../testing/stream-reader.ts';
import { TcpProxy } from '../../testing/tcp-proxy.ts';

type OpcUaInput = Extract<NonNullable<AgentConfigInput['sources']>[number], { type: 'opc-ua' }>;

/** Item0 counts, Item1 never changes. */
const COUNTER = 'Item0';
const STILL = 'Item1';
const INTERVAL_MS = 20;

let harness: Harness;
let server: LoadServer;
let proxy: TcpProxy;
let endpoint: string;

beforeEach(async () => {
  harness = await Harness.start();
});
afterEach(() => harness.end());

async function start(more: Partial<LoadOptions> = {}): Promise<void> {
  const port = await freePort();
  const pkiFolder = harness.path('server-pki');
  mkdirSync(pkiFolder, { recursive: true });
  server = await startLoadServer({
    port,
    pkiFolder,
    items: 2,
    stillItems: 1,
    intervalMs: INTERVAL_MS,
    ...more,
  });
  harness.later(() => server.stop());
  const way = await freePort();
  proxy = await TcpProxy.start(way, port);
  harness.later(() => proxy.cut());
  endpoint = `opc.tcp://127.0.0.1:${way}`;
}

const source = (more: Partial<OpcUaInput> = {}): OpcUaInput => ({
  name: 'plc',
  type: 'opc-ua',
  endpoint,
  equipment: { area: 'a', workCenter: 'w', equipment: 'plc' },
  pkiFolder: harness.path('pki'),
  trust: 'first-use',
  publishingIntervalMs: 100,
  samplingIntervalMs: 0,
  queueSize: 1000,
  sessionTimeoutMs: 30_000,
  discover: { root: server.root },
  ...more,
});

async function streamed() {
  const connection = await harness.nats.connect();
  try {
    return (await readStream(connection)).flatMap(({ data }) => data.readings);
  } finally {
    await connection.close();
  }
}

const upTo = (count: number) => Array.from({ length: count + 1 }, (_, i) => i);

describe('an OPC UA source whose connection is cut', { timeout: 120_000 }, () => {
  it('comes back with its session and subscription, and with every change of meanwhile, once', async () => {
    await start();
    const agent = harness.startAgent(harness.config([source()]));
    const isConnected = () => agent.health().sources[0]?.connected === true;
    await until(isConnected, 20_000, 'it is connected');
    const seconds = 14;
    const running = server.run(seconds);
    for (const cutMs of [1500, 3000]) {
      await sleep(1000);
      await proxy.cut();
      await until(() => !isConnected(), 10_000, 'the loss is noticed');
      await sleep(cutMs);
      await proxy.heal();
      await until(isConnected, 20_000, 'it is connected again');
    }
    await running;
    await sleep(1000);
    await harness.stopAgent();
    const readings = await streamed();
    const good = readings.filter(({ quality }) => quality === 'GOOD');
    const counted = good.filter(({ tag }) => tag === COUNTER).map(({ value }) => Number(value));
    expect(counted).toEqual(upTo((seconds * 1000) / INTERVAL_MS));
    expect(server.made()).toEqual({ sessions: 1, subscriptions: 1 });
    const still = readings.filter(({ tag }) => tag === STILL);
    expect(still.map(({ value, quality }) => [value, quality])).toEqual([
      [0, 'GOOD'],
      [null, 'BAD'],
      [0, 'GOOD'],
      [null, 'BAD'],
      [0, 'GOOD'],
    ]);
    const times = still.map(({ sourceTime }) => Date.parse(sourceTime));
    expect(times).toEqual([...times].sort((one, other) => one - other));
  });

  it('has its subscription made anew when the server has given up the session, and goes on', async () => {
    await start();
    const agent = harness.startAgent(harness.config([source({ sessionTimeoutMs: 3000 })]));
    const isConnected = () => agent.health().sources[0]?.connected === true;
    await until(isConnected, 20_000, 'it is connected');
    await server.run(1);
    await until(() => (agent.health().sources[0]?.readings ?? 0) >= 52, 10_000, 'all is collected');
    await proxy.cut();
    await until(() => !isConnected(), 10_000, 'the loss is noticed');
    await sleep(9000);
    await proxy.heal();
    await until(isConnected, 30_000, 'it is connected again');
    const before = agent.health().sources[0]?.readings ?? 0;
    await server.run(1);
    await until(() => (agent.health().sources[0]?.readings ?? 0) >= before + 50, 20_000, 'it goes on');
    await sleep(500);
    await harness.stopAgent();
    expect(server.made().sessions).toBeGreaterThan(1);
    const readings = await streamed();
    const still = readings.filter(({ tag }) => tag === STILL);
    expect(still.map(({ value, quality }) => [value, quality])).toEqual([
      [0, 'GOOD'],
      [null, 'BAD'],
      [0, 'GOOD'],
    ]);
    const counted = readings.filter(({ tag, quality }) => tag === COUNTER && quality === 'GOOD');
    expect(counted.map(({ value }) => value).slice(0, 51)).toEqual(upTo(50));
    expect(counted.slice(-50).map(({ value }) => value)).toEqual(upTo(50).slice(1));
  });

  it('notices that the connection is dead when nothing ends it', async () => {
    await start();
    const agent = harness.startAgent(harness.config([source({ sessionTimeoutMs: 6000 })]));
    const isConnected = () => agent.health().sources[0]?.connected === true;
    await until(isConnected, 20_000, 'it is connected');
    const running = server.run(25);
    await sleep(1000);
    proxy.silence();
    // two thirds of the session's time-out, and the 15 s that a request may take
    await until(() => !isConnected(), 25_000, 'the loss is noticed');
    await until(isConnected, 20_000, 'it is connected again');
    await running;
    await until(
      async () => (await streamed()).some(({ value }) => value === 1250),
      20_000,
      'the last value comes',
    );
    const still = (await streamed()).filter(({ tag }) => tag === STILL);
    expect(still.map(({ quality }) => quality)).toEqual(['GOOD', 'BAD', 'GOOD']);
  });

  it('loses what does not fit into the queue of the server, and says so', async () => {
    await start();
    const agent = harness.startAgent(harness.config([source({ queueSize: 10 })]));
    const isConnected = () => agent.health().sources[0]?.connected === true;
    await until(isConnected, 20_000, 'it is connected');
    const running = server.run(8);
    await sleep(500);
    await proxy.cut();
    await until(() => !isConnected(), 10_000, 'the loss is noticed');
    await sleep(2000);
    await proxy.heal();
    await running;
    await until(
      async () => (await streamed()).some(({ value }) => value === 400),
      20_000,
      'the last value comes',
    );
    expect(agent.health().sources[0]?.lastFault).toMatch(/overflow: Item0: .* values are lost/);
    await harness.stopAgent();
    const counted = (await streamed()).filter(({ tag, quality }) => tag === COUNTER && quality === 'GOOD');
    expect(counted.at(-1)?.value).toBe(400);
    expect(counted.length).toBeLessThan(401);
    expect(new Set(counted.map(({ value }) => value)).size).toBe(counted.length);
  });
});
