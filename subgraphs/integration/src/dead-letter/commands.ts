import type { Tx } from '@machshop/db';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import {
  type Context,
  checkInput,
  illegalTransition,
  notFound,
  Refused,
  ruleViolation,
  type UserErrorData,
} from '@machshop/server';
import { z } from 'zod';
import {
  type DeadLetterState,
  discard,
  MAX_REPLAY_AGE_MS,
  type ReplayDecision,
  replay,
} from './dead-letter.ts';
import { DeadLetterStore } from './store.ts';
import type { DeadLetterRow } from './tables.ts';

const text = z.string().trim().min(1).max(2_000);
const replayInput = z.object({ id: z.uuid(), reason: text.nullish() });
const discardInput = z.object({ id: z.uuid(), reason: text });

/** Sends an event again, for the consumer that gave up on it. A second time changes nothing. */
export async function replayDeadLetter(ctx: Context, raw: unknown): Promise<DeadLetterRow> {
  const input = checkInput(replayInput, raw);
  return ctx.write(async (tx) => {
    const row = await lock(ctx, tx, input.id);
    const decision = replay(row, ctx.now());
    if (decision.kind === 'UNCHANGED') return row;
    if (decision.kind !== 'REPLAY') throw new Refused(refusalOf(decision));
    const saved = await resolve(ctx, tx, row, 'REPLAYED', input.reason ?? null);
    await ctx.record.again(tx, row.subject, row.envelope.toString('utf8'));
    await record(ctx, tx, 'dead-letter.replayed', row, saved);
    return saved;
  });
}

/** Puts a dead letter away. A second time changes nothing. */
export async function discardDeadLetter(ctx: Context, raw: unknown): Promise<DeadLetterRow> {
  const input = checkInput(discardInput, raw);
  return ctx.write(async (tx) => {
    const row = await lock(ctx, tx, input.id);
    const decision = discard(row.state);
    if (decision.kind === 'UNCHANGED') return row;
    if (decision.kind !== 'DISCARD')
      throw new Refused(illegalTransition('the dead letter', decision.from, 'DISCARDED'));
    const saved = await resolve(ctx, tx, row, 'DISCARDED', input.reason);
    await record(ctx, tx, 'dead-letter.discarded', row, saved);
    return saved;
  });
}

async function lock(ctx: Context, tx: Tx, id: string): Promise<DeadLetterRow> {
  const row = await new DeadLetterStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row) throw new Refused(notFound(['input', 'id'], 'no such dead letter'));
  return row;
}

const resolve = (
  ctx: Context,
  tx: Tx,
  row: DeadLetterRow,
  state: DeadLetterState,
  reason: string | null,
): Promise<DeadLetterRow> =>
  new DeadLetterStore(tx, ctx.viewer.tenantId).update(row.id, {
    state,
    resolvedAt: ctx.now(),
    resolvedBy: ctx.viewer.userId,
    resolvedByKind: ctx.viewer.kind,
    resolvedByName: ctx.viewer.username,
    reason,
  });

async function record(
  ctx: Context,
  tx: Tx,
  event: 'dead-letter.replayed' | 'dead-letter.discarded',
  before: DeadLetterRow,
  after: DeadLetterRow,
): Promise<void> {
  const deadLetter = { __typename: 'DeadLetter', id: after.id } as const;
  await ctx.record(tx, integrationEvents[event], {
    id: after.id,
    data: {
      deadLetter,
      consumer: after.consumer,
      eventId: after.eventId ?? '',
      change: {
        action: 'UPDATE',
        entity: deadLetter,
        old: { state: before.state },
        new: { state: after.state },
        reason: after.reason,
      },
    },
  });
}

function refusalOf(decision: Exclude<ReplayDecision, { kind: 'REPLAY' | 'UNCHANGED' }>): UserErrorData {
  switch (decision.kind) {
    case 'ILLEGAL_TRANSITION':
      return illegalTransition('the dead letter', decision.from, 'REPLAYED');
    case 'TOO_OLD':
      return ruleViolation(
        'TOO_OLD',
        `the event is of ${decision.since.toISOString()}: after ${MAX_REPLAY_AGE_MS / 86_400_000} days other consumers no longer know that they have it`,
        ['input', 'id'],
      );
    case 'NOT_AN_EVENT':
      return ruleViolation('NOT_AN_EVENT', 'only events can be sent again', ['input', 'id']);
  }
}
