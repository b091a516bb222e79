export interface BreakerOptions {
  /** So many failures in a row open it. */
  readonly failures: number;
  /** How long it stays open before one request may try. */
  readonly openMs: number;
}

/** Stops calling a subgraph that fails all the time, and lets one request at a time find out if it is back. */
export class CircuitBreaker {
  readonly #options: BreakerOptions;
  readonly #now: () => number;
  #failures = 0;
  #openedAt: number | undefined;
  #probing = false;

  constructor(options: BreakerOptions, now: () => number = () => performance.now()) {
    this.#options = options;
    this.#now = now;
  }

  /** Whether a request may be sent now. Who may must report `succeeded`, `failed` or `abandoned`. */
  allows(): boolean {
    if (this.#openedAt === undefined) return true;
    if (this.#probing || this.#now() - this.#openedAt < this.#options.openMs) return false;
    this.#probing = true;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openedAt = undefined;
    this.#probing = false;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#probing || this.#failures >= this.#options.failures) this.#openedAt = this.#now();
    this.#probing = false;
  }

  /** The request ended without saying anything of the subgraph. */
  abandoned(): void {
    this.#probing = false;
  }

  get isOpen(): boolean {
    return this.#openedAt !== undefined;
  }
}
