import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, connectBus, ensureStreams } from '@machshop/events/bus.ts';
import { createLogger } from '@machshop/telemetry';
import { startTestNats } from '@machshop/testing';
import { freePort } from '@machshop/testing/ports.ts';
import { composeSupergraph } from '../../compose/compose.ts';
import type { ClientOrder, Delays } from './clients-main.ts';
import type { GatewayUsage } from './gateway-main.ts';
import { EVENTS, SUBGRAPHS, TENANT } from './world.ts';

/** One figure; the host prints it. */
export interface SubscriptionFigure {
  readonly case: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline?: string;
  readonly ratio?: number;
  readonly aim?: string;
  readonly ok?: boolean;
}

interface Case {
  readonly name: string;
  readonly sockets: number;
  readonly subscribe: 'same' | 'each';
  /** Events that only warm up: what is measured is a gateway that has been up for a while. */
  readonly warmUp: number;
  readonly events: number;
  readonly perSecond: number;
}

interface Measured {
  readonly p50: number;
  readonly p99: number;
  readonly cpuUs: number;
  readonly calls: number;
  readonly missing: number;
}

const IDLE_SOCKETS = 10_000;
const MAX_WAIT_MS = 60_000;
const AIMS = { p99Ms: 60, idleMb: 250 };

function casesOf(quick: boolean): readonly Case[] {
  const factor = quick ? 0.25 : 1;
  const some = (events: number) => Math.ceil(events * factor);
  return [
    {
      name: '2,000 subscribers',
      sockets: 2_000,
      subscribe: 'same',
      warmUp: 20,
      events: some(200),
      perSecond: 5,
    },
    {
      name: '10,000 subscribers',
      sockets: 10_000,
      subscribe: 'same',
      warmUp: 5,
      events: some(30),
      perSecond: 1,
    },
    {
      name: '2,000, each its own resolution',
      sockets: 2_000,
      subscribe: 'each',
      warmUp: 5,
      events: some(8),
      perSecond: 0.5,
    },
  ];
}

/**
 * Live subscriptions over three subgraphs: the delay until the last subscriber has an event, CPU of the gateway's
 * process a message, subgraph calls an event, memory of idle sockets; and the same when each subscriber is
 * resolved on its own. Answers whether every aim was reached.
 */
export async function runSubscriptions(
  args: readonly string[],
  report: (figure: SubscriptionFigure) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'machshop-bench-'));
  const nats = await startTestNats();
  const bus = await connectBus({ url: nats.url, name: 'bench', log: createLogger('bench', 'fatal') });
  await ensureStreams(bus);
  const children: ChildProcess[] = [];
  try {
    const subgraphs = start(children, 'subgraphs-main.ts', []);
    const addresses = await message<{ name: string; url: string }[]>(subgraphs);
    const sources = SUBGRAPHS.map(({ name, sdl }) => ({
      name,
      sdl,
      url: addresses.find((one) => one.name === name)?.url ?? '',
      ...(name === 'orders' ? { events: EVENTS } : {}),
    }));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, composeSupergraph(sources).sdl);
    const world: World = { bus, children, file, natsUrl: nats.url };
    const results = new Map<string, Measured>();
    for (const one of casesOf(args.includes('--quick'))) results.set(one.name, await measure(world, one));
    const reached = reportAll(results, report);
    return (await measureIdle(world, report)) && reached;
  } finally {
    for (const child of children) child.kill();
    await bus.close();
    await nats.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface World {
  readonly bus: Bus;
  readonly children: ChildProcess[];
  readonly file: string;
  readonly natsUrl: string;
}

interface Pair {
  readonly gateway: ChildProcess;
  readonly clients: ChildProcess;
}

async function startPair({ children, file, natsUrl }: World): Promise<Pair> {
  const gateway = start(children, 'gateway-main.ts', [file, natsUrl, String(await freePort())]);
  const address = await message<string>(gateway);
  const clients = start(children, 'clients-main.ts', [address.replace('http', 'ws')]);
  await message(clients);
  return { gateway, clients };
}

async function measure(
  world: World,
  { sockets, subscribe, warmUp, events, perSecond }: Case,
): Promise<Measured> {
  const { gateway, clients } = await startPair(world);
  await order(clients, { kind: 'open', sockets, subscribe });
  await sleep(500);
  const warm = await collect(world, clients, warmUp, 1000 / perSecond, sockets);
  if (warm.messages === 0) throw new Error('no message came');
  const before = await usageOf(gateway);
  const delays = await collect(world, clients, events, 1000 / perSecond, sockets);
  const after = await usageOf(gateway);
  gateway.kill();
  clients.kill();
  return {
    p50: quantile(delays.last, 0.5),
    p99: quantile(delays.last, 0.99),
    cpuUs: ((after.cpuMs - before.cpuMs) * 1000) / delays.messages,
    calls: (after.calls - before.calls) / events,
    missing: events * sockets - delays.messages,
  };
}

/** Says events at a rate, and waits until all have come. */
async function collect(
  { bus }: World,
  clients: ChildProcess,
  events: number,
  paceMs: number,
  sockets: number,
): Promise<Delays> {
  for (let i = 0; i < events; i += 1) {
    await say(bus, i);
    await sleep(paceMs);
  }
  let all: Delays = { last: [], messages: 0 };
  const deadline = performance.now() + MAX_WAIT_MS;
  while (all.messages < events * sockets && performance.now() < deadline) {
    await sleep(200);
    const more = await order<Delays>(clients, { kind: 'delays' });
    all = { last: [...all.last, ...more.last], messages: all.messages + more.messages };
  }
  return all;
}

async function say(bus: Bus, i: number): Promise<void> {
  const sentAt = performance.timeOrigin + performance.now();
  const event = {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: '/machshop/bench',
    type: 'orders.order.changed',
    subject: `o${i}`,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    tenantid: TENANT,
    data: { sentAt, status: 'CHANGED', order: { __typename: 'Order', id: `o${i}` } },
  };
  await bus.jetstream.publish(`mes.${TENANT}.orders.order.o${i}.changed`, JSON.stringify(event));
}

function reportAll(
  results: ReadonlyMap<string, Measured>,
  report: (figure: SubscriptionFigure) => void,
): boolean {
  const [few, many, alone] = [...results.values()] as [Measured, Measured, Measured];
  const baseline = '2,000, each its own resolution';
  let reached = true;
  const aim = (ok: boolean, text: string) => {
    reached &&= ok;
    return { aim: text, ok };
  };
  for (const [name, measured] of results) {
    const { p50, p99, cpuUs, calls, missing } = measured;
    const against = (value: number, other: number) =>
      name === '2,000 subscribers' ? { baseline, ratio: value / other } : {};
    const p99Aim = measured === few ? aim(p99 < AIMS.p99Ms, `< ${AIMS.p99Ms} ms`) : {};
    const callsAim = measured === many ? aim(calls <= few.calls * 1.05, 'as at 2,000') : {};
    report({ case: name, metric: 'last subscriber p50', value: p50, unit: 'ms', ...against(p50, alone.p50) });
    report({
      case: name,
      metric: 'last subscriber p99',
      value: p99,
      unit: 'ms',
      ...against(p99, alone.p99),
      ...p99Aim,
    });
    report({ case: name, metric: 'CPU a message', value: cpuUs, unit: 'µs', ...against(cpuUs, alone.cpuUs) });
    report({
      case: name,
      metric: 'subgraph calls an event',
      value: calls,
      unit: 'calls',
      ...against(calls, alone.calls),
      ...callsAim,
    });
    report({
      case: name,
      metric: 'messages missing',
      value: missing,
      unit: 'messages',
      ...aim(missing === 0, 'none'),
    });
  }
  return reached;
}

async function measureIdle(world: World, report: (figure: SubscriptionFigure) => void): Promise<boolean> {
  const name = `${IDLE_SOCKETS.toLocaleString('en')} idle sockets`;
  const { gateway, clients } = await startPair(world);
  const before = await usageOf(gateway);
  await order(clients, { kind: 'open', sockets: IDLE_SOCKETS, subscribe: 'same' });
  await sleep(2_000);
  const after = await usageOf(gateway);
  const usedMb = after.rssMb - before.rssMb;
  const ok = usedMb < AIMS.idleMb;
  report({ case: name, metric: 'memory', value: usedMb, unit: 'MB', aim: `< ${AIMS.idleMb} MB`, ok });
  report({ case: name, metric: 'memory a socket', value: (usedMb * 1024) / IDLE_SOCKETS, unit: 'KiB' });
  gateway.kill();
  clients.kill();
  return ok;
}

function start(children: ChildProcess[], file: string, args: readonly string[]): ChildProcess {
  const execArgv = file === 'gateway-main.ts' ? ['--expose-gc'] : [];
  const child = fork(join(import.meta.dirname, file), args, {
    execArgv,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const died = () => reject(new Error(`a process of the benchmark ended: ${child.spawnargs.join(' ')}`));
    child.once('exit', died);
    child.once('message', (value) => {
      child.off('exit', died);
      resolve(value as T);
    });
  });
}

function order<T>(clients: ChildProcess, what: ClientOrder): Promise<T> {
  const answer = message<T>(clients);
  clients.send(what);
  return answer;
}

function usageOf(gateway: ChildProcess): Promise<GatewayUsage> {
  const answer = message<GatewayUsage>(gateway);
  gateway.send('usage');
  return answer;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
