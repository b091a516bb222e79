import { systemViewer } from '@machshop/auth';
import { type Database, schemaName, type Tx } from '@machshop/db';
import { counter, histogram, inSpan, type Logger, parseTraceparent, type Trace } from '@machshop/telemetry';
import { sql } from 'drizzle-orm';
import type { JsMsg } from 'nats';
import type { Bus } from './bus.ts';
import type { Consumer, ConsumerContext, ReadMessage } from './define-consumer.ts';
import { isInfrastructureFault, isMalformed } from './faults.ts';
import { sendDeadLetter } from './give-up.ts';
import { recorder } from './outbox.ts';
import { ACK_WAIT_MS, Source } from './source.ts';

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

const BATCH = 64;
/** Messages begun with more often are handled one by one: one of them ends the process. */
const TOGETHER = 2;
/** A message delivered this often without an answer ends the process each time: it is a dead letter. */
const MAX_DELIVERIES = 25;
const INBOX_DAYS = 31;
/** Of the traces that a batch belongs to, so many are named beside the first. */
const MAX_LINKS = 32;

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
  const source = new Source({ bus, stream: consumer.stream, durable, filter: consumer.filter, log });
  await source.open();
  let closed = false;
  const worker = new Worker(options, durable, log, source, () => closed);
  const loop = (async () => {
    while (!closed) {
      const batch = await source.take(consumer.batch ?? BATCH);
      if (batch.length === 0) continue;
      await worker.handle(batch).catch((error) => {
        log.error({ err: error }, 'events not answered');
        source.again();
      });
    }
  })();
  return {
    name: durable,
    async idle() {
      for (;;) {
        // it is not there while it is made anew
        const info = await bus.manager.consumers.info(consumer.stream, durable).catch(() => null);
        if (info?.num_pending === 0 && info.num_ack_pending === 0) return;
        await sleep(10);
      }
    },
    async close() {
      closed = true;
      await source.close();
      await loop;
    },
  };
}

class Worker {
  readonly #options: RunOptions;
  readonly #durable: string;
  readonly #log: Logger;
  readonly #source: Source;
  readonly #closed: () => boolean;

  constructor(options: RunOptions, durable: string, log: Logger, source: Source, closed: () => boolean) {
    this.#options = options;
    this.#durable = durable;
    this.#log = log;
    this.#source = source;
    this.#closed = closed;
  }

  /** Handles messages in order. They, and those that wait behind them, are kept from being delivered again meanwhile. */
  async handle(batch: JsMsg[]): Promise<void> {
    const heartbeat = setInterval(() => {
      for (const message of [...batch, ...this.#source.waiting]) message.working();
    }, ACK_WAIT_MS / 4);
    const end = duration.startTimer({ subgraph: this.#options.subgraph, consumer: this.#durable });
    try {
      for (const group of byTenant(batch)) {
        // all in one transaction when all is well; one by one to find the one that is not
        const together =
          group.length > 1 && group.every((message) => this.#source.deliveries(message) <= TOGETHER);
        if (together && (await this.#tryOnce(group)) === null) continue;
        for (const message of group) if (!this.#closed()) await this.#one(message);
      }
    } finally {
      end();
      clearInterval(heartbeat);
    }
  }

  async #one(message: JsMsg): Promise<void> {
    const limit = this.#options.tries ?? 5;
    const deliveries = this.#source.deliveries(message);
    if (deliveries > MAX_DELIVERIES) {
      return this.#giveUp(message, deliveries, new Error('delivered again and again without an answer'));
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
    const { subgraph, consumer } = this.#options;
    try {
      const reads = messages.map((message): ReadMessage => {
        const read = consumer.read(message.string(), message.subject);
        // below the span that published it, where there is one
        const published = message.headers?.get('traceparent');
        return published ? Object.assign(read, { traceparent: published }) : read;
      });
      await this.#applyTogether(reads.filter(({ ignored }) => !ignored));
      for (const message of messages) {
        message.ack();
        this.#source.answered(message);
      }
      handled.inc({ subgraph, consumer: this.#durable, outcome: 'handled' }, messages.length);
      return null;
    } catch (error) {
      return error ?? new Error('unknown');
    }
  }

  async #applyTogether(reads: readonly ReadMessage[]): Promise<void> {
    const [first] = reads;
    if (!first) return;
    const { consumer, db } = this.#options;
    await db.write(first.tenantId, async (tx) => {
      const fresh = await this.#remember(tx, reads);
      if (consumer.handleAll) return this.#applyAll(tx, fresh);
      for (const read of fresh)
        await this.#inSpan([read], (trace) => read.handle(this.#context(tx, read, trace)));
    });
  }

  async #applyAll(tx: Tx, fresh: readonly ReadMessage[]): Promise<void> {
    const [first] = fresh;
    if (!first) return;
    const { consumer } = this.#options;
    await this.#inSpan(fresh, async (trace) => consumer.handleAll?.(fresh, this.#context(tx, first, trace)));
  }

  #inSpan(reads: readonly ReadMessage[], work: (trace: Trace) => Promise<void>): Promise<void> {
    const traces = reads
      .map(({ traceparent }) => parseTraceparent(traceparent))
      .filter((one) => one !== null);
    const [first, ...others] = traces;
    return inSpan(`${this.#durable} handle`, first, ({ trace }) => work(trace), {
      kind: 'consumer',
      attributes: { 'messaging.system': 'nats', 'messaging.batch.message_count': reads.length },
      links: others.slice(0, MAX_LINKS),
    });
  }

  /** Writes the messages' inbox rows; returns those that had none, in order. */
  async #remember(tx: Tx, reads: readonly ReadMessage[]): Promise<ReadMessage[]> {
    const { subgraph, consumer } = this.#options;
    const inbox = sql.raw(`"${schemaName(subgraph)}"."inbox"`);
    const { tenantId } = reads[0] as ReadMessage;
    const nameOf = (read: ReadMessage) => read.inbox ?? consumer.name;
    const rows = await tx.execute<{ consumer: string; event_id: string }>(
      sql`insert into ${inbox} (tenant_id, consumer, event_id)
          select ${tenantId}::uuid, name, id
          from unnest(${sql.param(reads.map(nameOf))}::text[], ${sql.param(reads.map(({ id }) => id))}::uuid[]) as t (name, id)
          on conflict do nothing returning consumer, event_id`,
    );
    if (Math.random() < 0.001) {
      await tx.execute(
        sql`delete from ${inbox} where handled_at < now() - ${sql.raw(`interval '${INBOX_DAYS} days'`)}`,
      );
    }
    const fresh = new Set(rows.map((row) => `${row.consumer} ${row.event_id}`));
    // each once, even when one batch holds a message twice
    return reads.filter((read) => fresh.delete(`${nameOf(read)} ${read.id.toLowerCase()}`));
  }

  #context(tx: Tx, read: ReadMessage, trace: Trace): ConsumerContext {
    const { subgraph, now } = this.#options;
    const viewer = systemViewer(read.tenantId, subgraph);
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
    this.#source.answered(message);
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
