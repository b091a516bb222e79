/** Passes on at most one value of a key in an interval: the first at once, and at its end the newest of the rest. */
export class Throttle<T> {
  readonly #intervalMs: number;
  readonly #pass: (value: T) => void;
  readonly #resting = new Map<string, { newest: { readonly value: T } | undefined; timer: NodeJS.Timeout }>();

  constructor(intervalMs: number, pass: (value: T) => void) {
    this.#intervalMs = intervalMs;
    this.#pass = pass;
  }

  offer(key: string, value: T): void {
    const resting = this.#resting.get(key);
    if (resting) {
      resting.newest = { value };
      return;
    }
    this.#resting.set(key, {
      newest: undefined,
      timer: setTimeout(() => this.#wake(key), this.#intervalMs),
    });
    this.#pass(value);
  }

  #wake(key: string): void {
    const newest = this.#resting.get(key)?.newest;
    this.#resting.delete(key);
    if (newest) this.offer(key, newest.value);
  }

  /** What waits is passed on no more. */
  close(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }
}
