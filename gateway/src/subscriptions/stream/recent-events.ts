import type { StoredEvent } from './stored-event.ts';

/** How many events, and bytes of them, are kept in memory. */
export const RECENT_EVENTS = 4_096;
const RECENT_BYTES = 32 * 1024 * 1024;

/** The newest events without a gap: who was away shortly catches up from here. */
export class RecentEvents {
  readonly #limit: number;
  /** A ring: the oldest stands at `#head`. */
  #events: StoredEvent[] = [];
  #head = 0;
  #bytes = 0;
  /** Everything that the stream has after this sequence is here. */
  #after: number;

  constructor(after: number, limit: number = RECENT_EVENTS) {
    this.#after = after;
    this.#limit = limit;
  }

  push(event: StoredEvent): void {
    this.#events.push(event);
    this.#bytes += event.bytes.length;
    while (this.#events.length - this.#head > this.#limit || this.#bytes > RECENT_BYTES) {
      const oldest = this.#events[this.#head] as StoredEvent;
      this.#head += 1;
      this.#bytes -= oldest.bytes.length;
      this.#after = oldest.sequence;
    }
    if (this.#head > this.#limit) {
      this.#events = this.#events.slice(this.#head);
      this.#head = 0;
    }
  }

  /** The events after a sequence, oldest first; undefined when some of them are not here any more. */
  since(sequence: number): readonly StoredEvent[] | undefined {
    if (sequence < this.#after) return undefined;
    let low = this.#head;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#events[middle] as StoredEvent).sequence > sequence) high = middle;
      else low = middle + 1;
    }
    return this.#events.slice(low);
  }
}
