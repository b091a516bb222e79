import { connectBus, EVENTS } from '@machshop/events';
import { createLogger } from '@machshop/telemetry';
import { ensureTestServices } from '../services/index.ts';
import { type Baseline, measureBaseline } from './orders/baseline.ts';
import { type LoadResult, runLoad } from './orders/load.ts';
import { makeShop } from './orders/shop.ts';
import { type BenchPlant, startBenchPlant } from './plant.ts';
import { percentile, reporter } from './report.ts';

/** Users at once, and serials through two operations for each. */
const CASES = [
  { users: 50, serials: 8 },
  { users: 200, serials: 3 },
];
const CASES_QUICK = [{ users: 20, serials: 3 }];
const REQUESTS_PER_SERIAL = 4;

/** Users start and complete operations through the gateway: what they wait, and what a request costs the plant. */
export async function run(args: readonly string[]): Promise<boolean> {
  const bench = await startBenchPlant();
  const counters = await openCounters(bench);
  try {
    await measureOne(bench, counters);
    let ok = true;
    for (const { users, serials } of args.includes('--quick') ? CASES_QUICK : CASES)
      ok = (await measureMany(bench, counters, users, serials)) && ok;
    return ok;
  } finally {
    await counters.close();
    await bench.close();
  }
}

type Report = ReturnType<typeof reporter>;
const report: Report = reporter('orders');

interface Counts {
  /** SQL statements of all subgraphs, of their consumers too; the relays' are not counted. */
  readonly statements: number;
  readonly transactions: number;
  readonly events: number;
}

interface Counters {
  read(): Promise<Counts>;
  close(): Promise<void>;
}

async function openCounters({ plant, admin }: BenchPlant): Promise<Counters> {
  const { natsUrl } = await ensureTestServices();
  const bus = await connectBus({ url: natsUrl, name: 'bench', log: createLogger('bench', 'error') });
  return {
    async read() {
      const [row] =
        await admin`select xact_commit::int as count from pg_stat_database where datname = current_database()`;
      return {
        statements: [...plant.running.values()].reduce((sum, { db }) => sum + db.statements, 0),
        transactions: row?.count as number,
        events: (await bus.manager.streams.info(EVENTS)).state.last_seq,
      };
    },
    close: () => bus.close(),
  };
}

/** One user alone, with a rest after each request: what a request takes, and what it costs. */
async function measureOne(bench: BenchPlant, counters: Counters): Promise<void> {
  const work = await makeShop(bench, 1, 6);
  const token = await bench.tokenOf('supervisor');
  const { db } = bench.plant.running.get('work-orders') ?? {};
  const inRequest: number[] = [];
  const before = await counters.read();
  const load = await runLoad(bench.plant.url, token, work, async () => {
    inRequest.push(db?.statements ?? 0);
    await bench.plant.idle();
    inRequest.push(db?.statements ?? 0);
  });
  const after = await counters.read();
  const requests = load.starts.length + load.completes.length;
  // from the rest before a request to its answer; the first one has no rest before it
  const own = inRequest.flatMap((count, i) =>
    i > 0 && i % 2 === 0 ? [count - (inRequest[i - 1] as number)] : [],
  );
  const one = { case: '1 user at rest', unit: 'statements' };
  report({ ...one, metric: 'SQL in a request', value: percentile(own, 0.5) });
  report({
    ...one,
    metric: 'SQL in all, events heard',
    value: (after.statements - before.statements) / requests,
  });
  report({
    ...one,
    metric: 'events a request',
    value: (after.events - before.events) / requests,
    unit: 'events',
  });
  report({ ...one, metric: 'p50 of a start', value: percentile(load.starts, 0.5), unit: 'ms' });
  report({ ...one, metric: 'p50 of a completion', value: percentile(load.completes, 0.5), unit: 'ms' });
}

async function measureMany(
  bench: BenchPlant,
  counters: Counters,
  users: number,
  serials: number,
): Promise<boolean> {
  const name = `${users} users`;
  const { adminDatabaseUrl } = await ensureTestServices();
  const work = await makeShop(bench, users, serials);
  const token = await bench.tokenOf('supervisor');
  const baseline = await measureBaseline(adminDatabaseUrl, users, serials * REQUESTS_PER_SERIAL);
  const before = await counters.read();
  const load = await runLoad(bench.plant.url, token, work);
  const drained = performance.now();
  await bench.plant.idle();
  const behindMs = performance.now() - drained;
  const after = await counters.read();
  tell(name, load, baseline);
  const requests = load.starts.length + load.completes.length;
  const per = (key: keyof Counts) => (after[key] - before[key]) / requests;
  report({ case: name, metric: 'SQL a request, in all', value: per('statements'), unit: 'statements' });
  report({ case: name, metric: 'transactions a request', value: per('transactions'), unit: 'commits' });
  report({ case: name, metric: 'events a request', value: per('events'), unit: 'events' });
  report({ case: name, metric: 'consumers were behind by', value: behindMs, unit: 'ms' });
  for (const error of load.errors.slice(0, 5)) console.error(`  ${error}`);
  return load.errors.length === 0;
}

function tell(
  name: string,
  { starts, completes, seconds, errors, early }: LoadResult,
  baseline: Baseline,
): void {
  const all = [...starts, ...completes];
  const perSecond = all.length / seconds;
  const against = 'bare SQL';
  report({ case: against, metric: `${name}: rate`, value: baseline.perSecond, unit: 'tx/s' });
  report({ case: against, metric: `${name}: p50`, value: baseline.p50, unit: 'ms' });
  const ratio = perSecond / baseline.perSecond;
  report({ case: name, metric: 'requests', value: perSecond, unit: 'requests/s', baseline: against, ratio });
  for (const [share, metric] of [
    [0.5, 'p50'],
    [0.95, 'p95'],
    [0.99, 'p99'],
  ] as const)
    report({
      case: name,
      metric,
      value: percentile(all, share),
      unit: 'ms',
      ...(share === 0.5 ? { baseline: against, ratio: percentile(all, share) / baseline.p50 } : {}),
    });
  report({ case: name, metric: 'p50 of a start', value: percentile(starts, 0.5), unit: 'ms' });
  report({ case: name, metric: 'p50 of a completion', value: percentile(completes, 0.5), unit: 'ms' });
  report({ case: name, metric: 'asked too early', value: early, unit: 'requests' });
  const none = errors.length === 0;
  report({ case: name, metric: 'errors', value: errors.length, unit: 'errors', aim: '0', ok: none });
}
