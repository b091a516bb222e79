import type { BufferStore } from './store.ts';

/** How many readings of each source wait in the buffer, counted along so that asking costs no query. */
export class Depths {
  readonly #store: BufferStore;
  #bySource: Map<string, number>;
  #inDoubt = false;

  constructor(store: BufferStore) {
    this.#store = store;
    this.#bySource = store.depths();
  }

  change(source: string, readings: number): void {
    this.#bySource.set(source, Math.max(0, (this.#bySource.get(source) ?? 0) + readings));
  }

  /** A batch was dropped that may at the same time be on its way: count anew at the next chance. */
  doubt(): void {
    this.#inDoubt = true;
  }

  recount(): void {
    if (!this.#inDoubt) return;
    const known = [...this.#bySource.keys()].map((source) => [source, 0] as const);
    this.#bySource = new Map([...known, ...this.#store.depths()]);
    this.#inDoubt = false;
  }

  bySource(): ReadonlyMap<string, number> {
    return this.#bySource;
  }

  total(): number {
    return [...this.#bySource.values()].reduce((sum, readings) => sum + readings, 0);
  }
}
