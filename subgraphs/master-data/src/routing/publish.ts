import type { Tx } from '@machshop/db';
import { type Context, checkInput, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { type PendingChange, saveChanges } from '../history/changes.ts';
import { changing } from '../history/commands.ts';
import { reason } from '../inputs.ts';
import { type RoutingOf, routingChange, routingDraftChange } from './changes.ts';
import { findRouting, illegalRouting, routingOf } from './commands.ts';
import { publish } from './routing.ts';
import { RoutingStore } from './store.ts';
import type { RoutingRow } from './tables.ts';

const publishInput = z.object({ id: z.uuid(), reason: reason.nullish() });
const retireInput = z.object({ id: z.uuid(), reason });

/** Publishes a version; the one that was published until now is superseded. Orders made by that are not touched. */
export async function publishRouting(ctx: Context, raw: unknown): Promise<RoutingRow> {
  const input = checkInput(publishInput, raw);
  return changing(ctx, async (tx) => {
    const store = new RoutingStore(tx, ctx.viewer.tenantId);
    const before = await findRouting(store, input.id);
    const decision = publish(before, await store.versionsOf([before.number]));
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'ILLEGAL_TRANSITION') throw new Refused(illegalRouting(before, 'PUBLISHED'));
    if (decision.kind === 'OUTDATED') {
      const message = `version ${decision.by.version} of ${before.number} is newer: revise it again`;
      throw new Refused(ruleViolation('OUTDATED', message, ['input', 'id']));
    }
    const of = await routingOf(tx, before.tenantId, before.partRevisionId);
    if (of?.revision.status !== 'PUBLISHED') {
      const message = `revision ${of?.revision.revision} of ${of?.part.number} is ${of?.revision.status}`;
      throw new Refused(ruleViolation('REVISION_NOT_PUBLISHED', message, ['input', 'id']));
    }
    const changes: PendingChange[] = [];
    if (decision.superseded) {
      changes.push(await supersede(tx, decision.superseded, of, ctx.now(), 'SUPERSEDE', input.reason));
    }
    const row = { ...before, status: 'PUBLISHED', publishedAt: ctx.now() } as const;
    await store.update(row.id, { status: row.status, publishedAt: row.publishedAt });
    const entry = {
      action: 'PUBLISH',
      old: { status: 'DRAFT' },
      new: { status: 'PUBLISHED' },
      reason: input.reason,
    } as const;
    const operations = await store.operationsOf([row.id]);
    changes.push(routingChange(row, operations, of, 'published', entry));
    await saveChanges(ctx, tx, changes);
    return row;
  });
}

/** Withdraws a version without a successor: nothing new is ordered by it. A draft is given up. */
export async function retireRouting(ctx: Context, raw: unknown): Promise<RoutingRow> {
  const input = checkInput(retireInput, raw);
  return changing(ctx, async (tx) => {
    const store = new RoutingStore(tx, ctx.viewer.tenantId);
    const before = await findRouting(store, input.id);
    if (before.status === 'SUPERSEDED') return before;
    const of = await routingOf(tx, before.tenantId, before.partRevisionId);
    if (!of) throw new Error(`routing ${before.id} has no revision`);
    const change = await supersede(tx, before, of, ctx.now(), 'RETIRE', input.reason);
    await saveChanges(ctx, tx, [change]);
    return { ...before, status: 'SUPERSEDED', supersededAt: ctx.now() };
  });
}

/** Takes a version out of use. */
export async function supersede(
  tx: Tx,
  before: RoutingRow,
  of: RoutingOf,
  now: Date,
  action: 'SUPERSEDE' | 'RETIRE',
  why: string | null | undefined,
): Promise<PendingChange> {
  const store = new RoutingStore(tx, before.tenantId);
  const row = { ...before, status: 'SUPERSEDED', supersededAt: now } as const;
  await store.update(row.id, { status: row.status, supersededAt: now });
  const entry = { action, old: { status: before.status }, new: { status: row.status }, reason: why };
  if (before.status === 'DRAFT') return routingDraftChange(row, entry);
  return routingChange(row, await store.operationsOf([row.id]), of, 'superseded', entry);
}
