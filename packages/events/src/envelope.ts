import { ACTOR_KINDS, type ActorKind, kindOfId } from '@machshop/auth';
import type { EventData, EventDefinition } from '@machshop/schema/events/define.ts';
import { z } from 'zod';

/** The largest event, in bytes of JSON; the server's `max_payload` must be above it. */
export const MAX_EVENT_BYTES = 3.5 * 1024 * 1024;

/** The envelope: CloudEvents 1.0 in JSON, https://github.com/cloudevents/spec; the extensions are ours. */
const envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  source: z.string(),
  type: z.string(),
  /** The id of the entity that it is about. */
  subject: z.string(),
  /** When the server recorded it. */
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  tenantid: z.uuid(),
  siteid: z.uuid().optional(),
  /** When it happened, where that is earlier than when it was recorded. */
  occurredat: z.iso.datetime().optional(),
  /** Who did it. */
  actorid: z.uuid(),
  actorname: z.string(),
  /** What kind of actor; missing from events that were recorded before there were kinds. */
  actorkind: z.enum(ACTOR_KINDS).optional(),
  clientip: z.string().optional(),
  /** W3C trace context of the request that caused it. */
  traceparent: z.string().optional(),
  data: z.unknown(),
});

/** An event as it travels. */
export type CloudEvent<Data = unknown> = Omit<z.infer<typeof envelope>, 'data'> & { data: Data };

/**
 * Reads an event and checks its payload against the definition.
 * @throws z.ZodError or SyntaxError when it is none
 */
export function parseEvent<D extends EventDefinition>(definition: D, text: string): CloudEvent<EventData<D>> {
  const event = envelope.parse(JSON.parse(text));
  return { ...event, data: definition.data.parse(event.data) as EventData<D> };
}

/** Reads an event's envelope alone. */
export const readEnvelope = (text: string): CloudEvent => envelope.parse(JSON.parse(text)) as CloudEvent;

/** What kind of actor an event names. */
export const actorKindOf = (event: Pick<CloudEvent, 'actorid' | 'actorkind'>): ActorKind =>
  event.actorkind ?? kindOfId(event.actorid);

const TOKEN = /^[A-Za-z0-9_-]+$/;

/** A checked token of a subject: no dots, wildcards, blanks or anything else that NATS gives a meaning. */
export function subjectToken(text: string): string {
  if (!TOKEN.test(text)) throw new Error(`not a subject token: ${JSON.stringify(text.slice(0, 80))}`);
  return text;
}

/** `mes.<tenant>.<domain>.<entity>.<id>.<event>` */
export const eventSubject = (definition: EventDefinition, tenantId: string, id: string): string =>
  ['mes', tenantId, definition.domain, definition.entity, id, definition.event].map(subjectToken).join('.');
