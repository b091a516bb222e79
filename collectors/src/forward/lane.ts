import type { Lane } from '../buffer/room.ts';
import type { BufferStore, StoredBatch } from '../buffer/store.ts';

const PREFETCH = 16;

/** A run through the batches that are not sent yet, in the order in which they were buffered. */
export class LaneCursor {
  readonly #store: BufferStore;
  readonly #lane: Lane;
  readonly #upTo: number;
  #after: number;
  #ahead: StoredBatch[] = [];
  #dry = false;

  /** Batches of this lane after one position, up to and with another. */
  constructor(store: BufferStore, lane: Lane, after: number, upTo: number) {
    this.#store = store;
    this.#lane = lane;
    this.#after = after;
    this.#upTo = upTo;
  }

  next(): StoredBatch | null {
    if (this.#ahead.length === 0 && !this.#dry) {
      this.#ahead = this.#store.unsent(this.#lane, this.#after, this.#upTo, PREFETCH);
      this.#dry = this.#ahead.length === 0;
    }
    const batch = this.#ahead.shift() ?? null;
    if (batch) this.#after = batch.position;
    return batch;
  }

  /** Something new was buffered. */
  wake(): void {
    this.#dry = false;
  }
}
