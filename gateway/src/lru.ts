/**
 * A map that forgets what was used least recently beyond `limit` entries. With `maxWeight` it forgets as well
 * until the keys, each as heavy as it is long, weigh no more.
 */
export class Lru<K, V> {
  readonly #map = new Map<K, V>();
  readonly #limit: number;
  readonly #maxWeight: number;
  #weight = 0;
  hits = 0;
  misses = 0;

  constructor(limit: number, maxWeight: number = Number.POSITIVE_INFINITY) {
    if (limit < 1) throw new RangeError('an LRU cache holds at least one entry');
    this.#limit = limit;
    this.#maxWeight = maxWeight;
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
    if (this.#map.size * 2 > this.#limit || this.#weight * 2 > this.#maxWeight) {
      this.#map.delete(key);
      this.#map.set(key, value);
    }
    return value;
  }

  set(key: K, value: V): void {
    if (!this.#map.delete(key)) this.#weight += weightOf(key);
    this.#map.set(key, value);
    while (this.#map.size > this.#limit || (this.#weight > this.#maxWeight && this.#map.size > 1)) {
      const oldest = this.#map.keys().next();
      if (oldest.done) return;
      this.#map.delete(oldest.value);
      this.#weight -= weightOf(oldest.value);
    }
  }

  clear(): void {
    this.#map.clear();
    this.#weight = 0;
  }
}

const weightOf = (key: unknown): number => (typeof key === 'string' ? key.length : 1);
