import type { Logger } from '@machshop/telemetry';
import {
  AckPolicy,
  type ConsumerConfig,
  type ConsumerInfo,
  type ConsumerMessages,
  DeliverPolicy,
  type JsMsg,
  nanos,
} from 'nats';
import type { Bus } from './bus.ts';

/** What is taken from where. */
export interface SourceOptions {
  readonly bus: Bus;
  readonly stream: string;
  readonly durable: string;
  readonly filter: string;
  readonly log: Logger;
}

const QUEUE = 256;
export const ACK_WAIT_MS = 15_000;
/** How long a pull lasts, and how often the server says that it is still there: after two silences it is asked anew. */
const PULL_MS = 5_000;
const HEARTBEAT_MS = 1_000;
const RETRY_MS = 250;
const MAX_RETRY_MS = 5_000;
const STANDBY_MS = 1_000;

/**
 * The messages of a durable consumer, in the order of the stream: also after a crash of this process, of
 * nats-server, or of the connection. JetStream by itself would deliver what is new first, and what was delivered
 * to the dead when its wait is over. So whenever something may have been lost, the durable is made anew at the
 * first message that was not answered. One process at a time takes from a durable; others wait for it to go.
 */
export class Source {
  readonly #options: SourceOptions;
  readonly #config: Partial<ConsumerConfig>;
  readonly #queue: JsMsg[] = [];
  #messages: ConsumerMessages | undefined;
  /** What is delivered by the durable as it was before is no longer taken. */
  #generation = 0;
  /** The delivery that comes next: where it does not, one was lost. */
  #expected = 0;
  #lastQueued = 0;
  /** The last message in the stream that was answered by us. */
  #answered = 0;
  /** How often processes died before they answered the first message that is here now. */
  #deaths = 0;
  #begun = false;
  #broken = true;
  #closed = false;
  #wake: () => void = () => {};
  #forget: () => void = () => {};

  constructor(options: SourceOptions) {
    this.#options = options;
    this.#config = {
      durable_name: options.durable,
      filter_subject: options.filter,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ACK_WAIT_MS),
      max_ack_pending: QUEUE,
      max_deliver: -1,
    };
  }

  /** Taken from the server, and not asked for yet. */
  get waiting(): readonly JsMsg[] {
    return this.#queue;
  }

  /** Begins to take messages; where another process takes them, later. */
  async open(): Promise<void> {
    // what was on its way when the connection broke is lost, or not: else that is seen only when the next one comes
    this.#forget = this.#options.bus.onReconnect(() => this.again());
    this.#broken = !(await this.#resume());
  }

  /** The next messages: at least one and at most so many, and no more bytes than one transaction takes; or none when it was closed. */
  async take(most: number): Promise<JsMsg[]> {
    for (let failures = 0; !this.#closed; ) {
      if (this.#broken) {
        const waitMs = await this.#tryToResume(failures);
        failures = waitMs === 0 ? 0 : failures + 1;
        await sleep(waitMs);
        continue;
      }
      if (this.#queue.length > 0) return this.#queue.splice(0, fitting(this.#queue, most));
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return [];
  }

  /** To be told of each message when it is answered. */
  answered(message: JsMsg): void {
    this.#answered = Math.max(this.#answered, message.info.streamSequence);
  }

  /** A message was not answered: it, and all behind it, are taken again. */
  again(): void {
    this.#broken = true;
    this.#wake();
  }

  /** How often this message was begun with, by this process and by those that died of it. */
  deliveries(message: JsMsg): number {
    const { deliveryCount, deliverySequence } = message.info;
    // so many may have been in hand
    return deliveryCount + (deliverySequence <= QUEUE ? this.#deaths : 0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#generation += 1;
    this.#wake();
    this.#forget();
    await this.#messages?.close();
  }

  /** Returns how long to wait before the next try: 0 when it takes messages again. */
  async #tryToResume(failures: number): Promise<number> {
    this.#broken = false;
    try {
      if (await this.#resume()) return 0;
      this.#broken = true;
      return STANDBY_MS;
    } catch (error) {
      this.#broken = true;
      this.#options.log.warn({ err: error }, 'events cannot be taken');
      return Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** failures);
    }
  }

  /** Returns false where another process takes the messages. */
  async #resume(): Promise<boolean> {
    const { bus, stream, durable, log } = this.#options;
    this.#generation += 1;
    await this.#messages?.close();
    this.#messages = undefined;
    this.#queue.length = 0;
    const known = await infoOf(bus, stream, durable);
    if (known && known.num_waiting > 0) {
      log.debug('another process takes these events');
      return false;
    }
    this.#expected = await this.#position(known);
    const generation = this.#generation;
    const source = await bus.jetstream.consumers.get(stream, durable);
    if (this.#closed) return true;
    this.#messages = await source.consume({
      max_messages: QUEUE,
      expires: PULL_MS,
      idle_heartbeat: HEARTBEAT_MS,
      callback: (message) => {
        if (generation === this.#generation) this.#receive(message);
      },
    });
    void this.#watchDurable(this.#messages, generation);
    return true;
  }

  /** Puts the durable where the first message is that was not answered; returns the number of its next delivery. */
  async #position(known: ConsumerInfo | null): Promise<number> {
    const { bus, stream, durable } = this.#options;
    const { last_seq } = (await bus.manager.streams.info(stream)).state;
    // a server that lost its newest messages gives their numbers again
    const begin = (known?.config.opt_start_seq ?? 1) - 1;
    const floor = Math.min(Math.max(known?.ack_floor.stream_seq ?? 0, begin, this.#answered), last_seq);
    this.#lastQueued = floor;
    this.#answered = floor;
    if (known && known.num_ack_pending === 0 && this.#fits(known.config)) {
      this.#begun = true;
      this.#deaths = 0;
      return known.delivered.consumer_seq + 1;
    }
    if (known) await bus.manager.consumers.delete(stream, durable);
    this.#deaths = this.#countDeaths(known, floor + 1);
    await bus.manager.consumers.add(stream, {
      ...this.#config,
      description: `${this.#deaths} deaths before ${floor + 1}`,
      ...(floor > 0
        ? { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: floor + 1 }
        : { deliver_policy: DeliverPolicy.All }),
    });
    this.#begun = true;
    return 1;
  }

  /** The durable itself remembers: nothing else of ours survives what a message may do. */
  #countDeaths(known: ConsumerInfo | null, first: number): number {
    const [, deaths, before] = /^(\d+) deaths before (\d+)$/.exec(known?.config.description ?? '') ?? [];
    const same = Number(before) === first ? Number(deaths) : 0;
    const died = !this.#begun && known !== null && known.num_ack_pending > 0;
    return died ? same + 1 : same;
  }

  #fits(config: ConsumerConfig): boolean {
    const { filter_subject, ack_wait, max_ack_pending } = this.#config;
    return (
      config.filter_subject === filter_subject &&
      config.ack_wait === ack_wait &&
      config.max_ack_pending === max_ack_pending
    );
  }

  #receive(message: JsMsg): void {
    const { deliverySequence, streamSequence } = message.info;
    if (deliverySequence !== this.#expected) {
      this.again();
      return;
    }
    this.#expected += 1;
    if (streamSequence <= this.#lastQueued) {
      // it came again: its answer was lost, or it took long and is in hand still
      if (streamSequence <= this.#answered) message.ack();
      return;
    }
    this.#lastQueued = streamSequence;
    this.#queue.push(message);
    this.#wake();
  }

  async #watchDurable(messages: ConsumerMessages, generation: number): Promise<void> {
    for await (const { type } of await messages.status())
      if (generation === this.#generation && (type === 'consumer_deleted' || type === 'consumer_not_found'))
        this.again();
  }
}

/** A transaction takes no further message when it has so many bytes. */
const BATCH_BYTES = 4 * 1024 * 1024;

/** How many of the first messages make a transaction. */
function fitting(queue: readonly JsMsg[], most: number): number {
  let [count, bytes] = [0, 0];
  while (count < most && count < queue.length && (count === 0 || bytes < BATCH_BYTES))
    bytes += (queue[count++] as JsMsg).data.length;
  return count;
}

const NOT_FOUND = '404';

async function infoOf(bus: Bus, stream: string, durable: string): Promise<ConsumerInfo | null> {
  try {
    return await bus.manager.consumers.info(stream, durable);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_FOUND) return null;
    throw error;
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
