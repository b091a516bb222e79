import type { Viewer } from '@machshop/auth';
import { newId, schemaName, type Tx } from '@machshop/db';
import type { EventData, EventDefinition } from '@machshop/schema/events/define.ts';
import { type Trace, traceparent } from '@machshop/telemetry';
import { sql } from 'drizzle-orm';
import { type CloudEvent, eventSubject, MAX_EVENT_BYTES } from './envelope.ts';

/** What a command says has happened. */
export interface EventInput<D extends EventDefinition> {
  /** The id of the entity that it is about. */
  id: string;
  siteId?: string | null;
  /** When it happened, where that differs from now. */
  occurredAt?: Date | null;
  data: EventData<D>;
}

/** Records events in the transaction of the change that they tell of. */
export interface Recorder {
  /** Returns the event's id. */
  <D extends EventDefinition>(tx: Tx, definition: D, input: EventInput<D>): Promise<string>;
  /** Sends an event again as it was, so that a consumer that gave up on it tries once more. */
  again(tx: Tx, subject: string, envelope: string): Promise<void>;
}

/** The recorder of one subgraph, for one viewer and request. */
export function recorder(domain: string, viewer: Viewer, now: () => Date, trace: Trace | null): Recorder {
  const table = sql.raw(`"${schemaName(domain)}"."outbox"`);
  const insert = async (tx: Tx, messageId: string, subject: string, envelope: string) => {
    if (Buffer.byteLength(envelope) > MAX_EVENT_BYTES)
      throw new Error(`event on ${subject} is over ${MAX_EVENT_BYTES} bytes`);
    await tx.execute(
      sql`insert into ${table} (tenant_id, message_id, subject, envelope) values (${viewer.tenantId}::uuid, ${messageId}, ${subject}, ${envelope})`,
    );
  };
  const record = async <D extends EventDefinition>(tx: Tx, definition: D, input: EventInput<D>) => {
    if (definition.domain !== domain) throw new Error(`${domain} may not say ${definition.type}`);
    const event: CloudEvent = {
      specversion: '1.0',
      id: newId(),
      source: `/machshop/${domain}`,
      type: definition.type,
      subject: input.id,
      time: now().toISOString(),
      datacontenttype: 'application/json',
      tenantid: viewer.tenantId,
      ...(input.siteId ? { siteid: input.siteId } : {}),
      ...(input.occurredAt ? { occurredat: input.occurredAt.toISOString() } : {}),
      actorid: viewer.userId,
      actorname: viewer.username,
      actorkind: viewer.kind,
      ...(viewer.clientIp ? { clientip: viewer.clientIp } : {}),
      ...(trace ? { traceparent: traceparent(trace) } : {}),
      data: definition.data.parse(input.data),
    };
    await insert(tx, event.id, eventSubject(definition, viewer.tenantId, input.id), JSON.stringify(event));
    return event.id;
  };
  return Object.assign(record, {
    again: (tx: Tx, subject: string, envelope: string) => insert(tx, newId(), subject, envelope),
  });
}
