import type { Identity } from '../../engine-api.ts';
import { type StreamEnd, TOO_SLOW } from './end.ts';
import type { StreamMessage } from './message.ts';
import type { Slot } from './slot.ts';

/** How many messages may wait for one that is still being made. */
export const MAX_QUEUE = 1_000;
/** A reader behind by this many bytes of events is too slow. */
export const MAX_BACKLOG_BYTES = 1024 * 1024;
/** A reader behind by this many bytes gets of conflated messages only the newest. */
export const CONFLATE_BACKLOG_BYTES = 64 * 1024;
/** How many different keys may wait for a slow reader. */
const MAX_KEYS = 10_000;

/** A transport's end of one subscription. */
export interface Sink {
  next(message: StreamMessage): void;
  /** The stream is over; nothing follows. */
  end(end: StreamEnd): void;
  /** How many bytes have not left for the client yet. */
  backlog(): number;
  /** Calls back once when they have, or when the client has gone. */
  onDrain(drained: () => void): void;
}

/** Counts what happens to messages. */
export interface DeliveryCounts {
  delivered(message: StreamMessage): void;
  conflated(): void;
}

/** Where a subscriber's messages come from. */
export interface Origin {
  /** Whether only the newest message of each key counts. */
  readonly conflates: boolean;
  /** Whether a message is on its way to those who listen. */
  readonly isBusy: boolean;
}

/** One client's subscription: passes messages on in order, each once. */
export class Subscriber {
  readonly sink: Sink;
  readonly identity: Identity;
  readonly #origin: Origin;
  readonly #counts: DeliveryCounts;
  readonly #onEnd: (subscriber: Subscriber) => void;
  readonly #queue: Slot[] = [];
  /** The newest message for each key, while the reader is slow. */
  #newest: Map<string, StreamMessage> | undefined;
  /** Messages up to and with this sequence are of no interest. */
  #after = 0;
  #live = false;
  #ended = false;
  #endedBy: StreamEnd | undefined;
  #delivered = 0;

  constructor(
    sink: Sink,
    identity: Identity,
    origin: Origin,
    counts: DeliveryCounts,
    onEnd: (subscriber: Subscriber) => void,
  ) {
    this.sink = sink;
    this.identity = identity;
    this.#origin = origin;
    this.#counts = counts;
    this.#onEnd = onEnd;
  }

  get ended(): boolean {
    return this.#ended;
  }

  /** Why the gateway ended it; undefined when its client left. */
  get endedBy(): StreamEnd | undefined {
    return this.#endedBy;
  }

  /** How many messages it was sent. */
  get delivered(): number {
    return this.#delivered;
  }

  /** Whether something that has happened has not gone to the client yet. */
  get isBehind(): boolean {
    return !this.#live || this.#queue.length > 0 || this.#newest !== undefined || this.#origin.isBusy;
  }

  /** The present state comes before everything that follows. */
  begin(state: Slot): void {
    this.#wait(state);
  }

  /** From now on it hears what the group passes on after this sequence. */
  goLive(after: number): void {
    this.#after = Math.max(this.#after, after);
    this.#live = true;
  }

  /** A live message of the group. */
  hear(slot: Slot): void {
    if (this.#live) this.push(slot);
  }

  /** The next message in the order of the stream. */
  push(slot: Slot): void {
    if (this.#ended || slot.sequence <= this.#after) return;
    this.#after = slot.sequence;
    if (this.#queue.length === 0 && slot.message) this.#send(slot, slot.message);
    else this.#wait(slot);
  }

  /** Ends it from the gateway's side. */
  end(end: StreamEnd): void {
    if (this.#ended) return;
    this.leave(end);
    this.sink.end(end);
  }

  /** The client has left, or its whole connection was ended. */
  leave(end?: StreamEnd): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#endedBy = end;
    this.#queue.length = 0;
    this.#newest = undefined;
    this.#onEnd(this);
  }

  /** Resolves when the client has read most of what was sent, and nothing waits. */
  async drained(): Promise<void> {
    while (!this.#ended && (this.#queue.length > 0 || this.sink.backlog() > CONFLATE_BACKLOG_BYTES)) {
      const [last] = this.#queue.slice(-1);
      await new Promise<void>((resolve) => {
        if (last) last.whenSettled(resolve);
        else this.sink.onDrain(resolve);
      });
    }
  }

  #wait(slot: Slot): void {
    if (this.#queue.length >= MAX_QUEUE) {
      this.end(TOO_SLOW);
      return;
    }
    this.#queue.push(slot);
    if (this.#queue.length === 1) this.#pump();
  }

  #pump(): void {
    for (let slot = this.#queue[0]; slot; slot = this.#queue[0]) {
      if (!slot.settled) {
        slot.whenSettled(() => this.#pump());
        return;
      }
      this.#queue.shift();
      if (slot.message) this.#send(slot, slot.message);
    }
  }

  #send(slot: Slot, message: StreamMessage): void {
    const backlog = this.sink.backlog();
    if (this.#origin.conflates && slot.key !== undefined) {
      if (this.#newest || backlog > CONFLATE_BACKLOG_BYTES) {
        this.#conflate(slot.key, message);
        return;
      }
    } else if (backlog > MAX_BACKLOG_BYTES) {
      this.end(TOO_SLOW);
      return;
    }
    this.#deliver(message);
  }

  #deliver(message: StreamMessage): void {
    this.#delivered += 1;
    this.#counts.delivered(message);
    this.sink.next(message);
  }

  #conflate(key: string, message: StreamMessage): void {
    if (!this.#newest) {
      this.#newest = new Map();
      this.sink.onDrain(() => this.#flush());
    }
    if (this.#newest.delete(key)) this.#counts.conflated();
    else if (this.#newest.size >= MAX_KEYS) {
      this.end(TOO_SLOW);
      return;
    }
    this.#newest.set(key, message);
  }

  #flush(): void {
    const newest = this.#newest;
    this.#newest = undefined;
    if (!newest || this.#ended) return;
    for (const [key, message] of newest) {
      newest.delete(key);
      this.#deliver(message);
      if (this.sink.backlog() > CONFLATE_BACKLOG_BYTES && newest.size > 0) {
        this.#newest = newest;
        this.sink.onDrain(() => this.#flush());
        return;
      }
    }
  }
}
