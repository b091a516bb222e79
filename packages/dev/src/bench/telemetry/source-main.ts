import { join } from 'node:path';
import { createLogger } from '@machshop/telemetry';
import { type AgentConfigInput, checkConfig, createEdgeAgent } from '../../../../../collectors/src/index.ts';
import {
  Broker,
  floodMqtt,
  startLoadServer,
  startRecordedCell,
} from '../../../../../collectors/src/simulators/index.ts';
import { freePort } from '../../services/ports.ts';
import type { SourceDone, SourceSettings } from './source.ts';

// the machines and the edge agent of the benchmark, as a process of their own: says that it is ready, works when it
// is told to, says what it did when all of it has been sent
const settings = JSON.parse(process.env.MACHSHOP_BENCH_SOURCE ?? '') as SourceSettings;
const { folder, nats, tenantId, siteCode, work } = settings;

type Source = NonNullable<AgentConfigInput['sources']>[number];
interface Machines {
  readonly sources: readonly Source[];
  /** Says everything; gives how much that was. */
  run(): Promise<number>;
  stop(): Promise<void>;
}

const FILE_NAME = '{part}-{operation}-{machine}-{piece}.txt';
const TEXT_ITEMS = ['Program_Name_Running', 'Program_Name_Editing', 'Program_Status'];
const at = (equipment: string) => ({ area: 'machining', workCenter: 'MILL', equipment });

async function opcUa(items: number, intervalMs: number, seconds: number): Promise<Machines> {
  const server = await startLoadServer({
    port: await freePort(),
    pkiFolder: join(folder, 'server'),
    items,
    intervalMs,
  });
  const source: Source = {
    name: 'opc-ua',
    type: 'opc-ua',
    endpoint: server.endpointUrl,
    equipment: at('BENCH-OPC'),
    pkiFolder: join(folder, 'pki'),
    trust: 'first-use',
    publishingIntervalMs: intervalMs,
    samplingIntervalMs: 0,
    discover: { root: server.root },
  };
  return {
    sources: [source],
    run: async () => {
      await server.run(seconds);
      return server.changes();
    },
    stop: () => server.stop(),
  };
}

async function mqtt(topics: number, messages: number, perSecond: number | undefined): Promise<Machines> {
  const broker = await Broker.start({ port: await freePort() });
  const names = Array.from({ length: topics }, (_, index) => `bench/Item${index}`);
  const source: Source = {
    name: 'mqtt',
    type: 'mqtt',
    url: broker.url,
    version: '3.1.1',
    subscriptions: [
      {
        topic: 'bench/{tag}',
        equipment: at('BENCH-MQTT'),
        tag: '{tag}',
        payload: { type: 'json', value: 'value', time: 'time' },
      },
    ],
  };
  const pace = perSecond === undefined ? {} : { perSecond };
  return {
    sources: [source],
    run: async () => {
      await floodMqtt({ url: broker.url, topics: names, qos: 1, messages, ...pace });
      return messages;
    },
    stop: () => broker.stop(),
  };
}

async function recordings(path: string): Promise<Machines> {
  const cell = await startRecordedCell({
    path,
    fileName: FILE_NAME,
    textItems: TEXT_ITEMS,
    port: await freePort(),
    pkiFolder: join(folder, 'server'),
  });
  return {
    sources: cell.machines.map((machine) => cell.source(machine, join(folder, 'pki'))),
    run: async () => (await cell.play()).points,
    stop: () => cell.stop(),
  };
}

function machinesOf(): Promise<Machines> {
  if (work.kind === 'opc-ua') return opcUa(work.items, work.intervalMs, work.seconds);
  return work.kind === 'mqtt' ? mqtt(work.topics, work.messages, work.perSecond) : recordings(work.path);
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function main(): Promise<void> {
  const machines = await machinesOf();
  const config = checkConfig({
    collector: { id: 'bench', tenant: tenantId, site: siteCode },
    nats,
    buffer: { path: join(folder, 'buffer.sqlite'), maxBytes: '2 GiB', keepSentDays: 1 },
    sources: machines.sources,
  });
  const agent = createEdgeAgent(config, { log: createLogger('bench source', 'error') });
  agent.start();
  const read = () => agent.health().sources.reduce((sum, { readings }) => sum + readings, 0);
  await until(() => agent.health().sources.every(({ connected }) => connected));
  process.send?.('ready');
  await new Promise((resolve) => process.once('message', resolve));
  const cpu = process.cpuUsage();
  const before = read();
  const said = await machines.run();
  await until(() => read() - before >= said);
  // what is read waits in memory for its commit before it counts as unsent
  await until(() => {
    const { pendingReadings, unsentReadings } = agent.health().buffer;
    return pendingReadings + unsentReadings === 0;
  });
  const { user, system } = process.cpuUsage(cpu);
  const { usedBytes } = agent.health().buffer;
  const done: SourceDone = {
    ...{ said, read: read(), bufferBytes: usedBytes },
    cpuMs: (user + system) / 1000,
    rssBytes: process.memoryUsage().rss,
  };
  process.send?.(done);
  await new Promise((resolve) => process.once('message', resolve));
  await agent.stop();
  await machines.stop();
  process.exit(0);
}

process.once('disconnect', () => process.exit(1));
await main();
