import { constraintOf, type Tx } from '@machshop/db';
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
import { acknowledge, limitErrors, mayBecome } from './integration-message.ts';
import { maySee } from './loaders.ts';
import { handOver, messageFacts } from './message-events.ts';
import { type Judged, judge, reused } from './receive.ts';
import { IntegrationMessageStore } from './store.ts';
import type { IntegrationMessageRow } from './tables.ts';
import { understand } from './understand.ts';

const note = z.string().trim().min(1).max(2_000);
const acknowledgeInput = z.object({ id: z.uuid(), accepted: z.boolean(), note: note.nullish() });
const retryInput = z.object({ id: z.uuid(), reason: note });

/** The other system says whether it took an outgoing message. The same answer again changes nothing. */
export async function acknowledgeMessage(ctx: Context, raw: unknown): Promise<IntegrationMessageRow> {
  const input = checkInput(acknowledgeInput, raw);
  return ctx.write(async (tx) => {
    const row = await lockVisible(ctx, tx, input.id);
    const decision = acknowledge(row, input.accepted);
    if (decision.kind === 'UNCHANGED') return row;
    if (decision.kind === 'NOT_OUTGOING') {
      throw new Refused(
        ruleViolation('NOT_OUTGOING', 'only outgoing messages are acknowledged', ['input', 'id']),
      );
    }
    if (decision.kind === 'ALREADY_ACKNOWLEDGED') throw new Refused(alreadyAcknowledged(row));
    const acknowledgement = {
      acknowledgedAt: ctx.now(),
      acknowledgedAccepted: input.accepted,
      acknowledgedNote: input.note ?? null,
      acknowledgedBy: ctx.viewer.userId,
      acknowledgedByKind: ctx.viewer.kind,
      acknowledgedByName: ctx.viewer.username,
    };
    const store = new IntegrationMessageStore(tx, ctx.viewer.tenantId);
    const saved = await store.update(row.id, { state: decision.to, ...acknowledgement });
    await ctx.record(tx, integrationEvents['message.acknowledged'], {
      id: row.id,
      siteId: row.siteId,
      data: messageFacts(saved, {
        action: 'UPDATE',
        old: { state: row.state },
        new: { state: saved.state, accepted: input.accepted },
        reason: input.note ?? null,
      }),
    });
    return saved;
  });
}

/** A rejected message is tried again: one that came is read anew, one that goes out is offered again. */
export async function retryMessage(ctx: Context, raw: unknown): Promise<IntegrationMessageRow> {
  const { id, reason } = checkInput(retryInput, raw);
  const content = await ctx.read(async (tx) => {
    const store = new IntegrationMessageStore(tx, ctx.viewer.tenantId);
    const [row] = await store.byIds([id]);
    if (row?.direction !== 'IN') return null;
    return (await store.contents([id]))[0] ?? null;
  });
  const judged = content
    ? await judge(ctx, understand({ bytes: content.content, receivedAs: content.receivedAs }))
    : null;
  try {
    return await ctx.write(async (tx) => {
      const row = await lockVisible(ctx, tx, id);
      const to = row.direction === 'IN' ? 'RECEIVED' : 'PENDING';
      if (!mayBecome(row.direction, row.state, to))
        throw new Refused(illegalTransition('the message', row.state, to));
      return judged ? readAgain(ctx, tx, row, judged, reason) : offerAgain(ctx, tx, row, reason);
    });
  } catch (error) {
    if (constraintOf(error) === 'integration_messages_external_id_key') {
      throw new Refused(
        ruleViolation('MESSAGE_ID_REUSED', 'another message came under this id meanwhile', ['input', 'id']),
      );
    }
    throw error;
  }
}

async function readAgain(
  ctx: Context,
  tx: Tx,
  row: IntegrationMessageRow,
  { understood, errors, siteId }: Judged,
  reason: string,
): Promise<IntegrationMessageRow> {
  const store = new IntegrationMessageStore(tx, ctx.viewer.tenantId);
  const holder = row.externalId === null ? undefined : await store.holder('IN', row.externalId);
  const all = holder ? limitErrors([reused(holder), ...errors]) : errors;
  const state = all.length > 0 ? 'REJECTED' : 'RECEIVED';
  const saved = await store.update(row.id, { state, errors: all, siteId });
  await recordRetried(ctx, tx, row, saved, reason);
  if (state === 'RECEIVED') await handOver(ctx, tx, saved, understood);
  return saved;
}

/** An outgoing message that the other system rejected waits for it again. */
async function offerAgain(
  ctx: Context,
  tx: Tx,
  row: IntegrationMessageRow,
  reason: string,
): Promise<IntegrationMessageRow> {
  const saved = await new IntegrationMessageStore(tx, ctx.viewer.tenantId).update(row.id, {
    state: 'PENDING',
    acknowledgedAt: null,
    acknowledgedAccepted: null,
    acknowledgedNote: null,
    acknowledgedBy: null,
    acknowledgedByKind: null,
    acknowledgedByName: null,
  });
  await recordRetried(ctx, tx, row, saved, reason);
  return saved;
}

async function recordRetried(
  ctx: Context,
  tx: Tx,
  before: IntegrationMessageRow,
  after: IntegrationMessageRow,
  reason: string,
): Promise<void> {
  await ctx.record(tx, integrationEvents['message.retried'], {
    id: after.id,
    siteId: after.siteId,
    data: messageFacts(after, {
      action: 'UPDATE',
      old: { state: before.state, errorCount: before.errors.length },
      new: { state: after.state, errorCount: after.errors.length },
      reason,
    }),
  });
}

async function lockVisible(ctx: Context, tx: Tx, id: string): Promise<IntegrationMessageRow> {
  const row = await new IntegrationMessageStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row || !maySee(ctx, row)) throw new Refused(notFound(['input', 'id'], 'no such message'));
  return row;
}

const alreadyAcknowledged = (row: IntegrationMessageRow): UserErrorData => ({
  __typename: 'AlreadyAcknowledgedError',
  code: 'ALREADY_ACKNOWLEDGED',
  message: `the message is ${row.state} already`,
  path: ['input', 'accepted'],
  accepted: row.acknowledgedAccepted,
  acknowledgedAt: row.acknowledgedAt,
  acknowledgedByName: row.acknowledgedByName,
});
