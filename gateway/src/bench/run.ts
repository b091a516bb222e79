import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@machshop/testing/ports.ts';
import { composeSupergraph } from '../compose/compose.ts';
import { type Contestant, stop, type Usage } from './contestant.ts';
import { type BenchCase, benchSubgraphs, CASES, HEAVY } from './graph.ts';
import { load, post } from './load.ts';
import { peers } from './peers.ts';

interface Measured {
  readonly cpuMs: number;
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly rssMb: number;
  readonly bytes: number;
}

const OURS: readonly string[] = ['stock', 'machshop'];

/**
 * Measures stock @apollo/server + @apollo/gateway against ours over the same subgraphs: CPU milliseconds of the
 * gateway's process a request, requests a second, p99, memory; medians of rounds in which each has its turn.
 * `--quick` ends within a minute; `--peers` adds Hive Gateway and Mercurius, installed into a temporary folder, which
 * must need more than ours for the heavy query. Answers whether every aim was reached.
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const quick = args.includes('--quick');
  const folder = mkdtempSync(join(tmpdir(), 'machshop-bench-'));
  const subgraphs = fork(join(import.meta.dirname, 'subgraphs-main.ts'), { execArgv: [] });
  try {
    const addresses = await message<{ name: string; url: string }[]>(subgraphs);
    const sources = benchSubgraphs().map(({ name, sdl }) => ({
      name,
      sdl,
      url: addresses.find((one) => one.name === name)?.url ?? '',
    }));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, composeSupergraph(sources).sdl);
    const contestants: (() => Promise<Contestant>)[] = OURS.map((name) => () => ours(name, file));
    if (args.includes('--peers')) contestants.push(...(await peers(folder, file, sources)));
    const running: Contestant[] = [];
    try {
      for (const start of contestants) running.push(await start());
      return report(await measureAll(running, quick));
    } finally {
      for (const contestant of running) await contestant.stop();
    }
  } finally {
    subgraphs.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long a contestant is used to each case, and how often and how long it is then measured. */
const FULL = { warmMs: 12_000, rounds: 5, roundMs: 4_000 };
const QUICK = { warmMs: 3_000, rounds: 3, roundMs: 1_000 };

type Results = Map<string, Map<string, Measured>>;

async function measureAll(contestants: readonly Contestant[], quick: boolean): Promise<Results> {
  const results: Results = new Map(contestants.map(({ name }) => [name, new Map()]));
  for (const one of CASES) {
    const able: Contestant[] = [];
    for (const contestant of contestants) {
      try {
        // compilers need to have seen the code often: what is measured is a gateway that has been up for a while
        await measure(contestant, one, (quick ? QUICK : FULL).warmMs);
        able.push(contestant);
      } catch (error) {
        // a peer that cannot answer an operation is told of and left out; ours and stock must
        if (OURS.includes(contestant.name)) throw error;
        process.stderr.write(`${contestant.name} cannot do ${one.name}: ${String(error).slice(0, 200)}\n`);
      }
    }
    // in turn and for as long: what else the machine does in these minutes is everybody's
    const { rounds, roundMs } = quick ? QUICK : FULL;
    const measured = new Map<string, Measured[]>(able.map(({ name }) => [name, []]));
    for (let i = 0; i < rounds; i += 1)
      for (const contestant of able)
        measured.get(contestant.name)?.push(await measure(contestant, one, roundMs));
    for (const [name, all] of measured) results.get(name)?.set(one.name, middle(all));
  }
  return results;
}

async function measure(
  contestant: Contestant,
  { query, concurrency }: BenchCase,
  limitMs: number,
): Promise<Measured> {
  const before = await contestant.usage();
  const result = await load(contestant.url, query, concurrency, limitMs);
  const after = await contestant.usage();
  return {
    cpuMs: (after.cpuMs - before.cpuMs) / result.requests,
    perSecond: result.requests / result.seconds,
    p99Ms: result.p99Ms,
    rssMb: after.rssMb,
    bytes: result.bytes,
  };
}

/** The median of each figure, and the memory at the end. */
function middle(rounds: readonly Measured[]): Measured {
  const of = (key: keyof Measured): number => {
    const sorted = rounds.map((one) => one[key]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  return {
    cpuMs: of('cpuMs'),
    perSecond: of('perSecond'),
    p99Ms: of('p99Ms'),
    rssMb: rounds.at(-1)?.rssMb ?? 0,
    bytes: of('bytes'),
  };
}

async function ours(name: string, file: string): Promise<Contestant> {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, 'gateway-main.ts'), [name, file, String(port)], {
    execArgv: [],
    env: { ...process.env, APOLLO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
  });
  const { url } = await message<{ url: string }>(child);
  const agent = new Agent({ keepAlive: false });
  await post(url, Buffer.from(JSON.stringify({ query: '{ __typename }' })), agent);
  return {
    name,
    url,
    usage: () => {
      const answer = message<Usage>(child);
      child.send('usage');
      return answer;
    },
    stop: () => stop(child),
  };
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`a process of the benchmark ended with ${code}`));
    child.once('exit', onExit);
    child.once('message', (value) => {
      child.off('exit', onExit);
      resolve(value as T);
    });
  });
}

function report(results: ReadonlyMap<string, ReadonlyMap<string, Measured>>): boolean {
  let reached = true;
  const rows = [
    ['case', 'gateway', 'CPU ms/request', 'of stock', 'requests/s', 'p99 ms', 'RSS MB', 'answer KB'],
  ];
  for (const one of CASES) {
    const stock = results.get('stock')?.get(one.name) as Measured;
    const machshop = results.get('machshop')?.get(one.name) as Measured;
    for (const [name, cases] of results) {
      const measured = cases.get(one.name);
      if (!measured) continue;
      const ratio = measured.cpuMs / stock.cpuMs;
      rows.push([
        one.name,
        name,
        measured.cpuMs.toFixed(3),
        `1/${(1 / ratio).toFixed(1)}`,
        measured.perSecond.toFixed(0),
        measured.p99Ms.toFixed(1),
        measured.rssMb.toFixed(0),
        (measured.bytes / 1024).toFixed(1),
      ]);
      const aim = name === 'machshop' ? one.aim : null;
      if (aim !== null && ratio > aim) reached = false;
      line(
        one.name,
        name,
        'cpu',
        measured.cpuMs,
        'ms/request',
        ratio,
        aim,
        aim === null ? null : ratio <= aim,
      );
      if (!OURS.includes(name) && one === HEAVY && measured.cpuMs <= machshop.cpuMs) reached = false;
      line(
        one.name,
        name,
        'throughput',
        measured.perSecond,
        'requests/s',
        measured.perSecond / stock.perSecond,
        null,
        null,
      );
      line(one.name, name, 'p99', measured.p99Ms, 'ms', measured.p99Ms / stock.p99Ms, null, null);
      line(one.name, name, 'memory', measured.rssMb, 'MB', measured.rssMb / stock.rssMb, null, null);
    }
  }
  const widths = (rows[0] as string[]).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] as string).length)),
  );
  for (const row of rows)
    process.stderr.write(`${row.map((cell, i) => cell.padEnd(widths[i] as number)).join('  ')}\n`);
  return reached;
}

function line(
  name: string,
  contestant: string,
  metric: string,
  value: number,
  unit: string,
  ratio: number,
  aim: number | null,
  ok: boolean | null,
): void {
  const row = {
    bench: 'gateway',
    case: `${name}/${contestant}`,
    metric,
    value: round(value),
    unit,
    baseline: 'stock',
    ratio: round(ratio),
    aim,
    ok,
  };
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
