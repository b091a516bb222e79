/** A map that forgets what was used least recently beyond `limit` entries. */
export class Lru<K, V> {
  readonly #map = new Map<K, V>();
  readonly #limit: number;
  hits = 0;
  misses = 0;

  constructor(limit: number) {
    if (limit < 1) throw new RangeError('an LRU cache holds at least one entry');
    this.#limit = limit;
  }

  get size(): number {
    return this.#map.size;
  }

  get(key: K): V | undefined {
    const value = this.#map.get(key);
    if (value === undefined) {
      this.misses += 1;
      return undefined;
    }
    this.hits += 1;
    // while there is room nobody is evicted, so the order need not be kept
    if (this.#map.size * 2 > this.#limit) {
      this.#map.delete(key);
      this.#map.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    this.#map.delete(key);
    this.#map.set(key, value);
    if (this.#map.size > this.#limit) {
      const oldest = this.#map.keys().next();
      if (!oldest.done) this.#map.delete(oldest.value);
    }
  }

  clear(): void {
    this.#map.clear();
  }
}
