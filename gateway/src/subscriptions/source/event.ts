import { ACTOR_KINDS, type ActorRef, actorRef, kindOfId } from '@machshop/auth';
import { isObject, type Json } from '../../engine/own.ts';

/** An event as the gateway gets it: a CloudEvent with its place in the stream. */
export interface LiveEvent {
  /** Its sequence in the stream. */
  readonly sequence: number;
  readonly subject: readonly string[];
  readonly id: string | undefined;
  readonly type: string;
  readonly tenantId: string;
  readonly siteId: string | undefined;
  readonly actorName: string | undefined;
  /** Null for the plant itself. */
  readonly actor: ActorRef | null;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly traceparent: string | undefined;
  readonly data: Json;
}

/** Reads an event; undefined for what is none, or says another tenant than its subject. */
export function readEvent(sequence: number, subject: readonly string[], text: string): LiveEvent | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(parsed)) return undefined;
  const { type, tenantid, time, data } = parsed;
  if (typeof type !== 'string' || typeof time !== 'string' || tenantid !== subject[1] || !isObject(data))
    return undefined;
  return {
    sequence,
    subject,
    id: text1(parsed.id),
    type,
    tenantId: tenantid as string,
    siteId: text1(parsed.siteid) ?? text1(data.siteId),
    actorName: text1(parsed.actorname),
    actor: actorOf(text1(parsed.actorid), text1(parsed.actorkind)),
    recordedAt: time,
    occurredAt: text1(parsed.occurredat) ?? time,
    traceparent: text1(parsed.traceparent),
    data,
  };
}

const text1 = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Events that were recorded before there were kinds name none. */
function actorOf(id: string | undefined, kind: string | undefined): ActorRef | null {
  if (id === undefined) return null;
  return actorRef(ACTOR_KINDS.find((one) => one === kind) ?? kindOfId(id), id);
}

/** Fields that every event has, whatever its payload. */
const ENVELOPE: Readonly<Record<string, (event: LiveEvent) => unknown>> = {
  event: ({ type }) => type,
  occurredAt: ({ occurredAt }) => occurredAt,
  recordedAt: ({ recordedAt }) => recordedAt,
  actorName: ({ actorName }) => actorName ?? null,
  actor: ({ actor }) => actor,
  siteId: ({ siteId }) => siteId ?? null,
};

/** The value of a field of an event's payload type, by name: the envelope's, or the payload's own. */
export function eventField(event: LiveEvent, name: string): unknown {
  if (Object.hasOwn(ENVELOPE, name)) return ENVELOPE[name]?.(event);
  return Object.hasOwn(event.data, name) ? event.data[name] : undefined;
}

/** The value at a path of names. */
export function eventValue(event: LiveEvent, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  let value = eventField(event, first as string);
  for (const name of rest) value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return value;
}
