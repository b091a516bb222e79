import { inSpan, type Logger, type SpanOptions, traceparent } from '@machshop/telemetry';
import { type BackoffOptions, backoffMs } from '../backoff.ts';
import { LANES } from '../buffer/room.ts';
import type { BufferStore, StoredBatch } from '../buffer/store.ts';
import { isoTime, sleep } from '../clock.ts';
import { LaneCursor } from './lane.ts';
import { type OpenSink, RefusedError, type Sink } from './sink.ts';

/** What the forwarder tells of its work. */
export interface ForwarderEvents {
  sent(batch: StoredBatch): void;
  refused(batch: StoredBatch, reason: string): void;
  connected(connected: boolean, reason: string): void;
}

export interface ForwarderOptions {
  /** Batches on their way without an acknowledgement. */
  readonly window: number;
  readonly backoff?: BackoffOptions;
  readonly random?: () => number;
}

const BACKOFF: BackoffOptions = { initialMs: 250, maxMs: 15_000 };
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * Sends the buffer's batches to the stream, in order, with a window of acknowledgements under way. Events go
 * first. What waited when the connection came (the backlog) and what is buffered since (live) take turns, each
 * in its own order, so that neither starves. When one batch fails, no more are sent until all on their way have
 * their answer; then it begins again at the first that is not sent. A batch that was in fact stored is known
 * again by its id.
 */
export class Forwarder {
  readonly #store: BufferStore;
  readonly #open: OpenSink;
  readonly #options: ForwarderOptions;
  readonly #events: ForwarderEvents;
  readonly #log: Logger;
  readonly #stop = new AbortController();
  #lanes: LaneCursor[] = [];
  #wake: () => void = () => undefined;
  #running: Promise<void> | null = null;
  #failures = 0;

  constructor(
    store: BufferStore,
    open: OpenSink,
    options: ForwarderOptions,
    events: ForwarderEvents,
    log: Logger,
  ) {
    this.#store = store;
    this.#open = open;
    this.#options = options;
    this.#events = events;
    this.#log = log;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Something was buffered. */
  wake(): void {
    for (const lane of this.#lanes) lane.wake();
    this.#wake();
  }

  /** Stops when all on their way have their answer. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        const sink = await this.#open();
        this.#events.connected(true, '');
        const reason = await this.#useSink(sink);
        this.#events.connected(false, reason);
      } catch (error) {
        this.#events.connected(false, (error as Error).message);
      }
      await this.#pause();
    }
  }

  #pause(): Promise<void> {
    this.#failures++;
    const wait = backoffMs(this.#failures, this.#options.backoff ?? BACKOFF, this.#options.random);
    return sleep(wait, this.#stop.signal);
  }

  /** Sends over one connection until it ends; returns why it did. */
  async #useSink(sink: Sink): Promise<string> {
    let over: string | null = null;
    void sink.closed.then((error) => {
      over = error?.message ?? 'the connection was closed';
      this.#wake();
    });
    const isOver = () => over !== null || this.#stop.signal.aborted;
    while (!isOver()) {
      const failure = await this.#drain(sink, isOver);
      if (failure && !isOver()) {
        this.#log.warn({ reason: failure.message }, 'the stream does not take a batch; trying again');
        await this.#pause();
      }
    }
    await sink.close();
    return over ?? 'stopped';
  }

  /** Sends what is not sent yet, and what comes, until it is over or a batch fails. */
  async #drain(sink: Sink, isOver: () => boolean): Promise<Error | null> {
    const cut = this.#store.lastPosition();
    const events = new LaneCursor(this.#store, LANES.event, 0, NEVER);
    const backlog = new LaneCursor(this.#store, LANES.telemetry, 0, cut);
    const live = new LaneCursor(this.#store, LANES.telemetry, cut, NEVER);
    this.#lanes = [events, live];
    let turn = 0;
    let failure: Error | null = null;
    const onTheirWay = new Set<Promise<void>>();
    const next = () => {
      turn ^= 1;
      return events.next() ?? (turn ? (live.next() ?? backlog.next()) : (backlog.next() ?? live.next()));
    };
    while (!isOver() && failure === null) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const batch = onTheirWay.size < this.#options.window ? next() : null;
      if (batch === null) {
        await woken;
        continue;
      }
      const sending = this.#send(sink, batch)
        .catch((error: Error) => {
          failure ??= error;
        })
        .finally(() => {
          onTheirWay.delete(sending);
          this.#wake();
        });
      onTheirWay.add(sending);
    }
    await Promise.all(onTheirWay);
    return failure;
  }

  async #send(sink: Sink, batch: StoredBatch): Promise<void> {
    try {
      await inSpan(
        'collector publish',
        null,
        ({ trace }) => sink.publish(batch.subject, batch.id, batch.payload, traceparent(trace)),
        spanOf(batch),
      );
    } catch (error) {
      if (!(error instanceof RefusedError)) throw error;
      this.#events.refused(batch, error.message);
      return;
    }
    this.#failures = 0;
    this.#events.sent(batch);
  }
}

const spanOf = ({ subject, id, source, readings, createdAt }: StoredBatch): SpanOptions => ({
  kind: 'producer',
  attributes: {
    'messaging.system': 'nats',
    'messaging.destination.name': subject,
    'messaging.message.id': id,
    'messaging.batch.message_count': readings,
    'collector.source': source,
    'collector.buffered_at': isoTime(createdAt),
  },
});
