import type { Span } from './problem.ts';

/**
 * When a machine works. Time past the last window counts as work that nobody does: there, lateness still grows
 * with the load, so that the search can tell a bad plan from a worse one; nothing that ends there is scheduled.
 */
export class Calendar {
  readonly #starts: Float64Array;
  readonly #ends: Float64Array;
  /** Work before each window. */
  readonly #before: Float64Array;
  readonly #horizon: number;
  readonly #total: number;

  constructor(windows: readonly Span[], horizon: number) {
    const size = windows.length;
    this.#starts = new Float64Array(size);
    this.#ends = new Float64Array(size);
    this.#before = new Float64Array(size + 1);
    this.#horizon = horizon;
    for (const [i, { start, end }] of windows.entries()) {
      this.#starts[i] = start;
      this.#ends[i] = end;
      this.#before[i + 1] = (this.#before[i] as number) + end - start;
    }
    this.#total = this.#before[size] as number;
  }

  /** The first moment from `time` on at which work is done. */
  next(time: number): number {
    const i = this.#windowAt(time);
    if (i >= this.#starts.length) return Math.max(time, this.#horizon);
    return Math.max(time, this.#starts[i] as number);
  }

  /** When work of this many seconds is over that begins at `time`, with interruptions. */
  add(time: number, work: number): number {
    const i = this.#windowAt(time);
    if (i >= this.#starts.length) return Math.max(time, this.#horizon) + work;
    const begin = Math.max(time, this.#starts[i] as number);
    if (begin + work <= (this.#ends[i] as number)) return begin + work;
    const target = (this.#before[i] as number) + begin - (this.#starts[i] as number) + work;
    if (target > this.#total) return this.#horizon + target - this.#total;
    let low = i;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#before[middle + 1] as number) >= target) high = middle;
      else low = middle + 1;
    }
    return (this.#starts[low] as number) + target - (this.#before[low] as number);
  }

  /** Seconds of work between two moments, at most up to the horizon. */
  between(from: number, to: number): number {
    return Math.max(0, this.#upTo(to) - this.#upTo(from));
  }

  #upTo(time: number): number {
    const i = this.#windowAt(time);
    if (i >= this.#starts.length) return this.#total;
    return (this.#before[i] as number) + Math.max(0, time - (this.#starts[i] as number));
  }

  /** The first window that ends after `time`. */
  #windowAt(time: number): number {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] as number) > time) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
