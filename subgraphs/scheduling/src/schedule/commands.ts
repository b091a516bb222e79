import { mayUseSite } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import { type Context, checkInput, illegalTransition, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import { ReplicaStore } from '../replica/store.ts';
import { recheck, resolveAll, tellOpen } from '../schedule-conflict/recheck.ts';
import { ScheduledOperationStore } from '../scheduled-operation/store.ts';
import { plannerOf } from './plan.ts';
import { recordOver, recordPublished } from './record.ts';
import { publish, statusAt, TRANSITIONS } from './schedule.ts';
import { ScheduleStore } from './store.ts';
import type { ScheduleRow } from './tables.ts';

const reason = z.string().trim().min(1).max(2_000).nullish();
const discardInput = z.object({ id: z.uuid(), reason });
const publishInput = z.object({ id: z.uuid(), revision: z.int().min(1), reason });

/** Gives a draft up, or a planning. */
export async function discardSchedule(ctx: Context, raw: unknown): Promise<ScheduleRow> {
  const input = checkInput(discardInput, raw);
  const row = await ctx.write(async (tx) => {
    const store = new ScheduleStore(tx, ctx.viewer.tenantId);
    const before = await lockVisible(ctx, tx, input.id);
    const from = statusAt(before, ctx.now());
    if (from === 'DISCARDED') return before;
    if (!TRANSITIONS[from].includes('DISCARDED'))
      throw new Refused(illegalTransition(`schedule ${before.name}`, from, 'DISCARDED'));
    const saved = await store.update(before.id, { status: 'DISCARDED' });
    await recordOver(ctx, tx, 'schedule.discarded', saved, from, input.reason ?? null);
    return saved;
  });
  plannerOf(ctx).cancel(row.id);
  return row;
}

/** Makes a draft the schedule that the floor goes by. */
export async function publishSchedule(ctx: Context, raw: unknown): Promise<ScheduleRow> {
  const input = checkInput(publishInput, raw);
  return ctx.write(async (tx) => {
    const store = new ScheduleStore(tx, ctx.viewer.tenantId);
    const [seen] = await store.byIds([input.id]);
    if (!seen || !mayUseSite(ctx.viewer, seen.siteId)) throw new Refused(noSchedule);
    // first the site, then its schedules: so does every publication
    await new ReplicaStore(tx, ctx.viewer.tenantId).lockSite(seen.siteId);
    const superseded = await store.lockPublished(seen.siteId);
    const before = await lockVisible(ctx, tx, input.id);
    const now = ctx.now();
    const decision = publish(before, input.revision, now);
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'REVISION_CHANGED') throw new Refused(revisionChanged(decision.revision));
    if (decision.kind === 'ILLEGAL_TRANSITION')
      throw new Refused(illegalTransition(`schedule ${before.name}`, decision.from, decision.to));
    if (superseded) {
      const over = await store.update(superseded.id, { status: 'SUPERSEDED', supersededAt: now });
      await recordOver(ctx, tx, 'schedule.superseded', over, 'PUBLISHED', input.reason ?? null);
      await resolveAll(ctx, tx, over);
    }
    const { viewer } = ctx;
    const row = await store.update(before.id, {
      status: 'PUBLISHED',
      publishedAt: now,
      publishedById: viewer.userId,
      publishedByKind: viewer.kind,
      publishedByName: viewer.username,
    });
    const places = await new ScheduledOperationStore(tx, viewer.tenantId).ofSchedule(row.id);
    const said = { supersedes: superseded, operations: places.length, reason: input.reason ?? null };
    await recordPublished(ctx, tx, row, said);
    await tellOpen(ctx, tx, row);
    await recheck(ctx, tx, row, 'ALL');
    return row;
  });
}

const noSchedule = notFound(['input', 'id'], 'no such schedule');

/** Somebody changed the schedule since it was looked at. */
export const revisionChanged = (revision: number) => ({
  __typename: 'RevisionChangedError',
  code: 'REVISION_CHANGED',
  message: `the schedule is at revision ${revision} by now: look at it again`,
  path: ['input', 'revision'],
  revision,
});

/** Locks a schedule that the viewer may see. */
export async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<ScheduleRow> {
  const row = await new ScheduleStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row || !mayUseSite(ctx.viewer, row.siteId)) throw new Refused(noSchedule);
  return row;
}
