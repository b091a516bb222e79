import { watch } from '../../../../gateway/src/testing/live-client.ts';
import { SITE } from '../plant/first-start.ts';
import { type BenchPlant, startBenchPlant } from './plant.ts';
import { percentile, reporter } from './report.ts';
import { copyLimit, jetStreamLimit } from './telemetry/limits.ts';
import { makeMachine, makeWorkCenter } from './telemetry/machines.ts';
import { runRecordings } from './telemetry/recordings.ts';
import { startSource, type Work } from './telemetry/source.ts';

const report = reporter('telemetry');
/** What is watched live of all that is stored. */
const WATCHED = 100;
const AIM_PER_SECOND = 20_000;
const AIM_P99_MS = 1_000;
const ITEMS = 2_000;

interface Case {
  readonly name: string;
  readonly machine: string;
  readonly work: Work;
  readonly aims?: boolean;
}

/** How long sources work, and how much they say. */
function casesOf(quick: boolean): readonly Case[] {
  const seconds = quick ? 5 : 30;
  const opcUa = (items: number) => ({ kind: 'opc-ua' as const, items, intervalMs: 100, seconds });
  return [
    { name: 'OPC UA, 1,000 items, 100 ms', machine: 'BENCH-OPC', work: opcUa(1_000) },
    {
      name: 'OPC UA, 2,000 items, 100 ms',
      machine: 'BENCH-OPC',
      work: opcUa(ITEMS),
      aims: true,
    },
    {
      name: 'MQTT flood, QoS 1',
      machine: 'BENCH-MQTT',
      work: { kind: 'mqtt', topics: 1_000, messages: quick ? 20_000 : 200_000 },
    },
  ];
}

/** Watches sensors; gives the delays from the reading to the client, in milliseconds, as they come. */
function watchDelays(bench: BenchPlant, token: string, ids: readonly string[]) {
  const watched = watch(bench.plant.url, token, {
    query: 'subscription ($ids: [ID!]!) { sensorReadings(sensorIds: $ids) { event occurredAt tag value } }',
    variables: { ids },
  });
  const delays: number[] = [];
  let begun = () => {};
  const states = new Promise<void>((resolve) => {
    begun = resolve;
  });
  void (async () => {
    for (let seen = 0; ; seen += 1) {
      const message = (await watched.until(seen + 1))[seen];
      const live = message?.data?.sensorReadings as { event: string | null; occurredAt: string } | undefined;
      if (live?.event) delays.push(Date.now() - Date.parse(live.occurredAt));
      if (seen + 1 === ids.length) begun();
    }
  })().catch(() => {});
  return { delays, begun: states, stop: () => watched.stop() };
}

const storedOf = async ({ admin }: BenchPlant): Promise<number> => {
  const [row] = await admin<{ rows: string }[]>`select count(*) as rows from iot.readings`;
  return Number(row?.rows);
};

async function runCase(
  bench: BenchPlant,
  one: Case,
  ids: readonly string[],
  limits: { readonly jetStream: number; readonly copy: number },
): Promise<boolean> {
  const { plant, first } = bench;
  const source = await startSource(plant.natsUrl, {
    tenantId: first.tenantId,
    siteCode: SITE.code,
    work: one.work,
  });
  const live = watchDelays(bench, await bench.tokenOf('operator'), ids.slice(0, WATCHED));
  await live.begun;
  await plant.running.get('iot')?.idle();
  const before = await storedOf(bench);
  const cpu = process.cpuUsage();
  const began = performance.now();
  const done = await source.run();
  await plant.running.get('iot')?.idle();
  const ms = performance.now() - began;
  const used = process.cpuUsage(cpu);
  const stored = (await storedOf(bench)) - before;
  live.stop();
  await source.stop();
  const say = (metric: string, value: number, unit: string, more = {}) =>
    report({ case: one.name, metric, value, unit, ...more });
  const perSecond = (stored / ms) * 1_000;
  const p99 = percentile(live.delays, 0.99);
  const aims = one.aims ?? false;
  say('said', done.said, 'readings');
  say('lost', Math.max(0, done.said - stored), 'readings', { aim: 'none', ok: stored >= done.said });
  say('stored', perSecond, 'readings/s', {
    ...{ baseline: 'of COPY', ratio: perSecond / limits.copy },
    ...(aims ? { aim: `≥ ${AIM_PER_SECOND * 0.95}`, ok: perSecond >= AIM_PER_SECOND * 0.95 } : {}),
  });
  say('against JetStream', (perSecond / limits.jetStream) * 100, '%');
  say('live messages', live.delays.length, `of ${WATCHED} sensors`);
  say('live delay p50', percentile(live.delays, 0.5), 'ms');
  say('live delay p99', p99, 'ms', aims ? { aim: `< ${AIM_P99_MS} ms`, ok: p99 < AIM_P99_MS } : {});
  say('CPU of the plant', (used.user + used.system) / 10 / ms, '% of a core');
  say('CPU of machines and agent', (done.cpuMs / ms) * 100, '% of a core');
  say('memory of the plant', process.memoryUsage().rss / 2 ** 20, 'MiB');
  say('memory of machines and agent', done.rssBytes / 2 ** 20, 'MiB');
  return stored >= done.said && (!aims || (perSecond >= AIM_PER_SECOND * 0.95 && p99 < AIM_P99_MS));
}

/**
 * From the machine's server to the store and to a client that watches: `telemetry [--quick]`; or recordings, of which
 * every point is looked for: `telemetry --recordings <folder or .tar.gz>`.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const recordings = args.indexOf('--recordings');
  if (recordings >= 0) {
    const path = args[recordings + 1];
    if (path === undefined) throw new Error('--recordings wants a folder or a .tar.gz');
    return runRecordings(path, report);
  }
  const quick = args.includes('--quick');
  const bench = await startBenchPlant();
  try {
    const count = quick ? 200_000 : 1_000_000;
    const limits = {
      jetStream: await jetStreamLimit(bench, count),
      copy: await copyLimit(bench, count),
    };
    report({ case: 'bare', metric: 'JetStream', value: limits.jetStream, unit: 'readings/s' });
    report({ case: 'bare', metric: 'COPY', value: limits.copy, unit: 'readings/s' });
    const client = await makeWorkCenter(bench);
    const tags = (length: number) => Array.from({ length }, (_, index) => `Item${index}`);
    const sensors = new Map([
      ['BENCH-OPC', await makeMachine(client, 'BENCH-OPC', tags(ITEMS))],
      ['BENCH-MQTT', await makeMachine(client, 'BENCH-MQTT', tags(1_000))],
    ]);
    let reached = true;
    for (const one of casesOf(quick))
      reached = (await runCase(bench, one, sensors.get(one.machine) ?? [], limits)) && reached;
    return reached;
  } finally {
    await bench.close();
  }
}
