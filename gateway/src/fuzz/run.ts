import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { persona } from '@machshop/testing';
import { viewerGrants } from '../access/grants.ts';
import type { Logger } from '../engine-api.ts';
import { startLiveWorld } from '../testing/live-world.ts';
import { documentAttacks, httpAttacks, type Outcome } from './http.ts';
import { Random } from './random.ts';
import { socketAttacks } from './sockets.ts';

export interface FuzzOptions {
  readonly seconds: number;
  readonly seed: number;
  /** Attacks under way at once. */
  readonly parallel?: number;
}

/** What the attacks of one kind came to. */
export interface KindReport {
  readonly count: number;
  readonly slowestMs: number;
  readonly outcomes: ReadonlyMap<Outcome, number>;
}

export interface FuzzReport {
  readonly seed: number;
  readonly attacks: number;
  readonly kinds: ReadonlyMap<string, KindReport>;
  /** What must not be: crashes, faults, answers without a code, an honest request that is not served. */
  readonly failures: readonly string[];
  /** Memory in use after a first round of everything, and at the end, caches full in both; MB. */
  readonly heapMb: { readonly before: number; readonly after: number };
}

const ATTACKS = { ...documentAttacks, ...httpAttacks, ...socketAttacks };
const HONEST = JSON.stringify({ query: '{ order(id: "o1") { number part { name } } }' });
const HONEST_ANSWER = '{"data":{"order":{"number":"WO-1","part":{"name":"Part a"}}}}';
const SETTLE_MS = 1_500;
const MAX_FAILURES = 50;

/** Attacks a gateway over the live world for a time. */
export async function fuzz({ seconds, seed, parallel = 8 }: FuzzOptions): Promise<FuzzReport> {
  const watch = new Watchman();
  const world = await startLiveWorld({
    access: { grantsOf: viewerGrants(), introspection: 'schema:introspect' },
    logger: watch.logger,
  });
  world.viewers.set('admin', persona('ADMINISTRATOR'));
  const url = new URL(world.gateway.address as string);
  const campaign = new Campaign(url, new Random(seed), watch);
  try {
    // everything once, and the caches full: what is kept after that is a leak
    for (let i = 0; i < 3; i += 1) for (const kind of Object.keys(ATTACKS)) await campaign.attack(kind);
    const warmUntil = performance.now() + (seconds * 1_000) / 3;
    await campaign.attackUntil(warmUntil, parallel);
    world.requests.length = 0;
    const before = await heapMb();
    await campaign.attackUntil(warmUntil + (seconds * 2_000) / 3, parallel);
    world.requests.length = 0;
    const after = await heapMb();
    await campaign.beHonest();
    return { ...campaign.report(), seed, failures: watch.failures, heapMb: { before, after } };
  } finally {
    await world.close();
    watch.leave();
  }
}

/** Hears of everything that must not happen. */
class Watchman {
  readonly failures: string[] = [];
  readonly logger: Logger = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (fields, message) => this.tell(`${message}: ${JSON.stringify(fields, errorsAsText)}`),
  };
  readonly #crash = (error: unknown) => this.tell(`crash: ${(error as Error).stack ?? String(error)}`);

  constructor() {
    process.on('uncaughtException', this.#crash);
    process.on('unhandledRejection', this.#crash);
  }

  tell(failure: string): void {
    if (this.failures.length < MAX_FAILURES) this.failures.push(failure.slice(0, 1_000));
  }

  leave(): void {
    process.off('uncaughtException', this.#crash);
    process.off('unhandledRejection', this.#crash);
  }
}

class Campaign {
  readonly #url: URL;
  readonly #random: Random;
  readonly #watch: Watchman;
  readonly #kinds = new Map<string, { count: number; slowestMs: number; outcomes: Map<Outcome, number> }>();
  #attacks = 0;

  constructor(url: URL, random: Random, watch: Watchman) {
    this.#url = url;
    this.#random = random;
    this.#watch = watch;
  }

  async attackUntil(deadline: number, parallel: number): Promise<void> {
    const kinds = Object.keys(ATTACKS);
    const attacker = async () => {
      while (performance.now() < deadline) {
        await this.attack(this.#random.pick(kinds));
        if (this.#attacks % 50 === 0) await this.beHonest();
      }
    };
    await Promise.all(Array.from({ length: parallel }, attacker));
  }

  async attack(kind: string): Promise<void> {
    const begun = performance.now();
    const outcome = await (ATTACKS[kind] as (typeof ATTACKS)[string])(this.#random, this.#url);
    const took = performance.now() - begun;
    this.#attacks += 1;
    let known = this.#kinds.get(kind);
    if (!known) {
      known = { count: 0, slowestMs: 0, outcomes: new Map() };
      this.#kinds.set(kind, known);
    }
    known.count += 1;
    known.slowestMs = Math.max(known.slowestMs, took);
    known.outcomes.set(outcome, (known.outcomes.get(outcome) ?? 0) + 1);
    if (/^5|NO CODE|EMPTY|NO ANSWER|NO TYPE|INTERNAL/.test(outcome)) this.#watch.tell(`${kind}: ${outcome}`);
  }

  /** Whoever asks honestly meanwhile is served. */
  async beHonest(): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer admin' };
    const answer = await fetch(this.#url, {
      method: 'POST',
      body: HONEST,
      headers,
      signal: AbortSignal.timeout(20_000),
    }).then(
      (response) => response.text(),
      (error: unknown) => String(error),
    );
    if (answer !== HONEST_ANSWER) this.#watch.tell(`an honest request got ${answer}`);
  }

  report(): Pick<FuzzReport, 'attacks' | 'kinds'> {
    return { attacks: this.#attacks, kinds: this.#kinds };
  }
}

function errorsAsText(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}

/** Memory in use when nothing is under way any more. */
async function heapMb(): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}
