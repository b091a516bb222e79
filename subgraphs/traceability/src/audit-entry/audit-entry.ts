import { actorKindOf, type CloudEvent } from '@machshop/events';
import { change } from '@machshop/schema/events/define.ts';
import { canonicalJson, chainHash, GENESIS } from './chain.ts';
import type { AuditEntryRow } from './tables.ts';

/** The end of a chain. */
export interface Head {
  sequence: bigint;
  hash: string;
}

export const EMPTY: Head = { sequence: 0n, hash: GENESIS };

/**
 * The audit entry of an event: who, what, old, new, why, from where, when. An event without a change of its
 * own is kept with its whole payload as what is new.
 */
export function entryOf(head: Head, event: CloudEvent): Omit<AuditEntryRow, 'tenantId'> {
  const data = event.data as Record<string, unknown> | null;
  const told = change.safeParse(data?.change);
  const fact = told.success
    ? told.data
    : {
        action: 'EVENT' as const,
        entity: { __typename: event.type, id: event.subject },
        old: null,
        new: data,
        reason: null,
      };
  const sequence = head.sequence + 1n;
  const canonical = canonicalJson({
    sequence: String(sequence),
    tenantId: event.tenantid,
    eventId: event.id,
    eventType: event.type,
    action: fact.action,
    entityType: fact.entity.__typename,
    entityId: fact.entity.id,
    siteId: event.siteid ?? null,
    actorId: event.actorid,
    // as it was told: left out of the text where the event says none
    actorKind: event.actorkind,
    actorName: event.actorname,
    clientIp: event.clientip ?? null,
    traceId: event.traceparent?.split('-')[1] ?? null,
    reason: fact.reason,
    old: fact.old,
    new: fact.new,
    occurredAt: event.occurredat ?? event.time,
    recordedAt: event.time,
  });
  return {
    sequence,
    eventId: event.id,
    eventType: event.type,
    action: fact.action,
    entityType: fact.entity.__typename,
    entityId: fact.entity.id,
    siteId: event.siteid ?? null,
    actorId: event.actorid,
    actorKind: actorKindOf(event),
    actorName: event.actorname,
    clientIp: event.clientip ?? null,
    traceId: event.traceparent?.split('-')[1] ?? null,
    reason: fact.reason,
    occurredAt: new Date(event.occurredat ?? event.time),
    recordedAt: new Date(event.time),
    previousHash: head.hash,
    hash: chainHash(head.hash, canonical),
    canonical,
  };
}

/** The entries of events, each chained to the one before. */
export function chained(head: Head, events: readonly CloudEvent[]): Omit<AuditEntryRow, 'tenantId'>[] {
  let last = head;
  return events.map((event) => {
    const entry = entryOf(last, event);
    last = entry;
    return entry;
  });
}
