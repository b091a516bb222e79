import type { JetStreamClient, JetStreamManager, NatsConnection, StreamInfo } from 'nats';
import { DeliverPolicy } from 'nats';
import type { Logger } from '../../engine-api.ts';
import { epochOf } from './cursor.ts';
import { RECENT_EVENTS, RecentEvents } from './recent-events.ts';
import { StoredEvent } from './stored-event.ts';

/** The gateway's access to the stream of events; a `Bus` of @machshop/events fits. */
export interface EventBus {
  readonly connection: NatsConnection;
  readonly jetstream: JetStreamClient;
  readonly manager: JetStreamManager;
  healthy(): boolean;
}

export interface EventLogOptions {
  readonly bus: EventBus;
  readonly logger: Logger;
  /** The stream's name. Default `MES_EVENTS`. */
  readonly stream?: string;
  /** Called for each event, in order, once. */
  readonly onEvent: (event: StoredEvent) => void;
  /** The stream was made anew: places in the old one mean nothing any more. */
  readonly onReset: () => void;
}

const PULL = { max_messages: 1_000, expires: 10_000, idle_heartbeat: 1_000 };
const RETRY_MS = 250;
/** A server that has been silent for so many heartbeats is asked anew. */
const SILENCES = 3;
const NOT_FOUND = '404';
/** The newest messages may have been deleted by hand: then the memory is as full as it will get. */
const CATCH_UP_MS = 10_000;

/** Follows the stream with one consumer, remembers the newest events, and reads older ones again. */
export class EventLog {
  readonly #options: EventLogOptions;
  readonly #stream: string;
  #recent = new RecentEvents(0);
  #epoch = '';
  #position = 0;
  #closed = false;
  #following: Promise<void> | undefined;
  #messages: { close(): Promise<unknown>; stop(error?: Error): void } | undefined;
  #caughtUp: (() => void) | undefined;
  #end = 0;
  #fault: string | undefined = 'the stream of events is not followed yet';

  constructor(options: EventLogOptions) {
    this.#options = options;
    this.#stream = options.stream ?? 'MES_EVENTS';
  }

  /** The stream's life. */
  get epoch(): string {
    return this.#epoch;
  }

  /** Everything up to and with this sequence has been passed on. */
  get position(): number {
    return this.#position;
  }

  /** Why events do not come; undefined while they do. */
  get problem(): string | undefined {
    return this.#options.bus.healthy() ? this.#fault : 'there is no connection to NATS';
  }

  /** Begins to follow; resolves when the newest events are in memory. */
  async start(): Promise<void> {
    const info = await this.#info();
    this.#begin(info);
    const caughtUp = new Promise<void>((resolve) => {
      if (this.#position >= this.#end) resolve();
      else this.#caughtUp = resolve;
    });
    this.#following = this.#follow();
    const timer = setTimeout(() => this.#caughtUp?.(), CATCH_UP_MS);
    await caughtUp;
    clearTimeout(timer);
    this.#position = Math.max(this.#position, this.#end);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#caughtUp?.();
    await this.#messages?.close();
    await this.#following;
  }

  /** The events in memory after a sequence; undefined when some are not in memory any more. */
  since(sequence: number): readonly StoredEvent[] | undefined {
    return this.#recent.since(sequence);
  }

  /** Whether everything after a sequence is still in the stream. */
  async has(sequence: number): Promise<boolean> {
    const { state } = await this.#info();
    return sequence + 1 >= state.first_seq;
  }

  /** Reads the stream's events after a sequence that match a filter; undefined when there is none. */
  async next(after: number, filter: string): Promise<StoredEvent | undefined> {
    try {
      const query = { seq: after + 1, next_by_subj: filter };
      const { seq, subject, data, header } = await this.#options.bus.manager.streams.getMessage(
        this.#stream,
        query,
      );
      return new StoredEvent(seq, subject, data, header);
    } catch (error) {
      if ((error as { code?: unknown }).code === NOT_FOUND) return undefined;
      throw error;
    }
  }

  /** The sequence after which everything is younger than a time. */
  async sequenceAt(time: Date): Promise<number> {
    const config = { deliver_policy: DeliverPolicy.StartTime, opt_start_time: time.toISOString() };
    const consumer = await this.#options.bus.jetstream.consumers.get(this.#stream, config);
    const message = await consumer.next({ expires: 1_000 });
    await consumer.delete();
    return message ? message.seq - 1 : this.#position;
  }

  #info(): Promise<StreamInfo> {
    return this.#options.bus.manager.streams.info(this.#stream);
  }

  #begin({ created, state }: StreamInfo): void {
    this.#epoch = epochOf(created);
    this.#end = state.last_seq;
    // what is older than the gateway fills the memory: after a restart many come back at once
    this.#position = Math.max(state.first_seq - 1, state.last_seq - RECENT_EVENTS, 0);
    this.#recent = new RecentEvents(this.#position);
  }

  async #follow(): Promise<void> {
    while (!this.#closed) {
      try {
        await this.#followOnce();
      } catch (error) {
        this.#fault = `the stream ${this.#stream} cannot be followed: ${error instanceof Error ? error.message : String(error)}`;
        this.#options.logger.warn({ err: error, stream: this.#stream }, 'the stream of events is away');
      }
      if (!this.#closed) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }

  async #followOnce(): Promise<void> {
    const info = await this.#info();
    if (epochOf(info.created) !== this.#epoch) {
      this.#begin(info);
      this.#options.onReset();
    }
    const config = { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: this.#position + 1 };
    const consumer = await this.#options.bus.jetstream.consumers.get(this.#stream, config);
    // the client writes into what it is given
    const messages = await consumer.consume({ ...PULL });
    this.#messages = messages;
    this.#fault = undefined;
    void (async () => {
      for await (const { type, data } of await messages.status()) {
        if (type === 'heartbeats_missed' && Number(data) >= SILENCES) messages.stop();
      }
    })().catch(() => undefined);
    for await (const message of messages) {
      if (this.#closed) return;
      this.#accept(new StoredEvent(message.seq, message.subject, message.data, message.headers));
    }
    if (!this.#closed) this.#fault = `the stream ${this.#stream} is silent: it is asked anew`;
  }

  #accept(event: StoredEvent): void {
    // a consumer that was made anew may begin with what is known
    if (event.sequence <= this.#position) return;
    this.#position = event.sequence;
    this.#recent.push(event);
    if (event.sequence > this.#end) this.#options.onEvent(event);
    if (event.sequence >= this.#end) {
      this.#caughtUp?.();
      this.#caughtUp = undefined;
    }
  }
}
