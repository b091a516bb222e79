import { systemViewer, type Viewer } from '@machshop/auth';
import { type Database, schemaName, type Tx } from '@machshop/db';
import type { EventData, EventDefinition } from '@machshop/schema/events/define.ts';
import { counter, histogram, type Logger, newTrace, parseTraceparent } from '@machshop/telemetry';
import { sql } from 'drizzle-orm';
import { AckPolicy, type ConsumerConfig, DeliverPolicy, type JsMsg, nanos } from 'nats';
import { type Bus, type DEAD_LETTERS, EVENTS } from './bus.ts';
import { type CloudEvent, parseEvent } from './envelope.ts';
import { sendDeadLetter } from './give-up.ts';
import { type Recorder, recorder } from './outbox.ts';

/** What a handler works with: everything in here happens in one transaction, with the inbox row. */
export interface ConsumerContext {
  readonly tx: Tx;
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
  readonly log: Logger;
}

/** A durable consumer of events. */
export interface Consumer {
  /** Unique in its subgraph; with the subgraph's name it is the durable's name. */
  readonly name: string;
  readonly stream: string;
  readonly filter: string;
  /** Reads a message: the id to remember it by, its tenant, and what to do. Throws when it is malformed. */
  read(text: string): {
    id: string;
    tenantId: string;
    traceparent?: string | undefined;
    handle(ctx: ConsumerContext): Promise<void>;
  };
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
  stream: typeof EVENTS | typeof DEAD_LETTERS = EVENTS,
): Consumer {
  return { name, stream, filter, read };
}

/** A consumer at work. */
export interface RunningConsumer {
  readonly name: string;
  /** Resolves when everything that is in the stream now has been handled. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

interface RunOptions {
  subgraph: string;
  consumer: Consumer;
  bus: Bus;
  db: Database;
  now: () => Date;
  log: Logger;
  /** Tries of a handler that throws, before the message becomes a dead letter. */
  tries?: number;
}

const QUEUE = 256;
const BATCH = 64;
const ACK_WAIT_MS = 15_000;
/** How long a pull lasts, and how often the server says that it is still there: after two silences it is asked anew. */
const PULL_MS = 5_000;
const HEARTBEAT_MS = 1_000;
/** A message delivered this often without an answer ends the process each time: it is a dead letter. */
const MAX_DELIVERIES = 25;
const INBOX_DAYS = 31;

const handled = counter('events_handled_total', 'Events handled', ['subgraph', 'consumer', 'outcome']);
const duration = histogram('event_handling_seconds', 'Time to handle a batch of events', [
  'subgraph',
  'consumer',
]);

/** Starts a durable consumer; it goes on where it was. */
export async function runConsumer(options: RunOptions): Promise<RunningConsumer> {
  const { subgraph, consumer, bus } = options;
  const durable = `${subgraph}-${consumer.name}`;
  const log = options.log.child({ consumer: durable });
  const config: Partial<ConsumerConfig> = {
    durable_name: durable,
    filter_subject: consumer.filter,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    deliver_policy: DeliverPolicy.All,
    max_ack_pending: QUEUE,
    max_deliver: -1,
  };
  const known = await bus.manager.consumers.info(consumer.stream, durable).catch(() => null);
  if (known) await bus.manager.consumers.update(consumer.stream, durable, config);
  else await bus.manager.consumers.add(consumer.stream, config);

  const queue: JsMsg[] = [];
  let wake: () => void = () => {};
  let closed = false;
  const source = await bus.jetstream.consumers.get(consumer.stream, durable);
  const messages = await source.consume({
    max_messages: QUEUE,
    expires: PULL_MS,
    idle_heartbeat: HEARTBEAT_MS,
    callback: (message) => {
      queue.push(message);
      wake();
    },
  });
  const worker = new Worker(options, durable, log, () => closed);
  const loop = (async () => {
    while (!closed) {
      if (queue.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      // what is not answered here comes again when its wait is over
      await worker
        .handle(queue.splice(0, BATCH), queue)
        .catch((error) => log.error({ err: error }, 'events not answered'));
    }
  })();
  return {
    name: durable,
    async idle() {
      for (;;) {
        const info = await bus.manager.consumers.info(consumer.stream, durable);
        if (info.num_pending === 0 && info.num_ack_pending === 0) return;
        await sleep(10);
      }
    },
    async close() {
      closed = true;
      wake();
      await messages.close();
      await loop;
    },
  };
}

class Worker {
  readonly #options: RunOptions;
  readonly #durable: string;
  readonly #log: Logger;
  readonly #closed: () => boolean;

  constructor(options: RunOptions, durable: string, log: Logger, closed: () => boolean) {
    this.#options = options;
    this.#durable = durable;
    this.#log = log;
    this.#closed = closed;
  }

  /** Handles messages in order. `waiting` are kept from being delivered again meanwhile. */
  async handle(batch: JsMsg[], waiting: readonly JsMsg[]): Promise<void> {
    const heartbeat = setInterval(() => {
      for (const message of [...batch, ...waiting]) message.working();
    }, ACK_WAIT_MS / 4);
    const end = duration.startTimer({ subgraph: this.#options.subgraph, consumer: this.#durable });
    try {
      for (const group of byTenant(batch)) {
        // all in one transaction when all is well; one by one to find the one that is not
        if (group.length > 1 && (await this.#tryOnce(group)) === null) continue;
        for (const message of group) if (!this.#closed()) await this.#one(message);
      }
    } finally {
      end();
      clearInterval(heartbeat);
    }
  }

  async #one(message: JsMsg): Promise<void> {
    const limit = this.#options.tries ?? 5;
    if (message.info.deliveryCount > MAX_DELIVERIES) {
      return this.#giveUp(
        message,
        message.info.deliveryCount,
        new Error('delivered again and again without an answer'),
      );
    }
    for (let attempt = 1; ; ) {
      const error = await this.#tryOnce([message]);
      if (error === null) return;
      if (this.#closed()) return;
      const infrastructure = isInfrastructureFault(error);
      if (!infrastructure && (attempt >= limit || isMalformed(error)))
        return this.#giveUp(message, attempt, error);
      const delay = Math.min(30_000, 100 * 2 ** attempt) * (0.75 + Math.random() / 2);
      this.#log.warn(
        { err: error, subject: message.subject, attempt, retryInMs: Math.round(delay) },
        'event not handled',
      );
      if (!infrastructure) attempt++;
      await sleep(delay);
    }
  }

  /** Returns null when the messages are handled and acknowledged, else what went wrong; then nothing is changed. */
  async #tryOnce(messages: readonly JsMsg[]): Promise<unknown> {
    const { subgraph, consumer, db } = this.#options;
    try {
      const reads = messages.map((message) => consumer.read(message.string()));
      const tenantId = (reads[0] as (typeof reads)[number]).tenantId;
      await db.write(tenantId, async (tx) => {
        for (const read of reads) await this.#apply(tx, read);
      });
      for (const message of messages) message.ack();
      handled.inc({ subgraph, consumer: this.#durable, outcome: 'handled' }, messages.length);
      return null;
    } catch (error) {
      return error ?? new Error('unknown');
    }
  }

  async #apply(tx: Tx, read: ReturnType<Consumer['read']>): Promise<void> {
    const { subgraph, consumer, now } = this.#options;
    const inbox = sql.raw(`"${schemaName(subgraph)}"."inbox"`);
    const [fresh] = await tx.execute(
      sql`insert into ${inbox} (tenant_id, consumer, event_id) values (${read.tenantId}::uuid, ${consumer.name}, ${read.id}::uuid)
          on conflict do nothing returning 1 as fresh`,
    );
    if (!fresh) return;
    if (Math.random() < 0.001) {
      await tx.execute(
        sql`delete from ${inbox} where handled_at < now() - ${sql.raw(`interval '${INBOX_DAYS} days'`)}`,
      );
    }
    const viewer = systemViewer(read.tenantId, subgraph);
    const trace = parseTraceparent(read.traceparent) ?? newTrace();
    await read.handle({
      tx,
      viewer,
      record: recorder(subgraph, viewer, now, trace),
      now,
      log: this.#log.child({ tenant_id: read.tenantId, trace_id: trace.traceId }),
    });
  }

  async #giveUp(message: JsMsg, tries: number, error: unknown): Promise<void> {
    const { subgraph, bus, now } = this.#options;
    const id = await sendDeadLetter(bus, this.#durable, message, tries, error, now());
    message.term();
    handled.inc({ subgraph, consumer: this.#durable, outcome: 'dead' });
    this.#log.error(
      { err: error, subject: message.subject, deadLetter: id },
      'event given up: it is in the dead letters',
    );
  }
}

/** Runs of messages of one tenant, in order. */
function byTenant(messages: readonly JsMsg[]): JsMsg[][] {
  const groups: JsMsg[][] = [];
  let tenant: string | undefined;
  for (const message of messages) {
    const token = message.subject.split('.')[1];
    if (token === tenant) groups.at(-1)?.push(message);
    else groups.push([message]);
    tenant = token;
  }
  return groups;
}

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
]);

/** The database is away or busy: no fault of the message, so it costs no try. */
function isInfrastructureFault(error: unknown): boolean {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    // 08 connection, 53 resources, 57P operator intervention, 40 rollback asked for
    if (typeof at.code === 'string' && (NETWORK.has(at.code) || /^(08|53|57P|40)/.test(at.code))) return true;
  }
  return false;
}

/** It will never be readable: trying again is of no use. */
const isMalformed = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error && error.name === 'ZodError') ||
  (error as Error)?.constructor?.name === 'ZodError';

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
