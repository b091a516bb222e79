import type { Viewer } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import { integrationEvents } from '@machshop/schema/events/integration.ts';
import type { IntegrationMessageRow } from './tables.ts';
import { requestsOf, routingFactsOf, type Understood } from './understand.ts';

/** What a command and a consumer have in common. */
export interface Actor {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}

interface ChangeFacts {
  readonly action: 'CREATE' | 'UPDATE';
  readonly old?: Record<string, unknown>;
  readonly new: Record<string, unknown>;
  readonly reason?: string | null;
}

/** What every event of a message says. */
export function messageFacts(row: IntegrationMessageRow, change: ChangeFacts) {
  const message = { __typename: 'IntegrationMessage', id: row.id } as const;
  return {
    message,
    externalId: row.externalId ?? '',
    kind: row.kind,
    change: {
      action: change.action,
      entity: message,
      old: change.old ?? null,
      new: change.new,
      reason: change.reason ?? null,
    },
  };
}

/** The audit trail names so many errors; the message has them all. */
const ERRORS_IN_EVENT = 20;

/** What the audit trail is told of a new message. */
export const createdFacts = ({
  direction,
  kind,
  externalId,
  state,
  sha256,
  sizeBytes,
}: IntegrationMessageRow) => ({
  direction,
  kind,
  externalId,
  state,
  sha256,
  sizeBytes,
});

/** Says that a message came. */
export async function recordReceived({ record }: Actor, tx: Tx, row: IntegrationMessageRow): Promise<void> {
  await record(tx, integrationEvents['message.received'], {
    id: row.id,
    siteId: row.siteId,
    data: messageFacts(row, { action: 'CREATE', new: { ...createdFacts(row), state: 'RECEIVED' } }),
  });
}

/** Says that a message was rejected, and why. */
export async function recordRejected(
  { record }: Actor,
  tx: Tx,
  row: IntegrationMessageRow,
  reason: string | null = null,
): Promise<void> {
  const errors = row.errors.slice(0, ERRORS_IN_EVENT);
  await record(tx, integrationEvents['message.rejected'], {
    id: row.id,
    siteId: row.siteId,
    data: messageFacts(row, {
      action: 'UPDATE',
      old: { state: row.direction === 'IN' ? 'RECEIVED' : 'PENDING' },
      new: { state: row.state, errorCount: row.errors.length, errors },
      reason,
    }),
  });
}

/** Hands a message that was understood to the domain that acts on it. */
export async function handOver(
  { record }: Actor,
  tx: Tx,
  row: IntegrationMessageRow,
  { schedule, routing }: Understood,
): Promise<void> {
  const input = { id: row.id, siteId: row.siteId };
  if (schedule) {
    const requests = requestsOf(schedule);
    const change = { action: 'UPDATE', new: { requests: requests.length } } as const;
    await record(tx, integrationEvents['production-schedule.received'], {
      ...input,
      data: { ...messageFacts(row, change), requests },
    });
  }
  if (routing) {
    const change = { action: 'UPDATE', new: { routingNumber: routing.routingNumber } } as const;
    await record(tx, integrationEvents['operations-definition.received'], {
      ...input,
      data: { ...messageFacts(row, change), ...routingFactsOf(routing) },
    });
  }
}
