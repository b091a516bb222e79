import { systemViewer } from '@machshop/auth';
import { type Database, schemaName, type Tx } from '@machshop/db';
import { counter, histogram, type Logger, newTrace, parseTraceparent } from '@machshop/telemetry';
import { sql } from 'drizzle-orm';
import { AckPolicy, type ConsumerConfig, DeliverPolicy, type JsMsg, nanos } from 'nats';
import type { Bus } from './bus.ts';
import type { Consumer, ConsumerContext, ReadMessage } from './define-consumer.ts';
import { isInfrastructureFault, isMalformed } from './faults.ts';
import { sendDeadLetter } from './give-up.ts';
import { recorder } from './outbox.ts';

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
      const reads = messages.map((message) => consumer.read(message.string(), message.subject));
      const tenantId = (reads[0] as ReadMessage).tenantId;
      await db.write(tenantId, async (tx) => {
        if (consumer.handleAll) return this.#applyAll(tx, reads);
        for (const read of reads) await this.#apply(tx, read);
      });
      for (const message of messages) message.ack();
      handled.inc({ subgraph, consumer: this.#durable, outcome: 'handled' }, messages.length);
      return null;
    } catch (error) {
      return error ?? new Error('unknown');
    }
  }

  async #apply(tx: Tx, read: ReadMessage): Promise<void> {
    const fresh = await this.#remember(tx, [read]);
    if (fresh.length > 0) await read.handle(this.#context(tx, read));
  }

  async #applyAll(tx: Tx, reads: readonly ReadMessage[]): Promise<void> {
    const fresh = await this.#remember(tx, reads);
    const [first] = fresh;
    if (first) await this.#options.consumer.handleAll?.(fresh, this.#context(tx, first));
  }

  /** Writes the messages' inbox rows; returns those that had none, in order. */
  async #remember(tx: Tx, reads: readonly ReadMessage[]): Promise<ReadMessage[]> {
    const { subgraph, consumer } = this.#options;
    const inbox = sql.raw(`"${schemaName(subgraph)}"."inbox"`);
    const tenantId = (reads[0] as ReadMessage).tenantId;
    const rows = await tx.execute<{ event_id: string }>(
      sql`insert into ${inbox} (tenant_id, consumer, event_id)
          select ${tenantId}::uuid, ${consumer.name}, id from unnest(${sql.param(reads.map(({ id }) => id))}::uuid[]) as id
          on conflict do nothing returning event_id`,
    );
    if (Math.random() < 0.001) {
      await tx.execute(
        sql`delete from ${inbox} where handled_at < now() - ${sql.raw(`interval '${INBOX_DAYS} days'`)}`,
      );
    }
    const fresh = new Set(rows.map((row) => row.event_id));
    // each once, even when one batch holds a message twice
    return reads.filter(({ id }) => fresh.delete(id.toLowerCase()));
  }

  #context(tx: Tx, read: ReadMessage): ConsumerContext {
    const { subgraph, now } = this.#options;
    const viewer = systemViewer(read.tenantId, subgraph);
    const trace = parseTraceparent(read.traceparent) ?? newTrace();
    return {
      tx,
      viewer,
      record: recorder(subgraph, viewer, now, trace),
      now,
      log: this.#log.child({ tenant_id: read.tenantId, trace_id: trace.traceId }),
    };
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

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
