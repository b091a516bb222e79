import type { ConsumerContext } from '@machshop/events';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import { sha256Of, stableId } from './integration-message.ts';
import { createdFacts, messageFacts } from './message-events.ts';
import { IntegrationMessageStore } from './store.ts';

/** Who a message is and what it is for. */
export interface Outgoing {
  readonly kind: 'PERFORMANCE' | 'MATERIAL_ACTUAL';
  readonly siteId: string | null;
  readonly workOrder: {
    readonly id: string;
    readonly number: string;
    readonly requestId: string | null;
  } | null;
  readonly sentAt: Date;
}

const PREFIX = { PERFORMANCE: 'PP', MATERIAL_ACTUAL: 'MA' } as const;

/** The ids of the message that an event makes: the same event, the same message. */
export function idsOf(kind: Outgoing['kind'], eventId: string): { id: string; externalId: string } {
  const id = stableId(`${kind} ${eventId}`);
  return { id, externalId: `${PREFIX[kind]}-${id}` };
}

/** Puts a message where the other system fetches it. The same message again changes nothing. */
export async function send(
  ctx: ConsumerContext,
  { id, externalId }: { id: string; externalId: string },
  outgoing: Outgoing,
  xml: string,
): Promise<void> {
  const { kind, siteId, workOrder, sentAt } = outgoing;
  const content = Buffer.from(xml, 'utf8');
  const store = new IntegrationMessageStore(ctx.tx, ctx.viewer.tenantId);
  const row = await store.add(
    {
      id,
      siteId,
      direction: 'OUT',
      kind,
      externalId,
      objectId: externalId,
      state: 'PENDING',
      sentAt,
      sha256: sha256Of(content),
      sizeBytes: content.length,
      errors: [],
      recordedAt: ctx.now(),
    },
    { content, receivedAs: 'BYTES' },
  );
  if (!row) return;
  if (workOrder) {
    const { id: workOrderId, number: workOrderNumber, requestId } = workOrder;
    await store.addWorkOrders([{ messageId: id, workOrderId, workOrderNumber, requestId }]);
  }
  const facts = messageFacts(row, { action: 'CREATE', new: createdFacts(row) });
  const about = workOrder ? ({ __typename: 'WorkOrder', id: workOrder.id } as const) : null;
  if (kind === 'MATERIAL_ACTUAL') {
    const data = { ...facts, workOrder: about };
    await ctx.record(ctx.tx, integrationEvents['material-actual.sent'], { id, siteId, data });
  } else if (about) {
    const data = { ...facts, workOrder: about };
    await ctx.record(ctx.tx, integrationEvents['production-performance.sent'], { id, siteId, data });
  }
}
