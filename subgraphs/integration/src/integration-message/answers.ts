import type { ConsumerContext } from '@machshop/events';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { answer, limitErrors, type MessageError } from './integration-message.ts';
import { messageFacts, recordRejected } from './message-events.ts';
import { IntegrationMessageStore } from './store.ts';
import type { IntegrationMessageRow, MessageWorkOrderRow } from './tables.ts';
import { understand, withLines } from './understand.ts';

/** What a domain made of a message. */
export interface Made {
  readonly workOrders?: readonly Pick<MessageWorkOrderRow, 'workOrderId' | 'workOrderNumber' | 'requestId'>[];
  readonly routingId?: string;
}

/** The domain that a message was handed to made what it asks for. */
export async function accepted(ctx: ConsumerContext, messageId: string, made: Made): Promise<void> {
  const store = new IntegrationMessageStore(ctx.tx, ctx.viewer.tenantId);
  const row = await expected(ctx, store, messageId, 'APPLIED');
  if (!row) return;
  const workOrders = made.workOrders ?? [];
  await store.addWorkOrders(workOrders.map((order) => ({ ...order, messageId })));
  const routingId = made.routingId ?? null;
  const saved = await store.update(row.id, { state: 'APPLIED', routingId });
  await ctx.record(ctx.tx, integrationEvents['message.applied'], {
    id: row.id,
    siteId: row.siteId,
    data: messageFacts(saved, {
      action: 'UPDATE',
      old: { state: row.state },
      new: { state: saved.state, ...(routingId ? { routingId } : { workOrders: workOrders.length }) },
    }),
  });
}

/** The domain that a message was handed to made nothing of it. */
export async function rejected(
  ctx: ConsumerContext,
  messageId: string,
  errors: readonly Omit<MessageError, 'line'>[],
): Promise<void> {
  const store = new IntegrationMessageStore(ctx.tx, ctx.viewer.tenantId);
  const row = await expected(ctx, store, messageId, 'REJECTED');
  if (!row) return;
  const [content] = await store.contents([messageId]);
  if (!content) throw new Error(`message ${messageId} has no content`);
  const understood = understand({ bytes: content.content, receivedAs: content.receivedAs });
  const saved = await store.update(row.id, {
    state: 'REJECTED',
    errors: limitErrors(withLines(errors, understood)),
  });
  await recordRejected(ctx, ctx.tx, saved);
}

/** The message that waits for this answer, locked; null when there is nothing to change. */
async function expected(
  ctx: ConsumerContext,
  store: IntegrationMessageStore,
  messageId: string,
  to: 'APPLIED' | 'REJECTED',
): Promise<IntegrationMessageRow | null> {
  const row = await store.lock(messageId);
  const decision = row ? answer(row, to) : { kind: 'NOT_EXPECTED' };
  if (decision.kind === 'NOT_EXPECTED') {
    ctx.log.warn({ message: messageId, state: row?.state, to }, 'an answer to a message that waits for none');
  }
  return row && decision.kind === 'CHANGED' ? row : null;
}
