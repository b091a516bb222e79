/** Why a request ended before its answer. */
export type EndReason = 'disconnect' | 'timeout' | 'shutdown';

type Listener = (reason: EndReason) => void;

const NOTHING = () => {};

/**
 * The span in which a request's answer is still wanted. Cheaper than an AbortController, which is made only
 * when someone asks for the signal.
 */
export class Lifetime {
  ended: EndReason | undefined;
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

/** Something whose time can be over. */
export interface Expirable {
  end(reason: EndReason): void;
}

/** Ends things whose time is over, with one timer for all of them. */
export class Deadlines {
  readonly #entries = new Map<Expirable, number>();
  readonly #limitMs: number;
  readonly #timer: NodeJS.Timeout;

  constructor(limitMs: number, now: () => number = () => performance.now()) {
    this.#limitMs = limitMs;
    // entries are in order of arrival and all have the same limit: the first that is not due ends the scan
    const period = Math.max(5, Math.min(250, limitMs / 10));
    this.#timer = setInterval(() => {
      const dueBefore = now() - this.#limitMs;
      for (const [entry, startedAt] of this.#entries) {
        if (startedAt > dueBefore) break;
        this.#entries.delete(entry);
        entry.end('timeout');
      }
    }, period);
    this.#timer.unref();
  }

  add(entry: Expirable, startedAt: number): void {
    this.#entries.set(entry, startedAt);
  }

  delete(entry: Expirable): void {
    this.#entries.delete(entry);
  }

  /** How many are under way. */
  get size(): number {
    return this.#entries.size;
  }

  /** Ends all that are under way. */
  endAll(reason: EndReason): void {
    const entries = [...this.#entries.keys()];
    this.#entries.clear();
    for (const entry of entries) entry.end(reason);
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
