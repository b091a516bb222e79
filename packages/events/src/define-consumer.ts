import type { Viewer } from '@machshop/auth';
import type { Tx } from '@machshop/db';
import type { EventData, EventDefinition } from '@machshop/schema/events/define.ts';
import type { Logger } from '@machshop/telemetry';
import { type DEAD_LETTERS, EVENTS, type TELEMETRY } from './bus.ts';
import { type CloudEvent, parseEvent } from './envelope.ts';
import type { Recorder } from './outbox.ts';

/** What a handler works with: everything in here happens in one transaction, with the inbox row. */
export interface ConsumerContext {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A message that was read. */
export interface ReadMessage<Body = unknown> {
  /** The id to remember it by. */
  readonly id: string;
  readonly tenantId: string;
  readonly traceparent?: string | undefined;
  /** The name that the inbox knows the consumer by, where that is not the consumer's own. */
  readonly inbox?: string;
  /** Not for this consumer: it is answered, and nothing else. */
  readonly ignored?: boolean;
  /** What {@link Consumer.handleAll} needs of it. */
  readonly body?: Body;
  handle(ctx: ConsumerContext): Promise<void>;
}

/** A durable consumer of events. */
export interface Consumer<Body = unknown> {
  /** Unique in its subgraph; with the subgraph's name it is the durable's name. */
  readonly name: string;
  readonly stream: string;
  readonly filter: string;
  /** `work-orders.operation-execution`, where it consumes one kind of event of one kind of entity. */
  readonly entity?: string;
  /** Reads a message: the id to remember it by, its tenant, and what to do. Throws when it is malformed. */
  read(text: string, subject: string): ReadMessage<Body>;
  /**
   * Handles several messages of one tenant, none seen before, in their order and in one transaction, in place of
   * `handle` one by one: for streams of many small messages.
   */
  handleAll?(messages: readonly ReadMessage<Body>[], ctx: ConsumerContext): Promise<void>;
  /** Messages in one transaction, at most; 64 where it is left out. */
  readonly batch?: number;
}

/** Consumes one kind of event. The handler is called once for each event, in the order of the stream. */
export function defineConsumer<D extends EventDefinition>(
  definition: D,
  handle: (event: CloudEvent<EventData<D>>, ctx: ConsumerContext) => Promise<void>,
): Consumer {
  return {
    name: definition.type.replaceAll('.', '-'),
    stream: EVENTS,
    filter: `mes.*.${definition.domain}.${definition.entity}.*.${definition.event}`,
    entity: `${definition.domain}.${definition.entity}`,
    read(text) {
      const event = parseEvent(definition, text);
      return {
        id: event.id,
        tenantId: event.tenantid,
        traceparent: event.traceparent,
        handle: (ctx) => handle(event, ctx),
      };
    },
  };
}

/** Consumes whatever matches a subject. */
export function defineSubjectConsumer(
  name: string,
  filter: string,
  read: Consumer['read'],
  stream: typeof EVENTS | typeof DEAD_LETTERS | typeof TELEMETRY = EVENTS,
): Consumer {
  return { name, stream, filter, read };
}

/** Consumes whatever matches a subject, several messages at once. */
export function defineBatchConsumer<Body>(
  definition: Pick<Consumer<Body>, 'name' | 'filter' | 'batch'> & {
    stream: typeof EVENTS | typeof DEAD_LETTERS | typeof TELEMETRY;
    read(text: string, subject: string): Omit<ReadMessage<Body>, 'handle'>;
    handleAll(messages: readonly ReadMessage<Body>[], ctx: ConsumerContext): Promise<void>;
  },
): Consumer<Body> {
  return {
    ...definition,
    read(text, subject) {
      const message: ReadMessage<Body> = {
        ...definition.read(text, subject),
        handle: (ctx) => definition.handleAll([message], ctx),
      };
      return message;
    },
  };
}
