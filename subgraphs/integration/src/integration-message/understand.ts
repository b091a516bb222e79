import type { EventData } from '@machshop/schema/events/define.ts';
import type { integrationEvents } from '@machshop/schema/events/integration.ts';
import {
  type MessageRouting,
  readB2mml,
  type ScheduleMessage,
  type ScheduleRequest,
} from '../b2mml/index.ts';
import { B2MML_LIMITS } from '../b2mml/limits.ts';
import { excess } from './event-size.ts';
import {
  MAX_MESSAGE_BYTES,
  type MessageError,
  type MessageKind,
  type ReceivedAs,
} from './integration-message.ts';

/** A message as it came. */
export interface Content {
  readonly bytes: Buffer;
  readonly receivedAs: ReceivedAs;
}

/** What a message says, or what is wrong with it; nothing was looked up for it. */
export interface Understood {
  readonly kind: MessageKind;
  readonly externalId: string | null;
  readonly objectId: string | null;
  /** RFC 3339. */
  readonly sentAt: string | null;
  /** Empty when it may be handed on. */
  readonly errors: readonly MessageError[];
  readonly schedule: ScheduleMessage | null;
  readonly routing: MessageRouting | null;
}

type Requests = EventData<(typeof integrationEvents)['production-schedule.received']>['requests'];
type RoutingFacts = Omit<
  EventData<(typeof integrationEvents)['operations-definition.received']>,
  'message' | 'externalId' | 'kind' | 'change'
>;

const LIMITS = { ...B2MML_LIMITS, bytes: MAX_MESSAGE_BYTES };

/** Reads a message. Never throws on its content. */
export function understand({ bytes, receivedAs }: Content): Understood {
  const reading = readB2mml(receivedAs === 'TEXT' ? bytes.toString('utf8') : bytes, LIMITS);
  const nothing = { objectId: null, sentAt: null, schedule: null, routing: null };
  if (!reading.ok) {
    const { kind, messageId: externalId, errors } = reading;
    return { ...nothing, kind: kind ?? 'UNKNOWN', externalId, errors };
  }
  const { message } = reading;
  const head = {
    ...nothing,
    kind: message.kind,
    externalId: message.messageId,
    sentAt: message.application?.createdAt || message.publishedAt,
  };
  switch (message.kind) {
    case 'SCHEDULE': {
      const errors = excess(requestsOf(message), 'requests');
      return { ...head, objectId: message.scheduleId, errors, schedule: message };
    }
    case 'ROUTING':
      return { ...head, ...understandRoutings(message.routings) };
    case 'PERFORMANCE': {
      const text = 'An OperationsPerformance is sent from here; it is not taken in.';
      return { ...head, objectId: message.performanceId, errors: [whole('KIND_NOT_RECEIVED', text)] };
    }
  }
}

function understandRoutings(routings: readonly MessageRouting[]) {
  const [first, second] = routings;
  if (!first || second) {
    const text = `The message brings ${routings.length} routings: send each in a message of its own.`;
    return { objectId: null, errors: [{ ...whole('ROUTINGS_NOT_ONE', text), ...(second?.at ?? {}) }] };
  }
  const errors = excess(routingFactsOf(first).operations, 'operations');
  return { objectId: first.routingNumber, errors, routing: first };
}

/** An error of the message as a whole. */
export const whole = (rule: string, message: string): MessageError => ({
  line: 0,
  element: '',
  rule,
  message,
});

/** The orders that work-orders is asked for. */
export const requestsOf = ({ requests }: ScheduleMessage): Requests =>
  requests.map((request) => ({
    requestId: request.requestId,
    description: request.description,
    partNumber: request.partNumber,
    revision: request.revision,
    quantity: request.quantity,
    startAt: request.startAt,
    endAt: request.endAt,
    priority: request.priority,
    routingNumber: request.routingNumber,
    siteCode: request.siteCode,
    element: request.at.element,
  }));

/** The routing that master-data is asked for. */
export const routingFactsOf = (routing: MessageRouting): RoutingFacts => ({
  routingNumber: routing.routingNumber,
  description: routing.description,
  partNumber: routing.partNumber,
  revision: routing.revision,
  element: routing.at.element,
  operations: routing.operations.map((operation) => ({ ...operation })),
});

/** What this plant knows of what a schedule names. */
export interface KnownFacts {
  /** Published revisions by part number. */
  readonly revisions: ReadonlyMap<string, ReadonlySet<string>>;
  /** Sites that the sender may use, by code; null when no site is known here at all. */
  readonly sites: ReadonlyMap<string, string> | null;
}

/** What a schedule names that does not exist here. */
export function unknownNames(schedule: ScheduleMessage, known: KnownFacts): MessageError[] {
  return schedule.requests.flatMap((request) => unknownOf(request, known));
}

function unknownOf(request: ScheduleRequest, known: KnownFacts): MessageError[] {
  const errors: MessageError[] = [];
  const fail = (rule: string, message: string) => errors.push({ ...request.at, rule, message });
  const revisions = known.revisions.get(request.partNumber);
  if (!revisions) fail('PART_UNKNOWN', `No part ${request.partNumber} is published.`);
  else if (request.revision !== null && !revisions.has(request.revision))
    fail('REVISION_UNKNOWN', `No revision ${request.revision} of ${request.partNumber} is published.`);
  if (request.siteCode !== null && known.sites && !known.sites.has(request.siteCode))
    fail('SITE_UNKNOWN', `There is no site ${request.siteCode}.`);
  return errors;
}

/** The site that a schedule is about: the one that all its requests name. */
export function siteOf(schedule: ScheduleMessage, known: KnownFacts): string | null {
  const codes = new Set(schedule.requests.map((request) => request.siteCode));
  const [code] = codes;
  return codes.size === 1 && code ? (known.sites?.get(code) ?? null) : null;
}

/** The errors of another domain, which knows elements alone, with the lines where those begin. */
export function withLines(
  errors: readonly Omit<MessageError, 'line'>[],
  { schedule, routing }: Understood,
): MessageError[] {
  const positions = [...(schedule?.requests ?? []), ...(routing ? [routing] : [])].map(({ at }) => at);
  const lines = new Map(positions.map((at) => [at.element, at.line]));
  return errors.map(({ element, rule, message }) => ({
    line: lineOf(lines, element),
    element,
    rule,
    message,
  }));
}

/** The line of an element, else of the nearest one around it. */
function lineOf(lines: ReadonlyMap<string, number>, element: string): number {
  for (let path = element; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const line = lines.get(path);
    if (line !== undefined) return line;
  }
  return 0;
}
