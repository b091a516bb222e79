/** Why a request ended before its answer. */
export type EndReason = 'disconnect' | 'timeout' | 'shutdown';

/**
 * The span in which a request's answer is still wanted. Cheaper than an AbortController, which is made only
 * when someone asks for the signal.
 */
export class Lifetime {
  ended: EndReason | undefined;
  #listeners: Set<(reason: EndReason) => void> | undefined;
  #controller: AbortController | undefined;

  /** Calls back once when the lifetime ends; the returned function unsubscribes. */
  onEnd(listener: (reason: EndReason) => void): () => void {
    if (this.ended !== undefined) {
      listener(this.ended);
      return () => undefined;
    }
    this.#listeners ??= new Set();
    const listeners = this.#listeners;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  end(reason: EndReason): void {
    if (this.ended !== undefined) return;
    this.ended = reason;
    const listeners = this.#listeners;
    this.#listeners = undefined;
    if (listeners) for (const listener of listeners) listener(reason);
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

/** Ends lifetimes whose time is over, with one timer for all of them. */
export class Deadlines {
  readonly #entries = new Map<Lifetime, number>();
  readonly #limitMs: number;
  readonly #timer: NodeJS.Timeout;

  constructor(limitMs: number, now: () => number = () => performance.now()) {
    this.#limitMs = limitMs;
    // entries are in order of arrival and all have the same limit: the first that is not due ends the scan
    const period = Math.max(10, Math.min(250, limitMs / 10));
    this.#timer = setInterval(() => {
      const dueBefore = now() - this.#limitMs;
      for (const [lifetime, startedAt] of this.#entries) {
        if (startedAt > dueBefore) break;
        this.#entries.delete(lifetime);
        lifetime.end('timeout');
      }
    }, period);
    this.#timer.unref();
  }

  add(lifetime: Lifetime, startedAt: number): void {
    this.#entries.set(lifetime, startedAt);
  }

  delete(lifetime: Lifetime): void {
    this.#entries.delete(lifetime);
  }

  /** How many requests are under way. */
  get size(): number {
    return this.#entries.size;
  }

  /** Ends every request under way. */
  endAll(reason: EndReason): void {
    for (const lifetime of this.#entries.keys()) lifetime.end(reason);
    this.#entries.clear();
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
