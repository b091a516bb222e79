import { join, resolve } from 'node:path';
import { PlantClient } from '../client/plant-client.ts';
import { lookAround } from './checks.ts';
import { buildPlan } from './plan.ts';
import { planFaults } from './plan-check.ts';
import type { ReplayPlan } from './plan-types.ts';
import { readPlant } from './plant.ts';
import { Player } from './player.ts';
import { preparePlant } from './prepare.ts';
import { makeReport, type ReplayReport } from './report.ts';

export interface ReplayOptions {
  /** The recorded plant: `nist-mtc`. */
  readonly folder: string;
  /** The GraphQL address of the running plant. */
  readonly url: string;
  /** Of the demo log-ins. */
  readonly password: string;
  /** At most this many pieces of each part; all without it. */
  readonly units?: number | undefined;
  /** Told how far it is: 0 to 1, and what is being done. */
  readonly progress: (share: number, doing: string) => void;
}

/** Plays a recorded plant through the public API of a running one, and looks at what came of it. */
export async function replay(options: ReplayOptions): Promise<ReplayReport> {
  const { folder, progress } = options;
  progress(0, 'reading the recordings');
  const plan = buildPlan(await readPlant(folder), options.units ? { units: options.units } : {});
  return playPlan(plan, { ...options, schemas: join(resolve(folder), '../b2mml') });
}

/** How a plan is played. */
export interface PlayOptions extends Pick<ReplayOptions, 'url' | 'password' | 'progress'> {
  /** The folder of the B2MML schemas; messages are not validated where there is none. */
  readonly schemas: string;
}

/** Plays a plan, and looks at what came of it. Again: what was played is found played. */
export async function playPlan(plan: ReplayPlan, options: PlayOptions): Promise<ReplayReport> {
  const { progress } = options;
  const faults = planFaults(plan);
  if (faults.length > 0) throw new Error(`the plan is at fault: ${faults.join('; ')}`);
  const client = new PlantClient(options.url, options.password);
  const startedAt = new Date();
  progress(0, 'preparing parts, routings and machines');
  await preparePlant(client, plan);
  const player = new Player(client, plan, startedAt.getTime());
  let played = 0;
  for (const [index, step] of plan.steps.entries()) {
    progress(index / plan.steps.length, step.key);
    if ((await player.play(step)) === 'PLAYED') played++;
  }
  progress(1, 'looking at what came of it');
  const looked = await lookAround(client, plan, options.schemas);
  return makeReport(plan, {
    ...looked,
    url: options.url,
    startedAt: startedAt.toISOString(),
    finishedAt: new Date().toISOString(),
    played,
    found: plan.steps.length - played,
  });
}
