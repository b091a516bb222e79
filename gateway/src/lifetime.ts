/** Why a request ended before its answer. */
export type EndReason = 'disconnect' | 'timeout' | 'shutdown';

type Listener = (reason: EndReason) => void;

const NOTHING = () => {};

/**
 * The span in which a request's answer is still wanted. Cheaper than an AbortController, which is made only
 * when someone asks for the signal.
 */
export class Lifetime implements Expirable {
  ended: EndReason | undefined;
  before: Expirable | undefined;
  after: Expirable | undefined;
  startedAt = 0;
  /** Mostly there is one listener at a time. */
  #first: Listener | undefined;
  #others: Set<Listener> | undefined;
  #controller: AbortController | undefined;

  /** Calls back once when the lifetime ends; the returned function unsubscribes. */
  onEnd(listener: Listener): () => void {
    if (this.ended !== undefined) {
      listener(this.ended);
      return NOTHING;
    }
    if (this.#first === undefined) this.#first = listener;
    else {
      this.#others ??= new Set();
      this.#others.add(listener);
    }
    return () => {
      if (this.#first === listener) this.#first = undefined;
      else this.#others?.delete(listener);
    };
  }

  end(reason: EndReason): void {
    if (this.ended !== undefined) return;
    this.ended = reason;
    const first = this.#first;
    const others = this.#others;
    this.#first = undefined;
    this.#others = undefined;
    first?.(reason);
    if (others) for (const listener of others) listener(reason);
    this.#controller?.abort(new Error(`the request ended: ${reason}`));
  }

  /** The same as a standard signal, for code that wants one. */
  get signal(): AbortSignal {
    if (!this.#controller) {
      this.#controller = new AbortController();
      if (this.ended !== undefined) this.#controller.abort(new Error(`the request ended: ${this.ended}`));
    }
    return this.#controller.signal;
  }
}

/** Something whose time can be over; it carries its place in the list of those under way. */
export interface Expirable {
  before: Expirable | undefined;
  after: Expirable | undefined;
  startedAt: number;
  end(reason: EndReason): void;
}

/**
 * Ends things whose time is over, with one timer for all of them. They are a list that runs through them, not a
 * map: the tables that a map outgrows point to the next one and keep what was in them until the next full
 * collection, and with it everything that those requests had gathered.
 */
export class Deadlines {
  readonly #limitMs: number;
  readonly #timer: NodeJS.Timeout;
  #first: Expirable | undefined;
  #last: Expirable | undefined;
  #size = 0;

  constructor(limitMs: number, now: () => number = () => performance.now()) {
    this.#limitMs = limitMs;
    const period = Math.max(5, Math.min(250, limitMs / 10));
    this.#timer = setInterval(() => this.#expire(now() - this.#limitMs), period);
    this.#timer.unref();
  }

  add(entry: Expirable, startedAt: number): void {
    entry.startedAt = startedAt;
    entry.before = this.#last;
    if (this.#last) this.#last.after = entry;
    else this.#first = entry;
    this.#last = entry;
    this.#size += 1;
  }

  /** Takes an entry out; one that is not in it is left alone. */
  delete(entry: Expirable): void {
    const { before, after } = entry;
    if (!before && this.#first !== entry) return;
    if (before) before.after = after;
    else this.#first = after;
    if (after) after.before = before;
    else this.#last = before;
    entry.before = undefined;
    entry.after = undefined;
    this.#size -= 1;
  }

  /** How many are under way. */
  get size(): number {
    return this.#size;
  }

  /** Ends all that are under way. */
  endAll(reason: EndReason): void {
    for (let entry = this.#first; entry; entry = this.#first) {
      this.delete(entry);
      entry.end(reason);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #expire(dueBefore: number): void {
    // entries are in order of arrival and all have the same limit: the first that is not due ends the scan
    for (let entry = this.#first; entry && entry.startedAt <= dueBefore; entry = this.#first) {
      this.delete(entry);
      entry.end('timeout');
    }
  }
}
