import { randomUUID } from 'node:crypto';
import type { Supergraph } from '../compose/compose.ts';
import type {
  Engine,
  GatewayContext,
  Identity,
  Logger,
  PlannedSubscription,
  PreparedOperation,
  Refusal,
} from '../engine-api.ts';
import type { EventOptions } from '../gateway-options.ts';
import { Lifetime } from '../lifetime.ts';
import { rateOf, refuse, sourcesFor } from './access.ts';
import { catchUp } from './catch-up.ts';
import { groupKey } from './group-key.ts';
import { MessageMaker } from './message-maker.ts';
import type { SubscriptionMetrics } from './metrics.ts';
import type { Observed } from './observed.ts';
import { Sessions } from './sessions.ts';
import type { LiveEvent } from './source/event.ts';
import type { EventField } from './source/event-fields.ts';
import { readCursor, writeCursor } from './stream/cursor.ts';
import { RETENTION_PASSED, SHUTDOWN, type StreamEnd, UNAVAILABLE } from './stream/end.ts';
import { EventLog } from './stream/event-log.ts';
import { type FilledSource, Group } from './stream/group.ts';
import { LiveFeed } from './stream/live-feed.ts';
import { SubjectIndex } from './stream/subject-index.ts';
import { type Sink, Subscriber } from './stream/subscriber.ts';
import { viewerOf } from './viewer.ts';

export interface SubscriptionsOptions {
  /** The engine to use now, held until `release`. */
  readonly acquire: () => { readonly engine: Engine; release(): void };
  /** The supergraph of that engine. */
  readonly supergraph: () => Supergraph;
  /** Without it there are no events: subscriptions are refused. */
  readonly events: EventOptions | undefined;
  readonly logger: Logger;
  readonly metrics: SubscriptionMetrics;
  readonly now: () => Date;
}

/** A subscription that a client wants. */
export interface SubscribeRequest {
  readonly prepared: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** What it has already: the cursor of the last message. */
  readonly cursor: unknown;
  /** The same object for all that one connection wants. */
  readonly identity: Identity;
  readonly context: GatewayContext;
  /** Told when it is open and when it is over. */
  readonly observed: Pick<Observed, 'begun' | 'ended'>;
}

interface Entry {
  readonly group: Group;
  readonly prepared: PreparedOperation;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  /** Who asks subgraphs when nobody listens any more. */
  readonly identity: Identity;
}

/** Live subscriptions: from events of the bus to messages for clients, made once for all who see the same. */
export class Subscriptions {
  readonly sessions: Sessions;
  readonly metrics: SubscriptionMetrics;
  readonly #options: SubscriptionsOptions;
  readonly #log: EventLog | undefined;
  readonly #feed: LiveFeed | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #index = new SubjectIndex<Group>();
  readonly #maker: MessageMaker;
  #closing = false;

  constructor(options: SubscriptionsOptions) {
    this.#options = options;
    this.metrics = options.metrics;
    this.sessions = new Sessions(options.now);
    this.#maker = new MessageMaker({
      ...options,
      epoch: () => this.#log?.epoch ?? '',
      fallback: ({ key }) => this.#entries.get(key)?.identity,
    });
    const { events, logger } = options;
    this.#feed = events && new LiveFeed(events.bus.connection, logger);
    this.#log =
      events &&
      new EventLog({
        ...events,
        logger,
        onEvent: ({ subject, event }) => this.#onEvent(subject, event),
        onReset: () => this.#endAll(UNAVAILABLE),
      });
  }

  /** Begins to follow the stream. */
  async start(): Promise<void> {
    if (!this.#log) return;
    await this.#log.start();
    await this.sessions.begin(this.#log);
  }

  /** Why events do not come; undefined while they do, and where there are none. */
  get problem(): string | undefined {
    return this.#log?.problem;
  }

  /** The place in the stream now: who subscribes with it later misses nothing of what came between. */
  get cursor(): string | undefined {
    return this.#log && writeCursor(this.#log.epoch, this.#log.position);
  }

  /** Begins a subscription; its messages go to the sink. */
  open(request: SubscribeRequest, sink: Sink): Subscriber | Refusal {
    const { prepared, variables, cursor, identity, context, observed } = request;
    if (this.#closing) return refuse('internal', 'SHUTDOWN', SHUTDOWN.message);
    const found = this.#find(prepared, variables, context);
    if ('refused' in found) return found;
    const { group, log } = found;
    const from = cursor === undefined || cursor === null ? undefined : readCursor(cursor);
    if (from === undefined && cursor !== undefined && cursor !== null)
      return refuse('variables', 'CURSOR_UNKNOWN', 'The cursor is not one that a message carried.');
    const counts = this.metrics;
    const subscriber = new Subscriber(sink, identity, group, counts, (one) => {
      this.#left(group, one);
      if (one.endedBy) this.metrics.ended(one.endedBy.code);
      observed.ended(one.endedBy ? [one.endedBy.code] : [], one.delivered);
    });
    group.add(subscriber);
    this.metrics.stream(1);
    observed.begun();
    if (from === undefined || group.field.live) {
      for (const state of group.states(log.position, context.trace)) subscriber.begin(state);
      subscriber.goLive(group.field.live ? 0 : log.position);
    } else if (from.epoch !== log.epoch) subscriber.end(RETENTION_PASSED);
    else this.#resume(log, group, subscriber, from.sequence);
    return subscriber;
  }

  #resume(log: EventLog, group: Group, subscriber: Subscriber, sequence: number): void {
    catchUp(log, group, subscriber, sequence).then(
      (end) => end && subscriber.end(end),
      (error: unknown) => {
        this.#options.logger.warn({ err: error }, 'a subscription could not be resumed');
        subscriber.end(UNAVAILABLE);
      },
    );
  }

  /** The group that a subscription belongs to; made when it is the first. */
  #find(
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): { readonly group: Group; readonly log: EventLog } | Refusal {
    const planned = this.#plan(prepared, variables, context);
    if (planned.refused !== undefined) return planned;
    const field = this.#options.supergraph().eventFields.get(planned.field);
    if (!field || !this.#log)
      return refuse('internal', 'EVENTS_UNAVAILABLE', `There are no events here for ${planned.field}.`);
    const viewer = viewerOf(context);
    const sources = sourcesFor(field, planned, viewer);
    if ('refused' in sources) return sources;
    const rateHz = rateOf(field, planned);
    if (typeof rateHz === 'object') return rateHz;
    if (!viewer) throw new Error('a subscription without a viewer');
    const key = groupKey(prepared, planned, variables, viewer);
    let entry = this.#entries.get(key);
    if (!entry) {
      const identity = { viewer: context.viewer, scope: context.scope, forward: context.forward };
      const group = this.#group(key, field, planned, sources, viewer.siteIds);
      if (field.live) this.#feed?.feed(group, rateHz);
      else for (const { filter } of sources) this.#index.add(filter, group);
      entry = { group, prepared, variables, identity };
      this.#entries.set(key, entry);
      this.metrics.groups(this.#entries.size);
    }
    return { group: entry.group, log: this.#log };
  }

  #plan(
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): PlannedSubscription | Refusal {
    const lease = this.#options.acquire();
    try {
      return (
        lease.engine.subscribe?.(prepared, variables, context) ??
        refuse('internal', 'SUBSCRIPTIONS_UNSUPPORTED', 'The engine in use serves no subscriptions.')
      );
    } finally {
      lease.release();
    }
  }

  #group(
    key: string,
    field: EventField,
    planned: PlannedSubscription,
    sources: readonly FilledSource[],
    siteIds: readonly string[],
  ): Group {
    return new Group({
      key,
      field,
      planned,
      sources,
      siteIds,
      make: (one, read, sequence, cause) => this.#maker.make(one, read, sequence, cause),
      now: this.#options.now,
      onEmpty: (one) => this.#forget(one),
    });
  }

  #forget(group: Group): void {
    if (this.#entries.get(group.key)?.group !== group) return;
    this.#entries.delete(group.key);
    this.#feed?.stop(group);
    for (const { filter } of group.sources) this.#index.delete(filter, group);
    this.metrics.groups(this.#entries.size);
  }

  #left(group: Group, subscriber: Subscriber): void {
    this.metrics.stream(-1);
    group.remove(subscriber);
  }

  #onEvent(subject: readonly string[], event: LiveEvent | undefined): void {
    // nobody reads an event that nobody listens to, but for those that end tokens
    if (subject[2] === 'auth' && event) this.sessions.learn(event);
    this.#index.match(subject, (group) => {
      if (event) group.offer(event);
    });
  }

  /** A new supergraph is served: streams that it does not break go on. */
  swapped(): void {
    const fields = this.#options.supergraph().eventFields;
    for (const { group, prepared, variables, identity } of [...this.#entries.values()]) {
      const broken = this.#replan(group, fields.get(group.field.name), prepared, variables, identity);
      if (broken === undefined) continue;
      const message = `The graph has changed in what ${group.field.name} is asked for here.`;
      group.end({ code: 'SCHEMA_CHANGED', message, resumable: false, reasons: broken });
    }
  }

  #replan(
    group: Group,
    field: EventField | undefined,
    prepared: PreparedOperation,
    variables: Readonly<Record<string, unknown>> | undefined,
    identity: Identity,
  ): readonly string[] | undefined {
    if (field?.signature !== group.field.signature)
      return [`Subscription.${group.field.name} is fed in another way.`];
    const lease = this.#options.acquire();
    try {
      const again = lease.engine.prepare(prepared.source, prepared.operation.name?.value);
      if (again.refused !== undefined) return again.errors.map(({ message }) => message);
      const context = { ...identity, requestId: randomUUID(), headers: {}, lifetime: new Lifetime() };
      const planned = this.#plan(again, variables, context);
      if (planned.refused !== undefined) return planned.errors.map(({ message }) => message);
      group.planned = planned;
      return undefined;
    } finally {
      lease.release();
    }
  }

  #endAll(end: StreamEnd): void {
    for (const { group } of [...this.#entries.values()]) group.end(end);
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#endAll(SHUTDOWN);
    this.sessions.close();
    this.#feed?.close();
    this.#maker.close();
    await this.#log?.close();
  }
}
