import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PlantError, PlantUnreachable } from '@machshop/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freePort } from '../services/ports.ts';
import { type Blow, countKills, planBlows } from './kill-blows.ts';
import { MortalPlant, noServerLeft } from './kill-plant.ts';
import { differences, effectFaults, readFacts } from './kill-proofs.ts';
import { buildPlan } from './plan.ts';
import type { ReplayPlan } from './plan-types.ts';
import { readPlant } from './plant.ts';
import type { ReplayReport } from './report.ts';
import { playPlan } from './run.ts';
import { lidsAndCups } from './sample-plant.ts';

const DATA = process.env.REFERENCE_DATA ?? resolve(import.meta.dirname, '../../../../../shared/data');
const NIST = join(DATA, 'nist-mtc');
const SCHEMAS = join(DATA, 'b2mml');
/** More of each for a long run; KILL_SEED repeats one that failed. */
const BLOWS = Number(process.env.KILL_BLOWS ?? 10);
const UNITS = Number(process.env.KILL_UNITS ?? 3);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000_000);
const PASSWORD = 'a plant that dies often';
/** Each may break a replay off once, at most. */
const ROUNDS = BLOWS + 1;
const LIMIT_MS = 60_000 + BLOWS * 30_000 + UNITS * 10_000;

let folder: string;
let plants: MortalPlant[];

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'machshop-kill-')));
  chmodSync(folder, 0o755);
  plants = [];
});

afterEach(async () => {
  for (const plant of plants) await plant.close();
  for (const name of ['killed', 'spared']) await noServerLeft(join(folder, name));
  rmSync(folder, { recursive: true });
});

const readPlan = async (): Promise<ReplayPlan> =>
  buildPlan(existsSync(NIST) ? await readPlant(NIST) : lidsAndCups(), { units: UNITS });

async function startPlant(name: string): Promise<{ plant: MortalPlant; dataDir: string }> {
  const dataDir = join(folder, name);
  const plant = new MortalPlant({ dataDir, port: await freePort(), password: PASSWORD });
  plants.push(plant);
  await plant.up();
  return { plant, dataDir };
}

const play = (plan: ReplayPlan, plant: MortalPlant, progress: (share: number) => void = () => {}) =>
  playPlan(plan, { url: plant.url, password: PASSWORD, schemas: SCHEMAS, progress });

/** Plays until it is through; who does not answer for long breaks a round off, and it is begun again. */
async function playUnderBlows(plan: ReplayPlan, plant: MortalPlant, blows: Blow[]): Promise<number> {
  const left = [...blows];
  let striking = Promise.resolve();
  const progress = (share: number) => {
    for (let next = left[0]; next && next.share <= share; next = left[0]) {
      const blow = next;
      left.shift();
      striking = striking.then(() => plant.strike(blow));
      // told by the await below
      striking.catch(() => {});
    }
  };
  for (let round = 1; ; round++) {
    try {
      await play(plan, plant, progress);
      await striking;
      return round;
    } catch (error) {
      await striking;
      if (!isAway(error) || round === ROUNDS) throw error;
      await plant.up();
    }
  }
}

/** Whether the plant, or a part of it, did not answer. */
const isAway = (error: unknown): boolean =>
  error instanceof PlantUnreachable ||
  (error instanceof PlantError && /^(SUBGRAPH_UNAVAILABLE|SUBGRAPH_TIMEOUT|TIMEOUT)$/.test(error.code));

const wrong = ({ checks, unexpected }: ReplayReport) => [
  ...checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`),
  ...unexpected,
];

test(
  'a replay under kills at random moments ends with each effect exactly once, as in a plant that was never killed',
  async () => {
    const plan = await readPlan();
    const blows = planBlows(SEED, BLOWS);
    console.log(
      `KILL_SEED=${SEED}: ${countKills(blows)} kills in ${BLOWS} blows, ${plan.steps.length} steps of ${plan.name}`,
    );
    const spared = await startPlant('spared');
    expect(wrong(await play(plan, spared.plant))).toEqual([]);
    const expected = await readFacts(spared.dataDir);
    await spared.plant.close();

    const { plant, dataDir } = await startPlant('killed');
    const before = await readFacts(dataDir);
    const rounds = await playUnderBlows(plan, plant, blows);
    await plant.up();
    const again = await play(plan, plant);
    expect(wrong(again)).toEqual([]);
    expect(again.played).toBe(0);
    const facts = await readFacts(dataDir);
    expect(effectFaults(plan, before, facts)).toEqual([]);
    expect(differences(facts, expected)).toEqual([]);
    expect(plant.unexpected).toEqual([]);
    console.log(
      `${rounds} rounds, ${plant.startMs.length} starts of ${Math.min(...plant.startMs)} to ${Math.max(...plant.startMs)} ms, ${facts.events.length} events`,
    );
  },
  LIMIT_MS,
);
