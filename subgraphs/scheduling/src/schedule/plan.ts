import { createHash } from 'node:crypto';
import { mayUseSite } from '@machshop/auth';
import { constraintOf, newId, type Tx } from '@machshop/db';
import { type Context, checkInput, invalidInput, notFound, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { outcomeOf } from '../planning/outcome-of.ts';
import type { Found, Planner } from '../planning/planner.ts';
import {
  horizonEnd,
  type PlannedProblem,
  type PlanningOptions,
  problemOf,
  tooLarge,
} from '../planning/problem-of.ts';
import { ReplicaStore } from '../replica/store.ts';
import { recheck } from '../schedule-conflict/recheck.ts';
import { ScheduledOperationStore } from '../scheduled-operation/store.ts';
import { readFacts } from './facts.ts';
import { recordCreated, recordFailed, recordPlanned } from './record.ts';
import { ScheduleStore } from './store.ts';
import type { ScheduleRow } from './tables.ts';

const within = (least: number, most: number) => z.int().min(least).max(most).nullish();
const planInput = z.object({
  id: z.uuid().nullish(),
  siteId: z.uuid(),
  name: z.string().trim().min(1).max(200).nullish(),
  horizonDays: within(1, 180),
  objective: z.enum(['WEIGHTED_TARDINESS', 'MAKESPAN', 'SETUP']).nullish(),
  budgetSeconds: within(0, 120),
  iterations: within(0, 1_000_000),
  seed: within(0, 2_147_483_647),
  includeUnreleased: z.boolean().nullish(),
  frozenHours: within(0, 720),
  downtimeHours: within(0, 720),
});

/** How long a planning may wait for others, run, and be kept. */
const PLAN_BY_MS = 30 * 60_000;

/** Where a planner is found. */
export const plannerOf = (ctx: Pick<Context, 'services'>): Planner => ctx.services.planner as Planner;

/** Begins to plan a site. The same id with the same content again changes nothing. */
export async function planSchedule(ctx: Context, raw: unknown): Promise<ScheduleRow> {
  const input = checkInput(planInput, raw);
  const { id, ...content } = input;
  const options: PlanningOptions = {
    horizonDays: input.horizonDays ?? 28,
    objective: input.objective ?? 'WEIGHTED_TARDINESS',
    budgetSeconds: input.budgetSeconds ?? 5,
    iterations: input.iterations ?? 20_000,
    seed: input.seed ?? 1,
    includeUnreleased: input.includeUnreleased ?? true,
    frozenHours: input.frozenHours ?? 0,
    downtimeHours: input.downtimeHours ?? 4,
  };
  const requestHash = hashOf({ siteId: content.siteId, name: content.name ?? null, ...options });
  const seat = plannerOf(ctx).seat();
  try {
    const wanted = { id, ...content, options, requestHash, busy: !seat };
    const { row, planned } = await ctx.write((tx) => begin(ctx, tx, wanted));
    if (planned)
      seat?.add(row.id, planned.problem, row.options, (found) => keep(ctx, row.id, planned, found));
    return row;
  } catch (error) {
    if (constraintOf(error) !== 'schedules_pkey') throw error;
    throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another schedule'));
  } finally {
    seat?.release();
  }
}

interface Wanted extends Pick<z.output<typeof planInput>, 'id' | 'siteId' | 'name'> {
  readonly options: PlanningOptions;
  readonly requestHash: string;
  /** There is no room for one more. */
  readonly busy: boolean;
}

async function begin(
  ctx: Context,
  tx: Tx,
  { options, requestHash, busy, ...input }: Wanted,
): Promise<{ row: ScheduleRow; planned: PlannedProblem | null }> {
  const { viewer } = ctx;
  const store = new ScheduleStore(tx, viewer.tenantId);
  const site = mayUseSite(viewer, input.siteId)
    ? await new ReplicaStore(tx, viewer.tenantId).lockSite(input.siteId)
    : undefined;
  if (!site) throw new Refused(notFound(['input', 'siteId'], 'no such site'));
  const [same] = input.id ? await store.byIds([input.id]) : [];
  if (same?.requestHash === requestHash) return { row: same, planned: null };
  if (same)
    throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another schedule'));
  if (busy) throw new Refused(ruleViolation('PLANNER_BUSY', 'too many plannings wait: try again later'));
  const now = ctx.now();
  const facts = await readFacts(tx, viewer.tenantId, site, options, now);
  const large = tooLarge(facts);
  if (large) throw new Refused(ruleViolation('TOO_LARGE', large));
  const planned = problemOf(facts, options, now);
  if (planned.problem.operations.length === 0)
    throw new Refused(ruleViolation('NOTHING_TO_PLAN', 'no open order of the site can be planned'));
  const version = await store.nextVersion(site.id);
  const row = await store.insert({
    id: input.id ?? newId(),
    siteId: site.id,
    version,
    name: input.name ?? `${site.code} ${version}`,
    status: 'PLANNING',
    revision: 1,
    horizonStart: new Date(planned.origin),
    horizonEnd: horizonEnd(new Date(planned.origin), options.horizonDays),
    options,
    outcome: null,
    failure: null,
    requestHash,
    planBy: new Date(now.getTime() + PLAN_BY_MS),
    plannedAt: null,
    plannedById: viewer.userId,
    plannedByKind: viewer.kind,
    plannedByName: viewer.username,
    publishedAt: null,
    publishedById: null,
    publishedByKind: null,
    publishedByName: null,
    supersededAt: null,
    recordedAt: now,
  });
  await recordCreated(ctx, tx, row);
  return { row, planned };
}

/** Keeps what a planning came to, unless it was discarded meanwhile. */
async function keep(ctx: Context, id: string, planned: PlannedProblem, found: Found): Promise<void> {
  await ctx.write(async (tx) => {
    const store = new ScheduleStore(tx, ctx.viewer.tenantId);
    const before = await store.lock(id);
    if (before?.status !== 'PLANNING') return;
    if (found.kind !== 'FOUND') {
      const failure = found.kind === 'FAILED' ? found.reason : 'the planning was cancelled';
      return recordFailed(ctx, tx, await store.update(id, { status: 'FAILED', failure }));
    }
    const { places, outcome } = outcomeOf(planned, found.solution, found.elapsedMs);
    const numbers = await orderNumbers(ctx, tx, places);
    await new ScheduledOperationStore(tx, ctx.viewer.tenantId).insert(
      places.map((place) => ({
        id: newId(),
        scheduleId: id,
        ...place,
        workOrderNumber: numbers.get(place.workOrderId) ?? '',
      })),
    );
    const row = await store.update(id, { status: 'DRAFT', outcome, plannedAt: ctx.now() });
    await recordPlanned(ctx, tx, row);
    await recheck(ctx, tx, row, 'ALL');
  });
}

async function orderNumbers(ctx: Context, tx: Tx, places: readonly { workOrderId: string }[]) {
  const ids = [...new Set(places.map(({ workOrderId }) => workOrderId))];
  const orders = await new ReplicaStore(tx, ctx.viewer.tenantId).ordersByIds(ids);
  return new Map(orders.map(({ id, number }) => [id, number]));
}

const hashOf = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
